from __future__ import annotations

from pathlib import Path

import pytest

from eval.cases import Quote
from eval.errors import EvalError
from eval.figures import share_of
from eval.jsonl import write_jsonl
from eval.paraphrases import (
    Agreement,
    Paraphrases,
    agree,
    agreement_table,
    consistency,
    paraphrase_quotes,
    read_paraphrases,
)
from eval.predictions import CitedClause, Prediction

GROUP = Paraphrases(
    id="g",
    wordings=["奖励多少？", "能拿几个钱？", "补多少"],
    evidence=[[Quote(doc="x", quote="给予10万元奖励")]],
    must=[["10万元"], ["一次性"]],
)


def answer(number: int, text: str, *addresses: str, refused: bool = False) -> Prediction:
    return Prediction(
        id=f"g#{number}",
        status="unanswerable_not_stated" if refused else "answered",
        refused=refused,
        answer=text,
        citations=[
            CitedClause(
                marker=i,
                document_id="x",
                address=address,
                quote="",
                passage="给予10万元奖励，一次性",
                start=0,
                end=1,
            )
            for i, address in enumerate(addresses, 1)
        ],
    )


def agreement(*answers: Prediction) -> Agreement:
    return agree(GROUP, {a.id: a for a in answers})


def test_every_wording_is_a_case_of_its_own_with_the_key_of_the_group() -> None:
    third = GROUP.cases[2]
    assert (third.id, third.turns, third.must, third.evidence) == (
        "g#3",
        ["补多少"],
        GROUP.must,
        GROUP.evidence,
    )
    assert third.answerable


def test_equal_answers_agree_wholly() -> None:
    assert agreement(*(answer(n, "一次性10万元", "一", "二") for n in (1, 2, 3))) == Agreement(
        id="g", right=(True, True, True), same_clauses=1.0, same_facts=1.0
    )


def test_pairs_are_compared_by_the_clauses_cited_and_the_points_found() -> None:
    found = agreement(
        answer(1, "一次性10万元", "一", "二"),
        answer(2, "一次性10万元", "一"),
        answer(3, "10万元", "三"),
    )
    assert found.right == (True, True, False)
    assert found.same_clauses == pytest.approx((1 / 2 + 0 + 0) / 3)
    assert found.same_facts == pytest.approx(1 / 3)


def test_refusals_and_answers_without_the_points_agree_in_nothing() -> None:
    refused = [answer(n, "没有写明一次性10万元", refused=True) for n in (1, 2, 3)]
    assert agreement(*refused) == Agreement("g", (False, False, False), 0.0, 0.0)


def test_figures_are_over_groups() -> None:
    figures = consistency(
        [Agreement("a", (True, True), 1.0, 0.5), Agreement("b", (True, False), 0.5, 0.5)]
    )
    assert {key: (f.value, f.n) for key, f in figures.items()} == {
        "all_right": (0.5, 2),
        "right": (0.75, 2),
        "same_clauses": (0.75, 2),
        "same_facts": (0.5, 2),
    }
    assert figures["all_right"] == share_of([True, False])


def test_the_table_shows_which_wordings_fail() -> None:
    table = agreement_table([Agreement("g", (True, False, True), 0.5, 1 / 3)])
    assert table.split("\n")[-1] == "| g   | ✓✗✓    | 0.500        | 0.333    |"


def test_groups_come_from_disk_and_one_wording_is_no_group(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    write_jsonl(path, [GROUP])
    assert read_paraphrases([path]) == [GROUP]
    assert list(paraphrase_quotes([GROUP])) == [("g", "x", "给予10万元奖励")]
    path.write_text('{"id":"g","wordings":["一"],"evidence":[],"must":[]}', encoding="utf-8")
    with pytest.raises(EvalError, match=r"第 1 行不合格式（wordings"):
        read_paraphrases([path])
