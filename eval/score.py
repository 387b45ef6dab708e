"""Predictions held against their cases: the table by kind and in total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.cases import Case
from eval.metrics import Judgement, Summary, judge, summarise
from eval.predictions import Prediction
from eval.tables import share, table

_HEADER = ("类别", "数量", "正确", "引用召回", "应拒已拒", "误拒", "无据数字")


@dataclass(frozen=True, slots=True)
class Score:
    """Judgements with their summaries."""

    judgements: tuple[Judgement, ...]
    by_kind: Mapping[str, Summary]
    total: Summary
    missing: tuple[str, ...]
    """Ids of cases without a prediction: counted as wrong, and as no refusal."""


def score(cases: Sequence[Case], predictions: Mapping[str, Prediction]) -> Score:
    """Judge every case; predictions for other cases are ignored."""
    silent = {c.id: Prediction(id=c.id, status="missing", refused=False, answer="") for c in cases}
    judgements = tuple(judge(c, predictions.get(c.id, silent[c.id])) for c in cases)
    by_kind = {
        kind: summarise([j for j in judgements if j.kind == kind])
        for kind in sorted({j.kind for j in judgements})
    }
    missing = tuple(c.id for c in cases if c.id not in predictions)
    return Score(judgements, by_kind, summarise(judgements), missing)


def score_table(result: Score) -> str:
    """The Markdown table by kind, the total last."""
    rows = [_row(kind, summary) for kind, summary in result.by_kind.items()]
    return table(_HEADER, [*rows, _row("合计", result.total)])


def failures(cases: Sequence[Case], predictions: Mapping[str, Prediction], result: Score) -> str:
    """Every case that is not right, with the reason: for the one who mends it."""
    by_id = {c.id: c for c in cases}
    blocks = []
    for j in result.judgements:
        if j.right and not j.unsupported_numbers:
            continue
        case, prediction = by_id[j.id], predictions.get(j.id)
        lines = [f"── {j.id}（{j.kind}） {' ⏎ '.join(case.turns)}"]
        if prediction is None:
            lines.append("   没有预测")
        else:
            cited = "；".join(c.address for c in prediction.citations)
            lines += [f"   状态 {prediction.status}：{prediction.answer}", f"   引用 {cited}"]
        lines += [f"   缺要点：{' / '.join(case.must[i])}" for i in j.missing_must]
        lines += [
            f"   缺依据：{' / '.join(f'{q.doc} {q.quote}' for q in case.evidence[i])}"
            for i in j.missing_evidence
        ]
        lines += [f"   不应出现：{words}" for words in j.found_must_not]
        lines += [f"   无据数字：{number}" for number in j.unsupported_numbers]
        if j.refused == case.answerable:
            lines.append("   误拒" if j.refused else "   应拒未拒")
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def _row(name: str, s: Summary) -> tuple[str, ...]:
    return (
        name,
        str(s.cases),
        share(s.right),
        share(s.citation_recall),
        share(s.refused_unanswerable),
        share(s.refused_answerable),
        str(s.unsupported_numbers),
    )
