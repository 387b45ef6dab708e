from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest

from assistant.errors import QuestionError
from assistant.models import Answer, Status
from assistant.stopping import StoppedError
from assistant.ui.answering import pieces, steps_then_answer

ANSWER = Answer("id", "c", "问", Status.ANSWERED, "答。")


def test_the_steps_are_told_and_then_the_answer() -> None:
    def work(watch: Callable[[str], None]) -> Answer:
        watch("Retrieve")
        watch("NewStep")
        watch("Finish")
        return ANSWER

    assert list(steps_then_answer(work)) == [
        "正在检索条款",
        "正在处理",
        "正在逐句核对原文",
        ANSWER,
    ]


def test_what_goes_wrong_passes_through() -> None:
    def work(watch: Callable[[str], None]) -> Answer:
        raise QuestionError("不行")

    with pytest.raises(QuestionError, match="不行"):
        list(steps_then_answer(work))


def test_the_work_ends_at_its_next_step_when_nobody_waits_any_more() -> None:
    left, ended = Event(), Event()

    def work(watch: Callable[[str], None]) -> Answer:
        watch("Retrieve")
        left.wait(10)
        try:
            watch("Finish")
        except StoppedError:
            ended.set()
            raise
        return ANSWER

    seen = steps_then_answer(work)
    assert next(seen) == "正在检索条款"
    seen.close()  # type: ignore[attr-defined]
    left.set()
    assert ended.wait(10)


def test_a_text_pauses_behind_its_sentences_and_never_before_a_mark() -> None:
    text = "甲。[1]乙；丙。”丁\n戊。"
    assert [text[:at] for at in pieces(text)] == ["甲。[1]乙；", "甲。[1]乙；丙。”丁\n"]
