"""The metrics, each a name and what a judged case adds to it; None where the case does not count.

What they mean in words stands in eval/data/README.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from eval.figures import Figure, count_of, mean_of, share_of
from eval.judge import Judgement

Form = Literal["share", "mean", "count"]
Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Metric:
    """A share of cases, a mean over cases or a count of things found in them."""

    key: str
    """In results and bounds."""
    name: str
    """In tables."""
    form: Form
    of: Callable[[Judgement], float | None]
    lower_is_better: bool = False

    def over(self, judgements: Sequence[Judgement]) -> Figure:
        """The figure of some cases."""
        values = [value for j in judgements if (value := self.of(j)) is not None]
        if self.form == "count":
            return count_of(int(value) for value in values)
        if self.form == "share":
            return share_of(bool(value) for value in values)
        return mean_of(values)


def summarise(judgements: Sequence[Judgement]) -> dict[str, Figure]:
    """Every metric over some cases, by key."""
    return {metric.key: metric.over(judgements) for metric in METRICS}


def _fact_recall(j: Judgement) -> float | None:
    if not j.answerable or not j.must_groups:
        return None
    # What a refusal happens to mention tells nobody anything.
    return 0.0 if j.refused else 1 - len(j.missing_must) / j.must_groups


def _citation_recall(j: Judgement) -> float | None:
    if not j.answerable or not j.evidence_groups:
        return None
    return 1 - len(j.missing_evidence) / j.evidence_groups


def _citation_precision(j: Judgement) -> float | None:
    if not j.answerable or j.refused or not j.cited:
        return None
    return j.supporting / j.cited


METRICS = (
    Metric("right", "正确", "share", lambda j: j.right),
    Metric("right_answerable", "可答且答对", "share", lambda j: j.right if j.answerable else None),
    Metric("fact_recall", "要点召回", "mean", _fact_recall),
    Metric("citation_recall", "引用召回", "mean", _citation_recall),
    Metric("citation_precision", "引用支持", "mean", _citation_precision),
    Metric(
        "refused_unanswerable",
        "应拒已拒",
        "share",
        lambda j: None if j.answerable else j.refused,
    ),
    Metric(
        "refused_answerable",
        "误拒",
        "share",
        lambda j: j.refused if j.answerable else None,
        lower_is_better=True,
    ),
    Metric("follow_up", "追问答对", "share", lambda j: j.right if j.turns > 1 else None),
    Metric("lists_complete", "列举完整", "share", lambda j: j.right if j.kind == "list" else None),
    Metric(
        "unsupported_numbers",
        "无据数字",
        "count",
        lambda j: len(j.unsupported_numbers),
        lower_is_better=True,
    ),
    Metric(
        "unsupported_dates",
        "无据日期",
        "count",
        lambda j: len(j.unsupported_dates),
        lower_is_better=True,
    ),
    Metric(
        "unsupported_names",
        "无据机构文号",
        "count",
        lambda j: len(j.unsupported_names),
        lower_is_better=True,
    ),
)
