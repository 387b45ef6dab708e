"""Which figure belongs to what: 180家 of 2020 is not that of 2025, nor 15家 the count of 企业.

Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.understanding.times import years_in
from assistant.verification.alignment import Text, pairs
from assistant.verification.faults import ABSENT, ELSEWHERE, ClaimKind, Fault
from assistant.verification.names import NUMBER
from assistant.verification.quantities import Quantity, quantities

NEAR = 24
"""Characters beside a figure that may tell what it is the figure of."""
_CUT = re.compile(r"[,;:、.!?()\n]")
_TIME = re.compile(r'(?:19|20)\d{2}年|"?十[二三四五六七]五"?')


def figures(claim: Text, source: Text) -> Iterator[Fault]:
    """Figures of a claim that the source lacks or gives for something else."""
    held = quantities(_bare(source.folded))
    meanings = {q.meaning for q in held}
    bare = _bare(claim.folded)
    for quantity in quantities(bare):
        if quantity.meaning not in meanings:
            yield Fault(_kind(quantity, held), quantity.said, ABSENT)
            continue
        near = _near(bare, quantity)
        source_bare = _bare(source.folded)
        own = max(len(near & _near(source_bare, q)) for q in held if q.meaning == quantity.meaning)
        others = [
            q
            for q in held
            if q.meaning != quantity.meaning
            and q.unit == quantity.unit
            and q.is_date == quantity.is_date
        ]
        if any(len(near & _near(source_bare, q)) > own for q in others):
            yield Fault(_kind(quantity, others), quantity.said, ELSEWHERE)
        elif not quantity.is_date:
            yield from _other_year(quantity, bare, source_bare)


def _bare(folded: str) -> str:
    """Without document numbers, of the same length."""
    return NUMBER.sub(lambda m: " " * len(m[0]), folded) if "]" in folded else folded


def _kind(quantity: Quantity, held: tuple[Quantity, ...] | list[Quantity]) -> ClaimKind:
    """What is wrong about a figure: its unit, its limit, or the figure itself."""
    if quantity.is_date:
        return ClaimKind.DATE
    alike = [q for q in held if q.value == quantity.value]
    if any(q.unit == quantity.unit for q in alike):
        return ClaimKind.COMPARATOR
    digits = re.match(r"\D*([\d.,]+)", quantity.said)
    written = digits[1] if digits else ""
    return ClaimKind.UNIT if alike or _same_digits(written, held) else ClaimKind.NUMBER


def _same_digits(written: str, held: tuple[Quantity, ...] | list[Quantity]) -> bool:
    return bool(written) and any(
        (match := re.match(r"\D*([\d.,]+)", q.said)) and match[1] == written for q in held
    )


def _near(folded: str, quantity: Quantity) -> frozenset[str]:
    """Character pairs beside a figure that tell what it is the figure of."""
    before = folded[max(0, quantity.start - NEAR) : quantity.start]
    after = folded[quantity.end : quantity.end + NEAR]
    cut = pairs(_CUT.split(before)[-1]) | pairs(_CUT.split(after)[0])
    if len(cut) >= 2:
        return cut
    return pairs(before)


def _other_year(quantity: Quantity, claim: str, source: str) -> Iterator[Fault]:
    """A figure that the claim gives for another year than the source does."""
    year = _governing(claim, quantity.start)
    if year is None:
        return
    years = [
        _governing(source, q.start) for q in quantities(source) if q.meaning == quantity.meaning
    ]
    if None not in years and year not in years:
        yield Fault(ClaimKind.DATE, f"{year}年", ELSEWHERE)


def _governing(folded: str, at: int) -> str | None:
    """The last year named before a place in its sentence."""
    text = folded[:at]
    start = max(text.rfind(mark) for mark in ";!?\n")
    start = max(start, max((m.end() for m in re.finditer(r"(?<!\d)\.|\.(?!\d)", text)), default=0))
    named = list(_TIME.finditer(text, max(0, start)))
    years = years_in(named[-1][0]) if named else ()
    return years[-1] if years else None
