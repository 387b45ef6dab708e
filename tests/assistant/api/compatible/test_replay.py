"""The conversation of a stateless client, rebuilt from its questions."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.api.compatible.replay import Circumstances, Replay
from assistant.models import Exchange
from assistant.service import Service
from assistant.stopping import Stop, StoppedError

FIRST, SECOND, OTHER = "科技型小微企业能领多少创新券？", "那牵头部门是谁？", "首次认定奖励多少？"
ANYWHERE = Circumstances()


@pytest.fixture
def answered(small_service: Service, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that are answered again."""
    asked: list[str] = []
    exchange = small_service.exchange

    def counting(question: str, *args: Any, **more: Any) -> Exchange:
        asked.append(question)
        return exchange(question, *args, **more)

    monkeypatch.setattr(small_service, "exchange", counting)
    return asked


def test_what_was_answered_is_not_answered_again(
    small_service: Service, answered: list[str]
) -> None:
    replay = Replay(10)
    answer = small_service.answer(FIRST, history=())
    replay.remember(small_service, [FIRST], answer, ANYWHERE)
    assert replay.history(small_service, [FIRST], ANYWHERE) == (Exchange(FIRST, answer),)
    assert answered == []


def test_what_is_not_kept_is_answered_within_its_own_past(
    small_service: Service, answered: list[str]
) -> None:
    replay = Replay(10)
    history = replay.history(small_service, [FIRST, SECOND], ANYWHERE)
    assert [exchange.question for exchange in history] == [FIRST, SECOND]
    assert "市科技局" in history[1].answer.answer
    assert answered == [FIRST, SECOND]
    replay.history(small_service, [FIRST, SECOND], ANYWHERE)
    assert answered == [FIRST, SECOND]


def test_the_same_question_behind_another_is_another(
    small_service: Service, answered: list[str]
) -> None:
    replay = Replay(10)
    replay.history(small_service, [FIRST, SECOND], ANYWHERE)
    replay.history(small_service, [OTHER, SECOND], ANYWHERE)
    replay.history(small_service, [FIRST], Circumstances(documents=["p1"]))
    assert answered == [FIRST, SECOND, OTHER, SECOND, FIRST]


def test_only_the_last_few_are_rebuilt_and_what_is_no_question_is_left_out(
    small_service: Service, answered: list[str]
) -> None:
    replay = Replay(100)
    earlier = [" ", "问" * 3000, *[f"{FIRST}{n}" for n in range(20)]]
    assert len(replay.history(small_service, earlier, ANYWHERE)) == 6
    assert answered == earlier[-6:]


def test_the_oldest_are_forgotten(small_service: Service, answered: list[str]) -> None:
    replay = Replay(1)
    for question in (FIRST, OTHER, FIRST):
        replay.history(small_service, [question], ANYWHERE)
    assert answered == [FIRST, OTHER, FIRST]


def test_nothing_personal_is_kept_of_a_question(small_service: Service) -> None:
    replay = Replay(10)
    said = f"我的手机是13812345678，{FIRST}"
    answer = small_service.answer(said, history=())
    replay.remember(small_service, [said], answer, ANYWHERE)
    (kept,) = replay.history(small_service, [said], ANYWHERE)
    assert kept == Exchange(f"我的手机是〔手机号已隐去〕，{FIRST}", answer)


def test_what_is_nothing_once_it_is_cleaned_is_left_out(
    small_service: Service, answered: list[str]
) -> None:
    assert Replay(10).history(small_service, ["\u200b\u200b"], ANYWHERE) == ()
    assert answered == []


def test_who_leaves_waits_for_no_earlier_question(small_service: Service) -> None:
    stop = Stop()
    stop.stop()
    with pytest.raises(StoppedError):
        Replay(10).history(small_service, [FIRST], ANYWHERE, lambda step: stop.check())
