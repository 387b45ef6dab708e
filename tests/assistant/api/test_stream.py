"""The event stream over a real server: what comes in which order, and clients that leave."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from threading import Event
from typing import Any

import httpx
import pytest

from assistant.api.pieces import pieces_of
from assistant.assistant import Assistant
from assistant.chat_model.breaker import CircuitBreaker
from assistant.chat_model.failures import ChatModelError
from assistant.chat_model.guarded import GuardedModel
from assistant.chat_model.limits import Limits
from assistant.conversation import MemoryConversations
from assistant.models import Answer, Turn
from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from assistant.step_names import STEPS
from assistant.stopping import Stop, stoppable
from tests.assistant.api.serving import served

REWARD = "首次认定高新技术企业奖励多少？"


@pytest.fixture(scope="module")
def address(small_settings: Settings, small_runtime: Runtime) -> Iterator[str]:
    with served(small_settings, small_runtime) as address:
        yield address


def events(lines: Iterator[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    name = ""
    for line in lines:
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


def test_steps_come_first_then_the_verified_text_in_pieces_then_the_whole_answer(
    address: str,
) -> None:
    headers = {"X-Request-ID": "mine-1"}
    url, body = f"{address}/v1/answer/stream", {"question": REWARD}
    with httpx.stream("POST", url, json=body, headers=headers) as response:
        assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
        assert response.headers["x-accel-buffering"] == "no"
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["x-request-id"] == "mine-1"
        came = list(events(response.iter_lines()))
    names = [name for name, _ in came]
    assert list(dict.fromkeys(names)) == ["status", "text", "citation", "notice", "done"]
    assert names == sorted(names, key=["status", "text", "citation", "notice", "done"].index)
    assert came[0] == ("status", {"step": "screen", "text": "正在读取问题", "request_id": "mine-1"})
    done = came[-1][1]
    assert "".join(data["text"] for name, data in came if name == "text") == done["answer"]
    assert [data for name, data in came if name == "citation"] == done["citations"]
    assert [data["text"] for name, data in came if name == "notice"] == done["notices"]
    whole = httpx.post(f"{address}/v1/answer", json={"question": REWARD}).json()
    assert set(whole) == set(done)
    assert whole["answer"] == done["answer"]


def test_every_step_of_the_answer_path_has_words(small_service: Service) -> None:
    seen: list[str] = []
    small_service.answer(REWARD, watch=seen.append)
    steps = small_service.assistant._steps
    known = {getattr(step, "__name__", type(step).__name__) for step in steps}
    assert set(seen) <= known <= set(STEPS)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"question": ""}, 422),
        ({"question": "问", "documents": ["x"]}, 404),
        ({"question": 1}, 422),
    ],
)
def test_what_cannot_be_asked_is_a_problem_and_no_stream(
    address: str, body: dict[str, Any], status: int
) -> None:
    refused = httpx.post(f"{address}/v1/answer/stream", json=body)
    assert refused.status_code == status
    assert refused.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize("text", ["", "甲。[1]\n乙，丙！[2][3]", "没有标点", "\n\n"])
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(pieces_of(text)) == text
    assert all(pieces_of(text))


def runtime_of(service: Service) -> Runtime:
    runtime = Runtime(lambda: service)
    runtime.load()
    return runtime


def with_steps(service: Service, *steps: Any) -> Service:
    """The service with other steps before its own."""
    assistant = Assistant(service.assistant.index)
    assistant._steps = (*steps, *assistant._steps)
    return Service(assistant, MemoryConversations(10, 10), max_question_chars=2000)


def test_a_client_that_leaves_ends_the_answer_before_its_next_step(
    small_settings: Settings, small_service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on, went_on, left, stopped = Event(), Event(), Event(), Event(), Event()
    stop = Stop.stop
    monkeypatch.setattr(Stop, "stop", lambda self: (stop(self), stopped.set()))

    def slow(turn: Turn) -> Turn:
        reached.set()
        go_on.wait(20)
        return turn

    def further(turn: Turn) -> Turn:
        went_on.set()
        return turn

    service = with_steps(small_service, slow, further)
    answer = service.answer

    def answering(*args: Any, **more: Any) -> Answer:
        try:
            return answer(*args, **more)
        finally:
            left.set()

    service.answer = answering  # type: ignore[method-assign]
    with served(small_settings, runtime_of(service)) as address:
        url = f"{address}/v1/answer/stream"
        with httpx.stream("POST", url, json={"question": "问", "conversation_id": "c"}) as response:
            lines = response.iter_lines()  # when it is collected, the connection closes
            next(lines)
            assert reached.wait(20)
        assert stopped.wait(20)
        go_on.set()
        assert left.wait(20)
    assert not went_on.is_set()
    assert service.conversations.history("c") == ()


def test_a_client_that_leaves_closes_the_stream_of_the_chat_model_and_blames_it_not(
    small_settings: Settings, small_service: Service
) -> None:
    asked, closed, never = Event(), Event(), Event()

    def pieces(system: str, user: str) -> Generator[str]:
        asked.set()
        try:
            yield "{"
            while not never.wait(0.01):
                yield ""
        finally:
            closed.set()

    breaker = CircuitBreaker(1, 60)
    complete = GuardedModel(pieces, Limits(total_s=60, first_s=60, stall_s=60), breaker)
    service = Service(
        Assistant(small_service.assistant.index, complete),
        MemoryConversations(10, 10),
        max_question_chars=2000,
    )
    with served(small_settings, runtime_of(service)) as address:
        url = f"{address}/v1/answer/stream"
        with httpx.stream("POST", url, json={"question": REWARD}) as response:
            lines = response.iter_lines()  # when it is collected, the connection closes
            next(lines)
            assert asked.wait(20)
        assert closed.wait(20)
    breaker.enter()  # would raise if the circuit were open


def test_a_silent_stream_is_kept_alive(small_settings: Settings, small_service: Service) -> None:
    go_on = Event()

    def slow(turn: Turn) -> Turn:
        go_on.wait(20)
        return turn

    settings = small_settings.model_copy(update={"stream_heartbeat_s": 0.01})
    with served(settings, runtime_of(with_steps(small_service, slow))) as address:
        url = f"{address}/v1/answer/stream"
        with httpx.stream("POST", url, json={"question": REWARD}) as response:
            lines = response.iter_lines()
            assert next(line for line in lines if line.startswith(":")) == ": ping"
            go_on.set()
            assert [name for name, _ in events(lines)][-1] == "done"


def test_an_answer_that_fails_ends_in_an_error_that_tells_nothing_of_its_inside(
    small_settings: Settings, small_service: Service
) -> None:
    def broken(turn: Turn) -> Turn:
        raise RuntimeError("secret path")

    with served(small_settings, runtime_of(with_steps(small_service, broken))) as address:
        came = httpx.post(
            f"{address}/v1/answer/stream",
            json={"question": "问"},
            headers={"X-Request-ID": "r-9"},
        )
    (_, status), (name, problem) = events(iter(came.text.splitlines()))
    assert status["text"] == "正在处理"
    assert (name, problem) == (
        "error",
        {
            "type": "about:blank",
            "title": "服务内部出错",
            "status": 500,
            "detail": "服务内部出错，请稍后重试；若反复出现，请把请求编号告诉管理员。",
            "request_id": "r-9",
        },
    )


def test_a_chat_model_that_nobody_waits_for_is_left_and_not_blamed() -> None:
    def pieces(system: str, user: str) -> Generator[str]:
        stop.stop()
        yield from ()
        Event().wait(5)

    stop = Stop()
    breaker = CircuitBreaker(1, 60)
    guarded = GuardedModel(pieces, Limits(), breaker)
    with stoppable(stop), pytest.raises(ChatModelError, match="asker has left"):
        guarded("", "")
    breaker.enter()
