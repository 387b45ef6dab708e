"""Names that a text may not bring in: document numbers, titles, programmes, bodies, places.

Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verification.faults import ABSENT, ClaimKind, Fault
from corpus.bodies.mentions import find_bodies
from corpus.regions import find_regions

NUMBER = re.compile(r"[㐀-鿿]*\[\d{4}\]\d+号")
_CITING = re.compile(r".*(?:根据|按照|依据|依照|参照|见|由|在|的)")
_TITLE = re.compile(r"《[^》]*》")
_LATIN = re.compile(r"[a-z][a-z0-9]+")
_QUOTED = re.compile(r'"([^"]{1,30})"')
# 1331工程, 三晋英才计划: the words in front of the last one tell which.
PROGRAMME = re.compile(
    r"[^\W的了和与及等、]{2}(?:支持计划|行动计划|专项行动|引导基金|专项资金|计划|工程|行动|基金)"
)
# 提供专项资金 names none.
_VERB = re.compile(
    r"(?:提供|给予|安排|设立|支持|统筹|使用|拨付|实施|推进|开展|制定|编制|落实|组织|启动|参与|该项|这项|相关|有关|上述|本次)"
)
_LONG_NAME = 4


def in_quotation_marks(text: str) -> list[str]:
    """What stands in quotation marks; a name that was cut out of the text leaves its rest."""
    return [part for words in _QUOTED.findall(text) for part in words.split("\n") if part]


def unquoted(claim: str, quotes: str) -> Iterator[Fault]:
    """Words that the claim puts in quotation marks and that its quotes do not say so."""
    for words in in_quotation_marks(claim):
        # 新创 is no name because 创新创业 holds the two characters.
        held = f'"{words}"' if len(words) < _LONG_NAME else words
        if held not in quotes:
            yield Fault(ClaimKind.PROGRAMME, words, ABSENT)


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
    for name in PROGRAMME.findall(claim):
        if name not in source and not _VERB.match(name):
            yield Fault(ClaimKind.PROGRAMME, name, ABSENT)
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
