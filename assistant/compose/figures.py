"""Figures asked for, found among the Targets that were read out of the clauses.

A sentence often states many figures; the fact whose indicator is the asked one answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.compose.ledger_figures import (
    Figure,
    figure_years,
    is_still_to_come,
    ledger_figures,
)
from assistant.compose.lumped import counts_within
from assistant.compose.stated import gives_alike, of_that_whole
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.steps.weigh import dense_share
from assistant.understanding.concepts import Concept, bigrams, content_runs, coverage
from assistant.understanding.figures import COUNT_UNITS, FigureKind, find_figures
from assistant.understanding.kinds import Asked, asks_gap
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding

FIGURE_KINDS = frozenset({Asked.COUNT, Asked.AMOUNT, Asked.RATE, Asked.QUANTITY, Asked.DATE})
LEAST = 0.62
"""A fact under this score is not surely the one asked for."""
SURE = 0.85
"""From here on a figure answers even where its clause was not found first."""
_APART = re.compile(r"相差|差距|低于|高于|落后|高出|差\d")
_SHARE = re.compile(r"强度|比重|占比|比例|(?<!概)率(?!先|领)")
_ADDED = re.compile(r"新增|净增|增加|新认定|再(?:建|添|增)|增长")
_TIMES = re.compile(r"倍增|翻[一两]?番")
_GROWN = re.compile(r"[增长涨翻倍]|提高|提升|比|较")
_COUNTED = re.compile(
    r"(?:多少|好多|几)(?:余|来)?[个名家项所座件户位支处台套篇份]的?(?P<noun>[一-鿿]{3,12})"
)
_YEARLY = re.compile(r"每年|年度|(?<![那这某哪])一年|^年|年均|全年|annual|per year")
_MONEY_UNITS = ("元", "万元", "亿元", "美元")
_RATE_UNITS = ("%", "个百分点", "倍", "成")


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure with the clause it stands in and how well it fits the question, about 0–1.2."""

    figure: Figure
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
    comparison can be compared. Figures of another kind than is asked (a rate for an amount) are
    left out.
    """
    wanted = tuple(understanding.years if years is None else years)
    best = max((e.score for e in evidence), default=1.0) or 1.0
    given = understanding.text if understanding.asks(Asked.AMOUNT) else ""
    found = [
        FoundFigure(
            figure,
            clause,
            _fit(figure, clause, understanding, library, wanted)
            + 0.15 * clause.score / best
            + 0.3 * (unit is not None and _alike(figure.unit, unit)),
        )
        for clause in evidence
        for figure in ledger_figures(clause.key, library)
        if _is_of_kind(figure, understanding)
        and gives_alike(given, figure.quote)
        and of_that_whole(understanding.text, _sentence(figure, clause, library))
    ]
    found.sort(key=lambda f: -f.score)
    return _beside_the_known(found, understanding, library)


def _beside_the_known(
    found: list[FoundFigure], understanding: Understanding, library: Library
) -> list[FoundFigure]:
    """The figures, but for one that the asker names: what its sentence tells beside it goes first."""
    # 889名特派员里，从高校出来的: a part of them is asked for.
    of_them = re.search(r"[里中][，,]", understanding.text)
    if not found or of_them or not _is_known(found[0].figure, understanding):
        return found
    sentence = _sentence(found[0].figure, found[0].evidence, library)
    beside = [
        f
        for f in found[1:]
        if f.evidence.key == found[0].evidence.key
        and _sentence(f.figure, f.evidence, library) == sentence
        and not _is_known(f.figure, understanding)
    ]
    return [*beside, *(f for f in found if f not in beside)]


def _sentence(figure: Figure, evidence: Evidence, library: Library) -> str:
    """The sentence that a figure stands in; its quote where that goes beyond one."""
    for start, end in library.sentences(evidence.key):
        if start <= figure.start and figure.end <= end:
            return library.text(figure.document_id, start, end)
    return figure.quote


def _alike(one: str, other: str) -> bool:
    """Whether figures in the two units can be compared: 10家 and 10个 can."""
    return one == other or (one in COUNT_UNITS and other in COUNT_UNITS)


def _is_of_kind(figure: Figure, understanding: Understanding) -> bool:
    counted = figure.kind != "measure" and figure.unit in COUNT_UNITS
    if counted and understanding.units and figure.unit not in understanding.units:
        return False  # 多少亩 is not told by 15个
    money, rate = figure.unit in _MONEY_UNITS, figure.unit in _RATE_UNITS
    if understanding.asks(Asked.AMOUNT) and not understanding.asks(Asked.RATE, Asked.COUNT):
        return money
    if understanding.asks(Asked.RATE) and not understanding.asks(Asked.AMOUNT, Asked.COUNT):
        return rate
    if understanding.asks(Asked.COUNT) and not understanding.asks(Asked.AMOUNT, Asked.RATE):
        return not money and not rate and figure.kind != "measure"
    return True


def _fit(
    figure: Figure,
    evidence: Evidence,
    understanding: Understanding,
    library: Library,
    years: Sequence[str],
) -> float:
    clause = library.clause(evidence.key)
    subject = fold(f"{figure.subject} {figure.indicator} {clause.title or ''} {figure.quote}")
    named = coverage(understanding.focus, subject)
    precise = _explained(fold(figure.indicator), understanding.focus)
    dense = max(
        (s.dense for s in evidence.sentences if s.start <= figure.start and figure.end <= s.end),
        default=evidence.dense,
    )
    score = 0.35 * named + 0.3 * precise + 0.2 * dense_share(dense)
    # 运城一个市 asks for nothing in 个.
    said = re.search(rf"(?<![一这那每某整]){re.escape(figure.unit)}", understanding.text)
    score += 0.1 * bool(figure.unit and said)
    alone = not understanding.asks(Asked.AMOUNT, Asked.RATE)
    if alone and _counts_what_is_asked(understanding.text, figure):
        score += 0.2
    if figure.kind == "measure":
        # A measure's benefit is longer than an indicator, so less of it is ever named.
        score += 0.15
    if _YEARLY.search(understanding.text) and figure.kind != "measure":
        score += 0.1 if _YEARLY.search(figure.indicator + figure.quote) else -0.1
    if counts_within(understanding.text, _stands_before(figure, library)):
        score -= 0.3
    if _TIMES.search(figure.quote) and not _GROWN.search(understanding.text):
        score -= 0.1  # 实现倍增 does not say how much that is
    if _ADDED.search(figure.quote) and not _ADDED.search(understanding.text):
        score -= 0.1  # 新增1000家 is no answer to how many there are
    if share := _SHARE.search(understanding.text):
        # An intensity is no sum.
        score += 0.1 * ((share[0] in figure.indicator) - (figure.unit in _MONEY_UNITS))
    if asks_gap(understanding.text):
        score += 0.2 if _APART.search(figure.quote) else -0.1
    if understanding.asks(Asked.DATE) and figure.kind == "target":
        score += 0.12 if figure.deadline else -0.12  # 多少家、到什么时候
    if understanding.tense and figure.kind != "measure":
        score += 0.1 if understanding.tense == figure.kind else -0.1
    stated = figure_years(figure, library) if years else frozenset()
    if stated:
        score += 0.12 if stated.intersection(years) else -0.12
    elif years and figure.kind == "progress" and is_still_to_come(years, figure, library):
        score -= 0.12
    return score


def _is_known(figure: Figure, understanding: Understanding) -> bool:
    """Whether a figure says no more than the asker (这27所高校…有多少项目): it is no answer."""
    if understanding.asserted or understanding.asks(Asked.YES_NO):
        return False
    said = {f.value for f in understanding.figures if f.kind is not FigureKind.DATE}
    told = {f.value for f in find_figures(figure.quote) if f.kind is not FigureKind.DATE}
    return bool(told - {None, 1}) and told <= said - {None, 1}


def _stands_before(figure: Figure, library: Library) -> str:
    """What the sentence of a figure says before it."""
    text = library.parsed(figure.document_id).text
    start = max(text.rfind(stop, 0, figure.start) for stop in "。；\n") + 1
    return text[start : figure.start]


def _counts_what_is_asked(text: str, figure: Figure) -> bool:
    """Whether the noun behind 多少个 is what the figure counts: 「派了多少个科技特派员？」."""
    match = _COUNTED.search(text)
    if not match:
        return False
    indicator = fold(figure.indicator)
    noun = fold(match["noun"])
    # The noun runs on into the rest of the question: its longest beginning counts.
    return any(noun[:size] in indicator for size in range(min(len(noun), 6), 2, -1))


def _explained(indicator: str, concepts: Sequence[Concept]) -> float:
    """Share of an indicator's character pairs that the question names.

    高新技术企业 explains all of 高新技术企业 and half of 高新技术企业工业总产值.
    """
    pairs = [p for run in content_runs(indicator) for p in bigrams(run)]
    if not pairs:
        return 0.0
    said = " ".join(w for c in concepts for w in c.wordings)
    return sum(pair in said for pair in pairs) / len(pairs)
