"""Figures asked for, found among the Targets that were read out of the clauses.

A sentence often states many figures; the fact whose indicator is the asked one answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Statement, Support
from assistant.steps.weigh import dense_share
from assistant.understanding.concepts import Concept, bigrams, content_runs, coverage
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from assistant.understanding.times import years_in
from corpus.models import Target

FIGURE_KINDS = frozenset({Asked.COUNT, Asked.AMOUNT, Asked.RATE, Asked.QUANTITY, Asked.DATE})
LEAST = 0.62
"""A fact under this score is not surely the one asked for."""
SURE = 0.85
"""From here on a figure answers even where its clause was not found first."""
_YEARLY = re.compile(r"每年|年度|一年|^年|年均|全年|annual|per year")
_MONEY_UNITS = ("元", "万元", "亿元", "美元")


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A target or reported figure with how well it fits the question, about 0–1.2."""

    target: Target
    evidence: Evidence
    score: float


def find_figures_asked(
    evidence: Sequence[Evidence],
    understanding: Understanding,
    library: Library,
    years: Sequence[str] | None = None,
    unit: str | None = None,
) -> list[FoundFigure]:
    """The figures of the given clauses, best fit first.

    `years` replace those of the question; figures in `unit` are preferred, so that the sides of a
    comparison can be compared.
    """
    wanted = tuple(understanding.years if years is None else years)
    best = max((e.score for e in evidence), default=1.0) or 1.0
    found = [
        FoundFigure(
            target,
            clause,
            _fit(target, clause, understanding, library, wanted)
            + 0.15 * clause.score / best
            + 0.3 * (unit is not None and target.unit == unit),
        )
        for clause in evidence
        for target in library.targets(clause.key)
    ]
    return sorted(found, key=lambda f: -f.score)


def _fit(
    target: Target,
    evidence: Evidence,
    understanding: Understanding,
    library: Library,
    years: Sequence[str],
) -> float:
    clause = library.clause(evidence.key)
    subject = fold(f"{target.subject or ''} {target.indicator} {clause.title or ''} {target.quote}")
    named = coverage(understanding.focus, subject)
    precise = _explained(fold(target.indicator), understanding.focus)
    dense = max(
        (s.dense for s in evidence.sentences if s.start <= target.start and target.end <= s.end),
        default=evidence.dense,
    )
    score = 0.35 * named + 0.3 * precise + 0.2 * dense_share(dense)
    score += _unit_fit(target, understanding)
    if _YEARLY.search(understanding.text) and _YEARLY.search(target.indicator + target.quote):
        score += 0.06
    if understanding.tense:
        score += 0.1 if understanding.tense == target.kind else -0.1
    stated = set(years_in(target.deadline or target.quote))
    if years and stated:
        score += 0.12 if stated.intersection(years) else -0.12
    return score


def _explained(indicator: str, concepts: Sequence[Concept]) -> float:
    """Share of an indicator's character pairs that the question names: 高新技术企业 explains

    all of 高新技术企业 and half of 高新技术企业工业总产值.
    """
    pairs = [p for run in content_runs(indicator) for p in bigrams(run)]
    if not pairs:
        return 0.0
    said = " ".join(w for c in concepts for w in c.wordings)
    return sum(pair in said for pair in pairs) / len(pairs)


def _unit_fit(target: Target, understanding: Understanding) -> float:
    unit = target.unit or ""
    money, rate = unit in _MONEY_UNITS, unit in ("%", "个百分点", "倍")
    if understanding.asks(Asked.AMOUNT):
        return 0.1 if money else -0.25
    if understanding.asks(Asked.RATE):
        return 0.1 if rate else -0.2
    if understanding.asks(Asked.COUNT):
        return -0.25 if money or rate else 0.1 * (bool(unit) and unit in understanding.text)
    return 0.0


def figure_statement(found: FoundFigure, library: Library) -> Statement:
    """The figure with its deadline, under its clause's address."""
    target = found.target
    clause = library.clause(found.evidence.key)
    when = target.deadline or ""
    quote = target.quote.strip("，；。、 ")
    if when and when in quote:
        when = ""
    if when and target.kind == "target" and when[0].isdigit():
        when = f"到{when}"
    return Statement(
        f"根据{clause.address}，{when + '，' if when else ''}{quote}。",
        (Support(target.document_id, target.clause, target.start, target.end),),
    )
