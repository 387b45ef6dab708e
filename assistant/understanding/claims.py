"""What a question takes for true without a word that says so: 高企突破3000家？ 试点在甲市和乙市吗？"""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.understanding.figures import FigureKind, find_figures
from assistant.understanding.kinds import Asked, asked_kinds
from corpus.bodies.mentions import find_bodies
from corpus.regions import RegionMention, find_regions

ROLE = re.compile(r"牵头|负责|配合|主管|归口|挑头")
_ASKING_WORD = re.compile(
    r"谁|哪|什么|啥|[吗么嘛呢吧]|多少|几|怎|咋|如何|为何|何时|是否|([㐀-鿿])不\1|有没有"
)
_AT = re.compile(r"(?<![现存所])(?:在|位于|选址)(?:了)?$")
_ENDS = re.compile(r"^(?:两|三)?[市县区]?(?:试点|开展|进行|搞|里)?(?:的)?(?:对)?[吗嘛么吧]?[?？]?$")
# 甲市和乙市的机构整合试点: where the trials are.
_TRIAL = re.compile(r"^(?:两|三)?[市县]?(?:的|作为|被?列为|当)[^，。,?？]{2,24}?(?:试点|示范)")
_BETWEEN = re.compile(r"^[和与跟及、两]*$")
_OPENS = re.compile(r"^(?:请问|听说|想问|问一?下|我想知道)?[，,]?$")


def is_plain_claim(text: str) -> bool:
    """Whether a statement is put as a question, with nothing in it that asks."""
    if not text.endswith("?") or _ASKING_WORD.search(text) or asked_kinds(text) - {Asked.SUPPORT}:
        return False
    told = any(f.kind is not FigureKind.DATE and f.value != 1 for f in find_figures(text))
    return told or bool(ROLE.search(text) and find_bodies(text))


def places_claimed(text: str) -> tuple[RegionMention, ...]:
    """The places where a question takes something to be; () where it takes none for granted.

    「试点在甲市和乙市吗？」, and of two or more places 「甲市和乙市的…试点，有什么要求？」.
    """
    regions = find_regions(text)
    if not regions or any(
        not _BETWEEN.match(text[one.end : other.start]) for one, other in pairwise(regions)
    ):
        return ()
    before, behind = text[: regions[0].start], text[regions[-1].end :]
    located = _AT.search(before) and _ENDS.match(behind)
    trials = len(regions) > 1 and _OPENS.match(before) and _TRIAL.match(behind)
    return regions if located or trials else ()
