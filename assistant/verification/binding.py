"""Which figure belongs to what: 180家 of 2020 is not that of 2025, nor 15家 the count of 企业.

Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.understanding.times import years_in
from assistant.verification.alignment import Text, pairs
from assistant.verification.faults import ABSENT, ELSEWHERE, LEFT_OUT, ClaimKind, Fault
from assistant.verification.names import NUMBER
from assistant.verification.operators import operators
from assistant.verification.quantities import Quantity, limits_in, quantities

NEAR = 24
"""Characters beside a figure that may tell what it is the figure of."""
BESIDE = 6
"""Characters between a figure and a word of scope that surely belongs to it."""
_CUT = re.compile(r"[,;:、.!?()\n]")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"[\d.,零一二两三四五六七八九十百千]")
_TIME = re.compile(r'(?:19|20)\d{2}年|"?十[二三四五六七]五"?')


def figures(claim: Text, source: Text) -> Iterator[Fault]:
    """Figures of a claim that the source lacks or gives for something else."""
    bare, source_bare = _bare(claim.folded), _bare(source.folded)
    held = [_Figure.of(q, source, source_bare) for q in quantities(source_bare)]
    for quantity in quantities(bare):
        figure = _Figure.of(quantity, claim, bare)
        same = [f for f in held if f.meaning == figure.meaning]
        if not same:
            yield Fault(_kind(figure, held), quantity.said, ABSENT)
            continue
        own = max(len(figure.near & f.near) for f in same)
        others = [
            f
            for f in held
            if f.meaning != figure.meaning
            and f.quantity.unit == quantity.unit
            and f.quantity.is_date == quantity.is_date
        ]
        governs = quantity.is_date and _governs(quantity, claim, bare)
        if not governs and any(len(figure.near & f.near) > own for f in others):
            yield Fault(_kind(figure, others), quantity.said, ELSEWHERE)
        elif not quantity.is_date:
            yield from _other_year(figure, same, bare, source_bare)


def lost_scopes(claim: Text, source: Text) -> Iterator[Fault]:
    """Figures without the 每年 or 一次性 that stands beside them in the source."""
    said = operators(claim.folded)
    for quantity in quantities(claim.folded):
        beside = [
            _scopes(source, q.start, q.end)
            for q in quantities(source.folded)
            if (q.value, q.unit) == (quantity.value, quantity.unit)
        ]
        if beside:
            low, high = claim.sentence(quantity.start)
            near = {o.group for o in said if low <= o.start < high}
            for group in sorted(frozenset.intersection(*beside) - near):
                yield Fault(ClaimKind.SCOPE, group, LEFT_OUT)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with what limits it and what stands beside it."""

    quantity: Quantity
    meaning: tuple[object, str, frozenset[str]]
    near: frozenset[str]
    """Character pairs that tell what it is the figure of."""

    @classmethod
    def of(cls, quantity: Quantity, text: Text, bare: str) -> _Figure:
        before = bare[max(0, quantity.start - NEAR) : quantity.start]
        after = bare[quantity.end : quantity.end + NEAR]
        if quantity.is_date:
            # A year stands before what it governs: 2023年，全市…达到150家.
            until = text.sentence(quantity.start)[1]
            after = _TIME.split(bare[quantity.end : min(until, quantity.end + NEAR)])[0]
            near = pairs(after)
        else:
            near = pairs(_CUT.split(before)[-1]) | pairs(_CUT.split(after)[0])
        near = near if len(near) >= 2 else pairs(before)
        low = text.segment(quantity.start)[0]
        earlier = [q.end for q in quantities(bare) if low <= q.end <= quantity.start]
        # 不超过新增投入的15%: the limit need not stand at the figure.
        limits = limits_in(bare[max([low, *earlier]) : quantity.start])
        return cls(
            quantity,
            (quantity.value, quantity.unit, quantity.limits | limits),
            frozenset(p for p in near if not _DIGIT.search(p)),
        )


def _bare(folded: str) -> str:
    """Without document numbers, of the same length."""
    return NUMBER.sub(lambda m: " " * len(m[0]), folded) if "]" in folded else folded


def _kind(figure: _Figure, held: Sequence[_Figure]) -> ClaimKind:
    """What is wrong about a figure: its unit, its limit, or the figure itself."""
    quantity = figure.quantity
    if quantity.is_date:
        return ClaimKind.DATE
    if any(f.meaning[:2] == figure.meaning[:2] for f in held):
        return ClaimKind.COMPARATOR
    closest = max(held, key=lambda f: len(f.near & figure.near), default=None)
    if closest and _digits(closest.quantity.said) == _digits(quantity.said):
        return ClaimKind.UNIT
    return ClaimKind.NUMBER


def _digits(said: str) -> str:
    return "".join(_DIGITS.findall(said))


def _other_year(
    figure: _Figure, same: Sequence[_Figure], claim: str, source: str
) -> Iterator[Fault]:
    """A figure that the claim gives for another year than the source does."""
    year = _governing(claim, figure.quantity.start)
    if year is None:
        return
    years = [_governing(source, f.quantity.start) for f in same]
    if None not in years and year not in years:
        yield Fault(ClaimKind.DATE, f"{year}年", ELSEWHERE)


def _scopes(text: Text, start: int, end: int) -> frozenset[str]:
    """The words of scope in the segment of a figure that stand right beside it."""
    low, high = text.segment(start)
    low, high = max(low, start - BESIDE), min(high, end + BESIDE)
    return frozenset(
        o.group
        for o in operators(text.folded)
        if o.kind is ClaimKind.SCOPE and low <= o.start and o.end <= high
    )


def _governs(date: Quantity, text: Text, bare: str) -> bool:
    """Whether a figure follows in the sentence: then that figure is held to its year."""
    until = text.sentence(date.start)[1]
    return any(not q.is_date and date.end <= q.start < until for q in quantities(bare))


def _governing(folded: str, at: int) -> str | None:
    """The last year named before a place in its sentence."""
    text = folded[:at]
    start = max(text.rfind(mark) for mark in ";!?\n")
    start = max(start, max((m.end() for m in re.finditer(r"(?<!\d)\.|\.(?!\d)", text)), default=0))
    named = list(_TIME.finditer(text, max(0, start)))
    years = years_in(named[-1][0]) if named else ()
    return years[-1] if years else None
