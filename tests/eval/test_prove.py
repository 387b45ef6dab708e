from __future__ import annotations

import pytest

from assistant.settings import Settings
from eval.__main__ import main
from eval.cases import Case, Quote, read_cases
from eval.corpora import clause_texts, source_texts
from eval.prove import Proof, absent_quotes, prove, shared_words
from eval.sets import CASE_SETS, files_of
from eval.text import fold

SOURCE = {"x": "一、奖励\n对新认定的企业，给予 １０ 万元\n奖励.\n"}
CLAUSES = {"x": ["一、奖励\n对新认定的企业，给予10万元奖励。"]}


def case(quote: str, question: str = "奖励多少", **changes: object) -> Case:
    fields: dict[str, object] = {
        "id": "a",
        "kind": "support",
        "turns": [question],
        "answerable": True,
        "evidence": [[Quote(doc="x", quote=quote)]],
    }
    return Case.model_validate({**fields, **changes})


def test_a_quote_that_stands_in_the_source_is_proved_despite_its_layout() -> None:
    proof = prove([case("给予10万元奖励。")], SOURCE, CLAUSES)
    assert proof == Proof(faults=(), cases=1, by_kind={"support": 1}, answerable=1, few_words=0)


def test_every_fault_is_named() -> None:
    cases = [
        case("给予20万元"),
        case("给予", evidence=[[Quote(doc="y", quote="给予")]]),
        case("给予", evidence=[]),
        case("给予", question=" ", answerable=False),
    ]
    assert prove(cases, SOURCE, CLAUSES).faults == (
        "a：x 中没有“给予20万元”",
        "a：没有文件 y",
        "a：可回答的问题没有 evidence",
        "a：不可回答的问题有 evidence 或 must",
        "a：最后一轮是空的",
    )


def test_quotes_of_other_keys_are_proved_as_well() -> None:
    quotes = [("g", "x", "给予10万元"), ("g", "x", "给予20万元"), ("p", "y", "给予")]
    assert absent_quotes(quotes, SOURCE) == ["g：x 中没有“给予20万元”", "p：没有文件 y"]


@pytest.mark.parametrize(
    ("question", "shared"),
    [("给予奖励", 2 / 3), ("能拿几个钱", 0.0), ("对新认定", 1.0), ("？", 0.0)],
)
def test_shared_words_are_counted_against_the_clause(question: str, shared: float) -> None:
    folded = {"x": [fold(text) for text in CLAUSES["x"]]}
    assert shared_words(case("给予10万元", question), folded) == pytest.approx(shared)


def test_the_projects_own_cases_hold_and_four_in_ten_share_few_words_with_the_text() -> None:
    documents = Settings.load().documents
    cases = read_cases([file for name in CASE_SETS for file in files_of(name)])
    proof = prove(cases, source_texts(documents), clause_texts(documents))
    assert (proof.faults, proof.cases, proof.answerable) == ((), 5077, 4059)
    assert proof.few_words / proof.answerable >= 0.4


def test_the_command_prints_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prove"]) == 0
    assert "| 合计          | 5077 |\n\n与条款用词相近不到 25%" in capsys.readouterr().out
