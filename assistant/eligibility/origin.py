"""Whether what an asker makes use of comes from within its own province, where 省外 is asked for."""

from __future__ import annotations

import re

from assistant.eligibility.profile import Profile
from assistant.eligibility.statements import Mood, Statement
from corpus.regions import Region, find_regions, region_named

_FROM_WITHIN = re.compile(
    r"(?:成果|技术|专利)[^，。]{0,4}(?:都|全)?(?:是|来自|出自|源自|由)(?P<whence>[^，。]+)"
)
_UNIVERSITY = re.compile(r"(?P<name>[一-鿿]{2,10}?(?:大学|学院|研究院|研究所))")
_BEARS = (3, 2)
"""Characters of a university's name that may be a region's: 太原|理工大学."""
_NOT_ONLY = re.compile(r"除了|还有|也有|以及|部分|不")
_INSIDE = re.compile(r"省内|本省|我省|本地|本市|我市")


def is_from_within(words: str, statement: Statement, profile: Profile) -> bool:
    """成果是跟太原理工大学合作来的 is nothing 引进省外."""
    said = _FROM_WITHIN.search(statement.text)
    if (
        said is None
        or "省外" not in words
        or statement.mood is not Mood.AFFIRMED
        or _NOT_ONLY.search(statement.text)
    ):
        return False
    places = [mention.region for mention in find_regions(said["whence"])]
    places += _seats_of_universities(said["whence"])
    if places and profile.region:
        home = _province(profile.region)
        return all(_province(place) == home for place in places)
    return not places and _INSIDE.search(said["whence"]) is not None


def _seats_of_universities(text: str) -> list[Region]:
    """What a university is named after; it is no place where somebody is, but where it sits."""
    names = (m["name"].lstrip("跟与和同由从") for m in _UNIVERSITY.finditer(text))
    found = (next(filter(None, (region_named(n[:size]) for size in _BEARS)), None) for n in names)
    return [region for region in found if region]


def _province(region: Region) -> Region:
    above = region_named(region.parent) if region.parent else None
    return _province(above) if above else region
