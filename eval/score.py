"""Predictions held against their cases: the table by kind and in total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.cases import Case
from eval.figures import Figure
from eval.judge import Judgement, judge
from eval.metrics import METRICS, Figures, summarise
from eval.predictions import Prediction
from eval.tables import share, table

_BY_KIND = tuple(m for m in METRICS if m.key not in ("right_answerable", "lists_complete"))
"""In the table by kind; the others are a kind of their own, or follow from two columns."""


@dataclass(frozen=True, slots=True)
class Score:
    """Judgements with their figures."""

    judgements: tuple[Judgement, ...]
    by_kind: Mapping[str, Figures]
    total: Figures
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
    rows = [_row(kind, figures) for kind, figures in result.by_kind.items()]
    header = ("类别", "数量", *(metric.name for metric in _BY_KIND))
    return table(header, [*rows, _row("合计", result.total)])


def interval_table(figures: Figures) -> str:
    """The Markdown table of all metrics with intervals."""
    rows = [
        (metric.name, printed(f := figures[metric.key], metric.form), interval(f), str(f.n))
        for metric in METRICS
    ]
    return table(("指标", "数值", "95% 区间", "计入"), rows)


def printed(figure: Figure, form: str) -> str:
    """A share with three decimals or a count."""
    if form == "count" and figure.value is not None:
        return str(int(figure.value))
    return share(figure.value)


def interval(figure: Figure) -> str:
    """The bounds, or – where there are none."""
    return "–" if figure.low is None else f"{share(figure.low)}–{share(figure.high)}"


def failures(cases: Sequence[Case], predictions: Mapping[str, Prediction], result: Score) -> str:
    """Every case that is not right, with the reason: for the one who mends it."""
    by_id = {c.id: c for c in cases}
    blocks = []
    for j in result.judgements:
        if j.right and not j.invented:
            continue
        case, prediction = by_id[j.id], predictions.get(j.id)
        lines = [f"── {j.id}（{j.kind}） {' ⏎ '.join(case.turns)}"]
        if prediction is None:
            lines.append("   没有预测")
        else:
            cited = "；".join(c.address for c in prediction.citations)
            lines += [f"   状态 {prediction.status}：{prediction.answer}", f"   引用 {cited}"]
        blocks.append("\n".join([*lines, *(f"   {reason}" for reason in reasons(case, j))]))
    return "\n".join(blocks)


def reasons(case: Case, j: Judgement) -> list[str]:
    """What is wrong with an answer, a line each."""
    lines = [f"缺要点：{' / '.join(case.must[i])}" for i in j.missing_must]
    lines += [
        f"缺依据：{' / '.join(f'{q.doc} {q.quote}' for q in case.evidence[i])}"
        for i in j.missing_evidence
    ]
    lines += [f"不应出现：{words}" for words in j.found_must_not]
    lines += [f"无据数字：{number}" for number in j.unsupported_numbers]
    lines += [f"无据日期：{date}" for date in j.unsupported_dates]
    lines += [f"无据机构文号：{name}" for name in j.unsupported_names]
    if j.refused == case.answerable:
        lines.append("误拒" if j.refused else "应拒未拒")
    return lines


def _row(name: str, figures: Figures) -> tuple[str, ...]:
    cells = (printed(figures[metric.key], metric.form) for metric in _BY_KIND)
    return (name, str(figures["right"].n), *cells)
