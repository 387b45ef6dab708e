"""Several questions in one message are answered each; what belongs to a question stays with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.compound import Questions, questions_of, shows
from assistant.models import Status, TraceEntry


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("首次认定高新技术企业奖励多少？", None),
        (
            "首次认定高新技术企业奖励多少钱？全职引进的博士每月发多少补贴？",
            Questions(("首次认定高新技术企业奖励多少钱？", "全职引进的博士每月发多少补贴？"), True),
        ),
        (
            "省级孵化器2020年底有几家、到2025年要达到多少家？一并给我。",
            Questions(("省级孵化器2020年底有几家", "到2025年要达到多少家"), False),
        ),
        (
            "创新券最高能抵多少钱；孵化器认定是怎么规定的",
            Questions(("创新券最高能抵多少钱", "孵化器认定是怎么规定的"), True),
        ),
        ("我们做软件；刚成立；能领创新券吗", None),
        ("高新技术企业到哪年、达到多少家？", None),
        ("首次认定高新技术企业奖励多少钱？由谁负责？", None),
        ("科技型小微企业能领五万元创新券，对不对？", None),
        ("谢谢！创新券怎么领？", None),
        (
            "全省打算建多少个创客城？株洲那座排几号？",
            Questions(("全省打算建多少个创客城？", "株洲那座排几号？"), True),
        ),
        (
            "51号文说2020年研发投入要追上谁？2020年实际跟全国还差多少？",
            Questions(("51号文说2020年研发投入要追上谁？", "2020年实际跟全国还差多少？"), True),
        ),
    ],
)
def test_the_questions_of_a_message(message: str, questions: Questions | None) -> None:
    assert questions_of(message) == questions


@pytest.mark.parametrize(
    "message",
    [
        "株洲的省级孵化器2020年底有几家？到2025年要达到多少家？",
        "株洲的省级孵化器2020年底有几家、到2025年要达到多少家？一并给我。",
    ],
)
def test_a_further_question_may_take_its_subject_from_the_first(
    engine: Assistant, message: str
) -> None:
    answer = engine.answer(message)
    assert answer.status is Status.ANSWERED
    assert "省级孵化器8家" in answer.answer
    assert "省级孵化器达到15家" in answer.answer


def test_what_is_shown_already_is_not_said_twice(engine: Assistant) -> None:
    answer = engine.answer("对连续三次通过认定的企业奖励多少钱？对首次通过认定的企业奖励多少钱？")
    assert answer.answer.count("给予20万元一次性奖励") == 1


def test_each_question_of_a_message_is_answered(engine: Assistant) -> None:
    answer = engine.answer("首次认定高新技术企业奖励多少钱？全职引进的博士每月发多少补贴？")
    assert answer.status is Status.ANSWERED
    lines = answer.answer.splitlines()
    assert "给予20万元一次性奖励" in lines[0]
    assert "每人每月发放生活补贴2000元" in lines[-1]
    assert lines[-1].endswith(f"[{answer.citations[-1].marker}]")
    assert [c.document_id for c in answer.citations] == ["measures"] * 3 + ["plan"]
    assert [c.marker for c in answer.citations] == [1, 2, 3, 4]


def test_a_question_that_the_clauses_leave_open_is_named(engine: Assistant) -> None:
    answer = engine.answer("首次认定高新技术企业奖励多少钱？全职引进的博士补贴的咨询电话是多少？")
    assert "给予20万元一次性奖励" in answer.answer
    assert answer.status is Status.ANSWERED_PARTLY
    assert any(
        notice.startswith("关于“全职引进的博士补贴的咨询电话是多少？”：")
        for notice in answer.notices
    )


def test_an_english_sentence_may_ask_for_two_things(engine: Assistant) -> None:
    answer = engine.answer(
        "Provincial incubators in Zhuzhou: how many were there in 2020 and how many are planned by 2025?"
    )
    assert answer.status is Status.ANSWERED
    assert "省级孵化器8家" in answer.answer
    assert "省级孵化器达到15家" in answer.answer


def test_questions_in_traditional_characters_are_split_as_well() -> None:
    assert questions_of("省級孵化器2020年底有幾家、到2025年要達到幾多家？") == Questions(
        ("省级孵化器2020年底有几家", "到2025年要达到多少家？"), False
    )


def test_what_the_quotes_tell_already_is_not_called_unstated(engine: Assistant) -> None:
    answer = engine.answer("首次认定高新技术企业奖励多少钱？")
    unstated = replace(answer, status=Status.NOT_STATED, trace=(TraceEntry("follow_up", {}),))
    assert shows(answer, unstated, "是多少万元？", engine.library)
    assert not shows(answer, unstated, "电话是多少？", engine.library)
    assert not shows(answer, replace(unstated, trace=()), "是多少万元？", engine.library)
