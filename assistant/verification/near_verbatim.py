"""Segments that repeat a segment of the source but for a change: the change may touch no claim.

Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assistant.verification.alignment import Text, pairs
from assistant.verification.faults import ELSEWHERE, LEFT_OUT, ClaimKind, Fault
from assistant.verification.names import in_quotation_marks
from assistant.verification.operators import operators
from assistant.verification.quantities import quantities
from corpus.bodies.mentions import find_bodies
from corpus.regions import find_regions

NEAR = 0.6
"""Share of a segment's character pairs that make it the source's segment with a change."""
FEWEST = 3
Names = Counter[tuple[ClaimKind, str]]


def exchanged(claim: Text, source: Text) -> Iterator[Fault]:
    """Claims that a segment has more of than the segment it repeats, or has lost of it."""
    held = [(pairs(source.folded[s:e]), source.folded[s:e]) for s, e in source.segments]
    for start, end in claim.segments:
        segment = claim.folded[start:end]
        own = pairs(segment)
        if len(own) < FEWEST or segment in source.folded:
            continue
        shares = [(len(own & other), other, words) for other, words in held]
        best = max((shared for shared, _, _ in shares), default=0)
        if best < NEAR * len(own):
            continue
        repeated = [(other, words) for shared, other, words in shares if shared >= 0.9 * best]
        said = _claims(segment)
        sources = [
            (_claims(words), len(own & other) >= NEAR * len(other)) for other, words in repeated
        ]
        faults = [_difference(said, claims, whole) for claims, whole in sources]
        if all(faults):
            yield from faults[0][:1]
        printed = "\n".join(words for _, words in repeated)
        for name in in_quotation_marks(segment):
            if name not in printed:
                yield Fault(ClaimKind.PROGRAMME, name, ELSEWHERE)


def _claims(segment: str) -> Names:
    """How often each operator, body and place stands in a segment."""
    claims: Names = Counter()
    for operator in operators(segment):
        claims[operator.kind, operator.group] += 1
    for body in find_bodies(segment):
        claims[ClaimKind.BODY, body.canonical] += 1
    for quantity in quantities(segment):
        claims[ClaimKind.NUMBER, f"{quantity.value}{quantity.unit}"] += 1
    for place in find_regions(segment):
        claims[ClaimKind.REGION, place.region.name] += 1
    return claims


def _difference(said: Names, held: Names, whole: bool) -> list[Fault]:
    """What is said beyond the source; and what is lost, if the whole segment is repeated."""
    more = [Fault(kind, words, ELSEWHERE) for kind, words in said - held]
    # One body or figure of a list may be named without the others.
    less = [
        Fault(kind, words, LEFT_OUT)
        for kind, words in (held - said if whole else ())
        if kind not in (ClaimKind.BODY, ClaimKind.REGION, ClaimKind.NUMBER)
    ]
    return more + less
