"""A real endpoint over loopback that behaves in every bad way: always an error with a name, soon."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.chat_model.failures import ChatModelError, Failure
from assistant.settings import Settings
from assistant.wiring import build_completion
from eval.lying import faults
from eval.lying.server import Behaviour, Endpoint, endpoint, in_turn, says

SHORT = {"chat_timeout_s": 5.0, "chat_first_token_s": 0.3, "chat_stall_s": 0.3}


def settings(server: Endpoint, **more: object) -> Settings:
    """A model behind the endpoint."""
    return Settings.model_validate(
        {"chat_model": "m", "chat_base_url": server.url, "chat_max_tokens": 100, **more}
    )


@contextmanager
def asked(behaviour: Behaviour, **more: object) -> Iterator[tuple[Endpoint, Failure | str]]:
    """The endpoint after one question, and what came of it."""
    with endpoint(behaviour) as server:
        complete = build_completion(settings(server, **more))
        assert complete is not None
        came: Failure | str
        try:
            came = complete("规则", "问题")
        except ChatModelError as error:
            assert "sk-secret" not in str(error)
            came = error.failure
        yield server, came


@pytest.mark.parametrize("streaming", [True, False])
def test_a_reply_comes_whole_streamed_or_not(streaming: bool) -> None:
    text = "到2025年，全省达到3000家😀。" * 5
    with asked(says(text), chat_streaming=streaming) as (server, came):
        assert came == text
        assert [request["stream"] for request in server.requests] == [streaming]


@pytest.mark.parametrize(
    ("behaviour", "failure", "requests"),
    [
        (faults.silent, Failure.FIRST_TIMEOUT, 1),
        (faults.silent_after_head, Failure.FIRST_TIMEOUT, 1),
        (faults.keeps_alive, Failure.FIRST_TIMEOUT, 1),
        (faults.stalls, Failure.STALLED, 1),
        (faults.breaks_off, Failure.BROKEN_OFF, 1),
        (faults.hangs_up, Failure.UNREACHABLE, 2),
        (faults.gives_a_page, Failure.GARBAGE, 1),
        (faults.gives_an_error_page, Failure.SERVER_ERROR, 2),
        (faults.gives_json_unasked, Failure.GARBAGE, 1),
        (faults.gives_nothing, Failure.GARBAGE, 1),
        (faults.garbage, Failure.GARBAGE, 1),
        (faults.half_an_event, Failure.GARBAGE, 1),
        (faults.other_shapes, Failure.GARBAGE, 1),
        (faults.error_event, Failure.GARBAGE, 1),
        (faults.endless, Failure.TOO_LONG, 1),
        (faults.endless_line, Failure.TOO_LONG, 1),
        (faults.endless_page, Failure.TOO_LONG, 1),
        (faults.status(500), Failure.SERVER_ERROR, 2),
        (faults.status(503), Failure.SERVER_ERROR, 2),
        (faults.status(429), Failure.BUSY, 2),
        (faults.status(429, "3600"), Failure.BUSY, 1),
        (faults.status(503, "soon"), Failure.SERVER_ERROR, 2),
        (faults.status(401), Failure.NO_ACCESS, 1),
        (faults.status(403), Failure.NO_ACCESS, 1),
        (faults.status(404), Failure.NOT_FOUND, 1),
        (faults.status(400), Failure.BAD_REQUEST, 1),
        (faults.status(422), Failure.BAD_REQUEST, 1),
    ],
)
def test_every_bad_behaviour_is_an_error_with_a_name(
    behaviour: Behaviour, failure: Failure, requests: int
) -> None:
    with asked(behaviour, **SHORT) as (server, came):
        assert (came, len(server.requests)) == (failure, requests)


def test_a_stream_that_never_ends_ends_at_the_deadline() -> None:
    with asked(faults.drips, chat_timeout_s=0.6) as (server, came):
        assert (came, len(server.requests)) == (Failure.DEADLINE, 1)


@pytest.mark.parametrize("behaviour", [faults.truncates, faults.gives_no_choice])
def test_half_a_reply_or_none_is_no_error_of_the_connection(behaviour: Behaviour) -> None:
    with asked(behaviour) as (server, came):
        assert not isinstance(came, Failure)
        assert len(server.requests) == 1


@pytest.mark.parametrize("first", [faults.status(500), faults.hangs_up, faults.status(429, "0.05")])
def test_a_second_try_may_succeed(first: Behaviour) -> None:
    with asked(in_turn(first, says("好"))) as (server, came):
        assert (came, len(server.requests)) == ("好", 2)


def test_as_many_tries_as_the_settings_say() -> None:
    with asked(faults.status(500), chat_retries=0) as (server, came):
        assert (came, len(server.requests)) == (Failure.SERVER_ERROR, 1)
    with asked(faults.status(500), chat_retries=3) as (server, came):
        assert (came, len(server.requests)) == (Failure.SERVER_ERROR, 4)


def test_the_endpoint_is_left_alone_for_as_long_as_it_asks() -> None:
    came_at: list[float] = []

    def notes(behaviour: Behaviour) -> Behaviour:
        return lambda request: (came_at.append(time.monotonic()), behaviour(request))[1]

    with asked(in_turn(notes(faults.status(429, "0.2")), notes(says("好")))) as (_, came):
        assert came == "好"
    assert came_at[1] - came_at[0] >= 0.2


def test_an_endpoint_that_is_not_there_is_not_reached() -> None:
    with endpoint(says("好")) as server:
        gone = settings(server)
    complete = build_completion(gone)
    assert complete is not None
    with pytest.raises(ChatModelError, match="endpoint not reached"):
        complete("规则", "问题")


def test_while_the_circuit_is_open_no_request_is_made() -> None:
    with endpoint(in_turn(faults.status(500), faults.status(500), says("好"))) as server:
        complete = build_completion(
            settings(server, chat_retries=0, chat_breaker_failures=2, chat_breaker_cooldown_s=0.2)
        )
        assert complete is not None
        came = []
        for _ in range(4):
            with pytest.raises(ChatModelError) as caught:
                complete("规则", "问题")
            came.append(caught.value.failure)
        assert came == [Failure.SERVER_ERROR] * 2 + [Failure.CIRCUIT_OPEN] * 2
        assert len(server.requests) == 2
        time.sleep(0.25)
        assert [complete("规则", "问题"), complete("规则", "问题")] == ["好", "好"]
        assert len(server.requests) == 4


def test_when_the_hour_is_spent_no_request_is_made() -> None:
    with endpoint(says("好")) as server:
        complete = build_completion(settings(server, chat_tokens_per_hour=209))
        assert complete is not None
        # 4 characters of prompt and up to 100 tokens each; what is not used is given back.
        assert [complete("规则", "问题") for _ in range(22)] == ["好"] * 22
        with pytest.raises(ChatModelError, match="hourly token budget spent"):
            complete("规则", "问题")
        assert len(server.requests) == 22


@pytest.mark.parametrize(
    ("named", "sent"),
    [
        ("qwen-plus", "qwen-plus"),
        ("openai:deepseek-chat", "deepseek-chat"),
        ("qwen2.5:7b", "qwen2.5:7b"),
        ("openai:qwen2.5:7b", "qwen2.5:7b"),
    ],
)
def test_settings_alone_bring_a_chat_model(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch, named: str, sent: str
) -> None:
    with endpoint(says("好")) as server:
        monkeypatch.setenv("ZHENGWEN_CHAT_MODEL", named)
        monkeypatch.setenv("ZHENGWEN_CHAT_BASE_URL", server.url)
        monkeypatch.setenv("ZHENGWEN_CHAT_API_KEY", "sk-of-a-test")
        monkeypatch.setenv("ZHENGWEN_CHAT_MAX_TOKENS", "77")
        complete = build_completion(Settings.load())
        assert complete is not None
        assert complete("规则 {不是变量}", "问题 {也不是}") == "好"
        (request,) = server.requests
    assert request == {
        "path": "/v1/chat/completions",
        "authorization": "Bearer sk-of-a-test",
        "stream": True,
        "model": sent,
        "messages": [
            {"role": "system", "content": "规则 {不是变量}"},
            {"role": "user", "content": "问题 {也不是}"},
        ],
        "temperature": 0,
        "max_tokens": 77,
    }


def test_without_a_setting_there_is_no_chat_model(elsewhere: Path) -> None:
    assert build_completion(Settings.load()) is None
