from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Exchange, Status, Turn
from assistant.steps.read_english import ReadEnglish


def test_an_english_question_gets_a_gloss_with_the_other_wordings_of_its_terms(
    engine: Assistant,
) -> None:
    turn = ReadEnglish(engine.library)(
        Turn(question="How many incubators does Zhuzhou want by 2025?")
    )
    assert turn.gloss == "株洲到2025年打算孵化器有多少个？"
    assert turn.wordings == (("孵化器", ("科技企业孵化器",)),)
    assert turn.said == turn.gloss


def test_a_chinese_question_is_left_alone(engine: Assistant) -> None:
    turn = Turn(question="R&D投入强度目标是多少？")
    assert ReadEnglish(engine.library)(turn) == turn


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many high-tech enterprises does Zhuzhou plan to have by 2025?", "400家"),
        ("How many high-tech enterprises did Zhuzhou have in 2020?", "180家"),
        ("What is the maximum R&D subsidy for a single enterprise in Hunan?", "200万元"),
        ("Which department leads the innovation voucher?", "省科技厅牵头"),
    ],
)
def test_an_english_question_is_answered_by_the_clause(
    engine: Assistant, question: str, said: str
) -> None:
    answer = engine.answer(question)
    assert said in answer.answer
    assert answer.question == question


def test_both_sides_of_an_english_comparison_are_answered(engine: Assistant) -> None:
    answer = engine.answer("Compare the 2025 high-tech enterprise goals of Hunan and Zhuzhou.")
    assert "3000家" in answer.answer
    assert "400家" in answer.answer


def test_an_english_follow_up_takes_its_subject_from_the_question_before(engine: Assistant) -> None:
    question = "How many high-tech enterprises should Hunan have by 2025?"
    history = [Exchange(question, engine.answer(question))]
    assert "400家" in engine.answer("And Zhuzhou?", history=history).answer


def test_what_no_document_speaks_of_is_refused(engine: Assistant) -> None:
    assert engine.answer("How much is a dog licence in Zhuzhou?").status is Status.NOT_IN_CORPUS


@pytest.mark.parametrize(
    ("question", "gloss"),
    [
        (
            "high-tech enterprises in Zhuzhou by 2025 要达到多少家？",
            "高新技术企业株洲到2025年要达到多少家?",
        ),
        ("provincial incubators 都包括哪些？请列全", "省级孵化器 都包括哪些?请列全"),
        ("maker spaces 2022 年建几家", "众创空间2022年建几家"),
        ("innovation voucher zeppelin subsidies 最多给多少钱", "创新券 zeppelin 补贴 最多给多少钱"),
    ],
)
def test_a_question_that_asks_in_chinese_keeps_its_order(
    engine: Assistant, question: str, gloss: str
) -> None:
    turn = ReadEnglish(engine.library)(Turn(question=question))
    assert " ".join(turn.gloss.split()) == gloss


def test_a_mixed_question_is_answered_by_the_clause(engine: Assistant) -> None:
    assert "400家" in engine.answer("Zhuzhou high-tech enterprises by 2025 要达到多少家").answer
