"""A follow-up becomes a question that stands alone; a new question is left alone."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Exchange, Turn
from assistant.steps.follow_up import resolve_follow_up

FIRST = "科技型小微企业每年能领多少创新券？"


def follow(engine: Assistant, question: str, *before: str) -> Turn:
    """The follow-up after a conversation that was really held."""
    history: tuple[Exchange, ...] = ()
    for earlier in before:
        history = (*history, Exchange(earlier, engine.answer(earlier, history=history)))
    return resolve_follow_up(Turn(question, history=history))


def test_a_first_question_stands_as_it_is(engine: Assistant) -> None:
    turn = follow(engine, "那它由谁牵头？")
    assert (turn.standalone, turn.prior) == ("那它由谁牵头?", ())


@pytest.mark.parametrize(
    "question", ["由谁牵头？", "那由哪个部门牵头？", "它归谁管？", "谁负责？", "还有哪些条件？"]
)
def test_a_question_without_its_subject_takes_it_from_before(
    engine: Assistant, question: str
) -> None:
    turn = follow(engine, question, FIRST)
    assert "创新券" in turn.standalone
    assert turn.standalone.endswith(question.replace("？", "?"))
    assert turn.prior[0] == ("measures", 2)


@pytest.mark.parametrize(
    "question",
    [
        "申请认定科技企业孵化器需要满足什么条件？",
        "到2025年株洲市高新技术企业的目标是多少家？",
        "全职引进的博士每月能领多少生活补贴？",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(engine: Assistant, question: str) -> None:
    turn = follow(engine, question, FIRST)
    assert (turn.standalone, turn.prior) == (question.replace("？", "?"), ())


def test_another_place_is_put_in_the_place_of_the_old_one(engine: Assistant) -> None:
    turn = follow(engine, "那长沙市呢？", "株洲市2025年高新技术企业目标是多少家？")
    assert turn.standalone == "长沙市2025年高新技术企业目标是多少家?"


def test_another_year_is_put_in_the_place_of_the_old_one(engine: Assistant) -> None:
    turn = follow(engine, "那2020年呢？", "株洲市2025年高新技术企业有多少家？")
    assert turn.standalone == "株洲市2020年高新技术企业有多少家?"


def test_another_matter_is_asked_the_same(engine: Assistant) -> None:
    turn = follow(engine, "那首次认定呢？", "发放创新券由哪个部门牵头？")
    assert turn.standalone.startswith("首次认定")
    assert "哪个部门" in turn.standalone
    assert "创新券" not in turn.standalone


def test_what_was_filled_in_is_in_the_trace(engine: Assistant) -> None:
    turn = follow(engine, "由谁牵头？", FIRST)
    assert [(e.step, dict(e.detail)) for e in turn.trace] == [
        ("follow_up", {"standalone": turn.standalone})
    ]


def test_a_follow_up_is_answered_from_the_clause_before(engine: Assistant) -> None:
    before = Exchange(FIRST, engine.answer(FIRST))
    answer = engine.answer("由哪个部门牵头？", history=(before,))
    assert answer.citations[0].quote == "（省科技厅牵头，省财政厅、省教育厅配合）"
