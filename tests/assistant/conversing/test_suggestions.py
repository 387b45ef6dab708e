from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversing.suggestions import MOST, Suggester
from assistant.models import Exchange
from assistant.service import Service
from eval.cases import read_cases
from eval.sets import files_of


def offered(engine: Assistant, question: str) -> list[str]:
    return [o.question for o in Suggester(engine.library).offers(engine.answer(question))]


def test_what_the_clause_says_besides_is_offered_before_what_follows_it(engine: Assistant) -> None:
    assert offered(engine, "博士每月能领多少生活补贴？") == [
        "《株洲市“十四五”科技创新规划》市人力资源社会保障局牵头哪些工作？",
        "《株洲市“十四五”科技创新规划》“建设科技园区”讲了什么？",
        "《株洲市“十四五”科技创新规划》三（二）原文",
    ]


def test_what_the_answer_gives_is_not_offered_again(engine: Assistant) -> None:
    assert not any("哪些部门负责" in q for q in offered(engine, "发放创新券由哪个部门牵头？"))


def test_the_same_figure_of_another_document_is_offered(engine: Assistant) -> None:
    assert any(
        q.startswith("《湖南省支持科技型企业发展若干措施》2025年高新技术企业")
        for q in offered(engine, "株洲市2025年高新技术企业目标是多少家？")
    )


def test_a_refusal_offers_nothing(engine: Assistant) -> None:
    assert offered(engine, "养老院床位补贴多少钱？") == []


def test_every_offer_is_answered_from_its_clause(engine: Assistant) -> None:
    questions = (
        "科技型小微企业每年能领多少创新券？",
        "孵化器的场地面积要多大？",
        "省科技厅负责哪些工作？",
        "株洲市2025年高新技术企业目标是多少家？",
    )
    for question in questions:
        for offer in Suggester(engine.library).offers(engine.answer(question)):
            answer = engine.answer(offer.question)
            cited = [(c.document_id, c.clause) for c in answer.citations]
            assert (answer.refused, offer.key in cited) == (False, True), offer


@pytest.mark.slow
def test_the_corpus_answers_what_is_suggested_after_the_development_questions(
    project_service: Service,
) -> None:
    assistant = project_service.assistant
    suggested: dict[str, None] = {}
    # Every third case: the others lead to the same clauses and take minutes.
    for case in read_cases(files_of("dev"))[::3]:
        history: tuple[Exchange, ...] = ()
        for turn in (t for t in case.turns if t.strip()):
            answer = assistant.answer(turn, history=history)
            history = (*history, Exchange(turn, answer))
            assert len(answer.suggestions) <= MOST
            suggested.update(dict.fromkeys(answer.suggestions))
    unanswered = [s for s in suggested if assistant.answer(s).refused]
    assert len(suggested) > 200
    assert len(unanswered) <= 0.03 * len(suggested), unanswered
