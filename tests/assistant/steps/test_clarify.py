"""The likelier reading is answered, the question put back, and no other figure told."""

from __future__ import annotations

import pytest

from assistant import messages
from assistant.assistant import Assistant
from assistant.models import Answer, Exchange, Status
from corpus.models import Document
from tests.assistant.engine import MEASURES_NAME, index_of, parsed

OTHER = "《湖南省支持科技型企业发展若干措施》2025年高新技术企业是多少？"


def ask(engine: Assistant, *questions: str) -> Answer:
    history: tuple[Exchange, ...] = ()
    for question in questions:
        answer = engine.answer(question, history=history)
        history = (*history, Exchange(question, answer))
    return answer


def test_a_figure_that_two_documents_state_for_one_year_is_asked_back(engine: Assistant) -> None:
    answer = ask(engine, "到2025年高新技术企业达到多少家？")
    assert answer.status is Status.CLARIFY
    assert "400家" in answer.answer
    assert "3000家" not in answer.answer
    assert answer.suggestions[0] == OTHER
    assert answer.notices[0] == (
        "提问没有说明是哪个地方或哪份文件，这里按《株洲市“十四五”科技创新规划》回答。"
        f"是不是想问：“{OTHER}”"
    )


def test_the_question_put_back_is_answered_from_the_other_document(engine: Assistant) -> None:
    first = ask(engine, "到2025年高新技术企业达到多少家？")
    answer = ask(engine, "到2025年高新技术企业达到多少家？", first.suggestions[0])
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].address.startswith(MEASURES_NAME)
    assert "3000家" in answer.answer


def test_goal_or_fact_is_asked_back_where_the_question_says_neither(engine: Assistant) -> None:
    answer = ask(engine, "株洲市省级孵化器多少家？")
    assert answer.status is Status.CLARIFY
    assert "问的是目标还是已经达到的情况" in answer.notices[0]
    figures = [figure for figure in ("8家", "15家") if figure in answer.answer]
    assert len(figures) == 1


@pytest.mark.parametrize(
    "question",
    [
        "到2025年株洲市高新技术企业达到多少家？",
        "到2025年全省高新技术企业达到多少家？",
        "湖南省若干措施里到2025年高新技术企业达到多少家？",
        "到2025年科技型中小企业达到多少家？",
        "到2025年高新技术企业达到3000家，对吗？",
        "首次认定高新技术企业奖励多少？",
    ],
)
def test_what_can_be_read_one_way_only_is_plainly_answered(
    engine: Assistant, question: str
) -> None:
    answer = ask(engine, question)
    assert answer.status is not Status.CLARIFY
    assert not any("是不是想问" in notice for notice in answer.notices)


def test_the_figure_of_a_city_is_no_answer_for_its_province(engine: Assistant) -> None:
    answer = ask(engine, "湖南省2020年高新技术企业多少家？")
    assert (answer.status, answer.answer) == (
        Status.NOT_STATED,
        messages.only_of_a_part("湖南省", "株洲市"),
    )
    assert answer.suggestions == (OTHER,)
    assert [n.document_id for n in answer.nearest] == ["plan"]


def test_keywords_get_the_figure_of_a_city_with_a_word_that_it_is_one(engine: Assistant) -> None:
    answer = ask(engine, "湖南省2020年高新技术企业")
    assert (answer.status, answer.suggestions[0]) == (Status.CLARIFY, OTHER)
    assert answer.notices[0] == f"所引的是株洲市的数字，不是湖南省的。是不是想问：“{OTHER}”"


def test_another_place_is_answered_for_its_own_time_where_it_has_none_for_the_old_one(
    engine: Assistant,
) -> None:
    answer = ask(engine, "株洲市到2035年高新技术企业要达到多少家？", "湖南省呢？")
    assert answer.status is Status.CLARIFY
    assert answer.standalone == "湖南省高新技术企业要达到多少家?"
    assert answer.notices[0] == (
        "没有写明前面所问时间的数字，这里不限时间回答。如要问某一年，请写明年份。"
    )
    assert answer.citations[0].address.startswith(MEASURES_NAME)


def test_another_place_that_states_no_such_figure_at_any_time_is_refused(
    engine: Assistant,
) -> None:
    answer = ask(engine, "株洲市到2035年研发投入强度要达到多少？", "湖南省呢？")
    assert answer.status is Status.NOT_STATED


def test_a_figure_that_is_told_of_the_city_asked_about_is_its_own() -> None:
    report = Document(
        id="report", file="r.txt", title="湖南省科技工作汇报", level="省", region="湖南省"
    )
    text = (
        "湖南省科技工作汇报\n\n一、不足\n"
        "从财政科技支出看，株洲市占全省总额的45.5%，其余各市均占比在6%以下。\n"
    )
    answer = ask(Assistant(index_of(parsed(report, text))), "财政科技支出 株洲占比")
    assert answer.status is Status.ANSWERED
    assert "45.5%" in answer.answer
