"""Names that a text may not bring in: document numbers, titles, programmes, bodies, places.

Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verification.alignment import Text, pairs
from assistant.verification.faults import ABSENT, ELSEWHERE, ClaimKind, Fault
from corpus.bodies.mentions import find_bodies
from corpus.regions import find_regions

NUMBER = re.compile(r"[㐀-鿿]*\[\d{4}\]\d+号")
_CITING = re.compile(r".*(?:根据|按照|依据|依照|参照|见|由|在|的)")
_TITLE = re.compile(r"《[^》]*》")
_LATIN = re.compile(r"[a-z][a-z0-9]+")
_QUOTED = re.compile(r'"([^"]{1,30})"')
# 1331工程, 三晋英才计划: the words in front of the last one tell which.
_PROGRAMME = re.compile(
    r"[^\W的了和与及等、]{2}(?:支持计划|行动计划|专项行动|引导基金|计划|工程|行动|专项|基金|大赛|制度|政策|券|贷)"
)
_NEAR_VERBATIM = 0.7
"""Share of a segment's character pairs that make it the source's segment with a change."""


def absent(claim: str, source: str) -> Iterator[Fault]:
    """Names of the claim that the source does not print."""
    numbers = NUMBER.findall(claim)
    held_numbers = NUMBER.findall(source) if numbers else []
    for number in numbers:
        if number not in held_numbers and _CITING.sub("", number) not in held_numbers:
            yield Fault(ClaimKind.DOCUMENT_NUMBER, number, ABSENT)
    for title in _TITLE.findall(claim):
        if title not in source:
            yield Fault(ClaimKind.TITLE, title, ABSENT)
    for words in _QUOTED.findall(claim):
        if words not in source:
            yield Fault(ClaimKind.PROGRAMME, words, ABSENT)
    for word in _LATIN.findall(claim):
        if word not in source:
            yield Fault(ClaimKind.FOREIGN_WORD, word, ABSENT)
    # Looking for names costs most, so the source is searched only for what is not plainly there.
    bodies = [body for body in find_bodies(claim) if body.text not in source]
    held_bodies = {body.canonical for body in find_bodies(source)} if bodies else set()
    for body in bodies:
        if body.canonical not in held_bodies:
            yield Fault(ClaimKind.BODY, body.text, ABSENT)
    places = [m for m in find_regions(claim) if claim[m.start : m.end] not in source]
    held_places = {m.region.name for m in find_regions(source)} if places else set()
    for place in places:
        if place.region.name not in held_places:
            yield Fault(ClaimKind.REGION, claim[place.start : place.end], ABSENT)


def exchanged(claim: Text, source: Text) -> Iterator[Fault]:
    """Names that stand in the source, but not in the segments that the claim's segments repeat."""
    held = [(pairs(source.folded[s:e]), source.folded[s:e]) for s, e in source.segments]
    for start, end in claim.segments:
        segment = claim.folded[start:end]
        own = pairs(segment)
        if len(own) < 4:
            continue
        best = max((len(own & other) for other, _ in held), default=0)
        if best < _NEAR_VERBATIM * len(own):
            continue
        repeated = "\n".join(s for other, s in held if len(own & other) >= 0.9 * best)
        yield from _missing(segment, repeated)


def _missing(segment: str, repeated: str) -> Iterator[Fault]:
    bodies = find_bodies(segment)
    if bodies:
        held = {body.canonical for body in find_bodies(repeated)}
        for at, body in enumerate(bodies):
            if (body.canonical not in held and body.text not in repeated) or (
                body.canonical in {b.canonical for b in bodies[:at]} and segment not in repeated
            ):
                yield Fault(ClaimKind.BODY, body.text, ELSEWHERE)
    for place in find_regions(segment):
        if segment[place.start : place.end] not in repeated and place.region.name not in {
            m.region.name for m in find_regions(repeated)
        }:
            yield Fault(ClaimKind.REGION, segment[place.start : place.end], ELSEWHERE)
    for words in _QUOTED.findall(segment):
        if words not in repeated:
            yield Fault(ClaimKind.PROGRAMME, words, ELSEWHERE)
    for name in _PROGRAMME.findall(segment):
        if name not in repeated:
            yield Fault(ClaimKind.PROGRAMME, name, ELSEWHERE)
