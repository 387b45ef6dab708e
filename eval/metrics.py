"""When an answer is right, and how much of the evidence a retrieval found. Pure functions.

Evidence is a list of groups, all needed; a group is covered when the folded quote of one of its
alternatives lies within one folded text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import fmean

from eval.cases import Case
from eval.numbers import unsupported
from eval.predictions import Prediction
from eval.text import fold


@dataclass(frozen=True, slots=True)
class Judgement:
    """One case with its prediction, and why it is not right."""

    id: str
    kind: str
    answerable: bool
    right: bool
    refused: bool
    evidence_groups: int
    missing_evidence: tuple[int, ...] = ()
    """Positions of the groups that no citation's passage holds."""
    missing_must: tuple[int, ...] = ()
    """Positions of the groups that do not occur in the answer."""
    found_must_not: tuple[str, ...] = ()
    unsupported_numbers: tuple[str, ...] = ()
    """Numbers of the answer in no cited passage, address or user turn."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Shares from 0 to 1; None where no case counts."""

    cases: int
    right: float | None
    right_answerable: float | None
    citation_recall: float | None
    """Mean over answerable cases of the share of evidence groups that citations cover."""
    refused_unanswerable: float | None
    refused_answerable: float | None
    unsupported_numbers: int


def judge(case: Case, prediction: Prediction) -> Judgement:
    """Hold a prediction against its case."""
    answer = fold(prediction.answer)
    passages = [fold(c.passage) for c in prediction.citations]
    missing_evidence = uncovered(evidence_quotes(case), passages)
    missing_must = tuple(
        i
        for i, variants in enumerate(case.must)
        if not any(fold(variant) in answer for variant in variants)
    )
    found_must_not = tuple(words for words in case.must_not if fold(words) in answer)
    if case.answerable:
        right = not (prediction.refused or missing_must or found_must_not or missing_evidence)
    else:
        right = prediction.refused and not found_must_not
    return Judgement(
        id=case.id,
        kind=case.kind,
        answerable=case.answerable,
        right=right,
        refused=prediction.refused,
        evidence_groups=len(case.evidence),
        missing_evidence=missing_evidence,
        missing_must=missing_must,
        found_must_not=found_must_not,
        unsupported_numbers=unsupported(prediction.answer, _sources(case, prediction)),
    )


def summarise(judgements: Sequence[Judgement]) -> Summary:
    """The figures of the interface over some cases."""
    answerable = [j for j in judgements if j.answerable]
    unanswerable = [j for j in judgements if not j.answerable]
    return Summary(
        cases=len(judgements),
        right=_mean(j.right for j in judgements),
        right_answerable=_mean(j.right for j in answerable),
        citation_recall=_mean(
            1 - len(j.missing_evidence) / j.evidence_groups for j in answerable if j.evidence_groups
        ),
        refused_unanswerable=_mean(j.refused for j in unanswerable),
        refused_answerable=_mean(j.refused for j in answerable),
        unsupported_numbers=sum(len(j.unsupported_numbers) for j in judgements),
    )


def evidence_quotes(case: Case) -> list[list[str]]:
    """The folded quotes of every evidence group."""
    return [[fold(alternative.quote) for alternative in group] for group in case.evidence]


def uncovered(groups: Sequence[Sequence[str]], texts: Sequence[str]) -> tuple[int, ...]:
    """Positions of the groups of which no quote lies within one of the texts (all folded)."""
    return tuple(
        i
        for i, quotes in enumerate(groups)
        if not any(quote in text for quote in quotes for text in texts)
    )


def recall_at(groups: Sequence[Sequence[str]], retrieved: Sequence[str], k: int) -> float:
    """Share of evidence groups in the first k retrieved texts (all folded)."""
    return (len(groups) - len(uncovered(groups, retrieved[:k]))) / len(groups)


def recall_within(
    groups: Sequence[Sequence[str]], retrieved: Sequence[str], characters: int
) -> float:
    """Share of evidence groups in the first characters of the retrieved texts (all folded).

    The last text is cut where the budget ends: what a reader would see of it.
    """
    seen = []
    left = characters
    for text in retrieved:
        if left <= 0:
            break
        seen.append(text[:left])
        left -= len(text)
    return (len(groups) - len(uncovered(groups, seen))) / len(groups)


def _sources(case: Case, prediction: Prediction) -> Iterable[str]:
    cited = chain.from_iterable((c.passage, c.quote, c.address) for c in prediction.citations)
    return chain(cited, case.turns)


def _mean(values: Iterable[float]) -> float | None:
    listed = list(values)
    return fmean(listed) if listed else None
