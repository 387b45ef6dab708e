from __future__ import annotations

from eval.cases import Case, Quote
from eval.coverage import recall_at, recall_within
from eval.figures import Figure
from eval.judge import Judgement, judge
from eval.metrics import summarise
from eval.predictions import CitedClause, Prediction

PASSAGE = "二、对首次认定的企业，给予 10 万元奖励。"


def case(**changes: object) -> Case:
    fields: dict[str, object] = {
        "id": "a",
        "kind": "support",
        "turns": ["奖励多少？"],
        "answerable": True,
        "evidence": [[Quote(doc="x", quote="给予10万元奖励")]],
        "must": [["10万元", "十万元"]],
        "must_not": ["20万元"],
    }
    return Case.model_validate({**fields, **changes})


def prediction(answer: str, *, refused: bool = False, passage: str = PASSAGE) -> Prediction:
    cited = CitedClause(
        marker=1, document_id="x", address="《某》二", quote="奖励", passage=passage, start=0, end=2
    )
    return Prediction(
        id="a",
        status="unanswerable_not_stated" if refused else "answered",
        refused=refused,
        answer=answer,
        citations=[] if refused else [cited],
    )


def right(**changes: object) -> Judgement:
    return Judgement(
        **{  # type: ignore[arg-type]
            "id": "a",
            "kind": "support",
            "answerable": True,
            "right": True,
            "refused": False,
            "must_groups": 1,
            "evidence_groups": 1,
            "cited": 1,
            "supporting": 1,
            **changes,
        }
    )


def test_an_answer_with_every_point_and_its_clause_is_right() -> None:
    assert judge(case(), prediction("奖励１０ 万元[1]。")) == right()


def test_a_missing_point_a_forbidden_word_and_a_foreign_clause_are_each_named() -> None:
    judged = judge(case(), prediction("奖励20万元[1]。", passage="三、其他"))
    assert judged == right(
        right=False,
        missing_must=(0,),
        found_must_not=("20万元",),
        missing_evidence=(0,),
        supporting=0,
        unsupported_numbers=("20",),
    )


def test_a_refused_answerable_question_is_not_right() -> None:
    assert judge(case(), prediction("文件没有写明。", refused=True)) == right(
        right=False,
        refused=True,
        missing_must=(0,),
        missing_evidence=(0,),
        cited=0,
        supporting=0,
    )


def test_one_alternative_of_a_group_is_enough_and_every_group_is_needed() -> None:
    groups = [
        [Quote(doc="x", quote="没有的话"), Quote(doc="y", quote="首次认定的企业")],
        [Quote(doc="x", quote="另一处")],
    ]
    assert judge(case(evidence=groups), prediction("10万元[1]")) == right(
        right=False, evidence_groups=2, missing_evidence=(1,)
    )


def test_an_unanswerable_question_is_right_when_refused_without_forbidden_words() -> None:
    hard = case(answerable=False, evidence=[], must=[])
    base = {"answerable": False, "evidence_groups": 0, "must_groups": 0, "supporting": 0}
    refused = {**base, "cited": 0, "refused": True}
    assert judge(hard, prediction("没有写明。", refused=True)) == right(**refused)
    assert judge(hard, prediction("10万元[1]")) == right(**base, right=False)
    assert judge(hard, prediction("不是20万元", refused=True)) == right(
        **refused,
        right=False,
        found_must_not=("20万元",),
        unsupported_numbers=("20",),
    )


def test_numbers_of_any_user_turn_are_no_invention() -> None:
    asked = case(turns=["我们有30人", "奖励多少？"])
    assert judge(asked, prediction("30人，10万元[1]")) == right(turns=2)


def test_dates_and_bodies_of_no_source_are_named() -> None:
    answer = "由省财政厅在2023年5月发给10万元[1]"
    judged = judge(case(), prediction(answer))
    assert (judged.right, judged.unsupported_dates, judged.unsupported_names) == (
        True,
        ("2023年5月",),
        ("由省财政厅",),
    )
    assert judged.invented == ("2023", "5", "2023年5月", "由省财政厅")


def test_a_cited_passage_supports_by_evidence_or_by_a_point_and_counts_once() -> None:
    def cited(marker: int, passage: str) -> CitedClause:
        return CitedClause(
            marker=marker,
            document_id="x",
            address="《某》",
            quote="",
            passage=passage,
            start=0,
            end=1,
        )

    passages = [PASSAGE, PASSAGE, "另见十万元一档。", "三、其他"]
    answered = prediction("10万元").model_copy(
        update={"citations": [cited(i, text) for i, text in enumerate(passages, 1)]}
    )
    judged = judge(case(evidence=[[Quote(doc="x", quote="首次认定的企业")]]), answered)
    assert (judged.cited, judged.supporting) == (3, 2)


def figures(*judgements: Judgement) -> dict[str, tuple[float | None, int]]:
    return {key: (f.value, f.n) for key, f in summarise(judgements).items()}


def test_the_summary_counts_each_figure_over_its_own_cases() -> None:
    assert figures(
        right(kind="list", must_groups=2, missing_must=(1,), cited=4, turns=2),
        right(right=False, refused=True, evidence_groups=2, missing_evidence=(0,)),
        right(answerable=False, refused=True, evidence_groups=0),
        right(
            answerable=False,
            right=False,
            unsupported_numbers=("9", "8"),
            unsupported_dates=("9月",),
            unsupported_names=("某局", "某厅", "某委"),
        ),
    ) == {
        "right": (0.5, 4),
        "right_answerable": (0.5, 2),
        "fact_recall": (0.25, 2),
        "citation_recall": (0.75, 2),
        "citation_precision": (0.25, 1),
        "refused_unanswerable": (0.5, 2),
        "refused_answerable": (0.5, 2),
        "follow_up": (1.0, 1),
        "lists_complete": (1.0, 1),
        "unsupported_numbers": (2.0, 4),
        "unsupported_dates": (1.0, 4),
        "unsupported_names": (3.0, 4),
    }


def test_a_share_of_nothing_is_unknown_not_zero() -> None:
    assert summarise([])["right"] == Figure(None, None, None, 0)
    assert summarise([])["fact_recall"] == Figure(None, None, None, 0)


def test_recall_counts_groups_found_in_the_first_texts() -> None:
    groups = [["甲"], ["乙", "丙"], ["丁戊"]]
    texts = ["丙", "甲丁", "戊"]
    assert [recall_at(groups, texts, k) for k in (1, 2, 3)] == [1 / 3, 2 / 3, 2 / 3]


def test_recall_within_a_budget_cuts_the_text_where_the_budget_ends() -> None:
    groups = [["甲乙"], ["丙丁"]]
    texts = ["…甲乙", "丙丁"]
    assert [recall_within(groups, texts, n) for n in (2, 3, 4, 5)] == [0, 0.5, 0.5, 1]
