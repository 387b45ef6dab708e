"""What a sentence claims that can be checked in code, and which claims its sources do not bear.

Everything here works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.understanding.concepts import bigrams
from corpus.bodies.mentions import find_bodies
from corpus.regions import find_regions

_BEFORE = (
    r"不少于|不低于|不高于|不超过|不大于|不小于|不足|最高不超过|最高|最低|最多|最少|最长|最短|至少|至多|"
    r"超过|高于|低于|大于|小于|多于|少于|突破|接近|近|约|逾|满|每"
)
_UNIT = (
    r"个百分点|个工作日|工作日|个月|平方米|平方公里|公里|公顷|人次|人日|美元|万元|"
    r"[%‰元年月日号倍成条章款项名位家户个人件所座次批种支处台套亩篇份类门辆级期届天岁只期周]"
)
_QUANTITY = re.compile(
    rf"(?P<before>{_BEFORE})?"
    rf"(?P<value>\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+(?:\.\d+)?|百分之[零一二两三四五六七八九十百]+|"
    rf"[零一二两三四五六七八九十百千]+(?=[余多来]?[万亿]*(?:{_UNIT})))"
    rf"(?P<unit>[余多来]?[十百千万亿]*(?:{_UNIT})?)"
    r"(?P<after>(?:及?以上|及?以下|以内|以外|之内|左右|上下))?"
)
# 一个, 一项 and the like count nothing.
_ARTICLE = re.compile(r"一[个项种批条家名位次类]")
_NUMBER = re.compile(r"[㐀-鿿]*\[\d{4}\]\d+号")
_CITING = re.compile(r".*(?:根据|按照|依据|依照|参照|见|由|在|的)")
_TITLE = re.compile(r"《[^》]*》")
_LATIN = re.compile(r"[a-z]{2,}")
# Words that turn a sentence round or change how strongly it binds. What contains another one
# (不得不) is left to the longer reading of the alternation.
_MARKER = re.compile(
    r"不(?:少于|低于|高于|超过|大于|小于|足|得|予|可|能|准|宜|是|再|受|限|含|包括|需|必|应)|"
    r"禁止|严禁|取消|停止|暂停|终止|废止|失效|除外|免予?|未|无需|无须|没有|非|"
    r"必须|应当|须|鼓励|支持|探索|允许|优先|试点|争取|力争|拟|原则上|"
    r"牵头|配合|负责|"
    r"及?以上|及?以下|以内|以外|至少|至多|最高|最低|最多|最少|超过|突破|一次性|每年|每月|每人|每家|"
    r"全额|减半|半数|一半|翻[一两]?番|倍增|首次|连续|累计|仅|只|均"
)
_ROLES = {"牵头": "lead", "主责": "lead", "配合": "join", "协助": "join", "参与": "join"}
_ROLE = re.compile(r"牵头|主责|配合|协助|参与|负责|主管")
_ROLE_BEFORE = re.compile(r"(牵头|配合|负责|责任|主管)(?:的)?(?:单位|部门)?(?:是|为|有|包括|:)$")
_SEGMENT = re.compile(r"[^,.;:!?。\n]+")
NEAR = 24
"""Characters before a figure that tell what it is the figure of."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit and what limits it, e.g. 不超过 5万元."""

    limits: tuple[str, str]
    value: str
    unit: str
    near: frozenset[str]
    """Character pairs that stand shortly before it."""

    @property
    def said(self) -> str:
        """As it is to be read."""
        return f"{self.limits[0]}{self.value}{self.unit}{self.limits[1]}"


def quantities(folded: str) -> Iterator[Quantity]:
    """Every figure of a folded text."""
    for match in _QUANTITY.finditer(folded):
        if _ARTICLE.fullmatch(match[0]):
            continue
        near = folded[max(0, match.start() - NEAR) : match.start("value")]
        yield Quantity(
            (match["before"] or "", match["after"] or ""),
            match["value"].replace(",", ""),
            match["unit"],
            frozenset(bigrams(near)),
        )


def unsupported(folded: str, source: str) -> str | None:
    """The first thing in a text that its source does not hold, in words for the trace; or None.

    Figures with unit and limits, document numbers, titles, bodies, regions, foreign words.
    """
    numbers = _NUMBER.findall(folded)
    held_numbers = _NUMBER.findall(source) if numbers else []
    for number in numbers:
        if number not in held_numbers and _CITING.sub("", number) not in held_numbers:
            return f"document number {number} not in the source"
    for title in _TITLE.findall(folded):
        if title not in source:
            return f"title {title} not in the source"
    for word in _LATIN.findall(folded):
        if word not in source:
            return f"word {word} not in the source"
    claimed = list(quantities(_NUMBER.sub("", folded)))
    held = {q.said for q in quantities(source)} if claimed else set()
    for quantity in claimed:
        if quantity.said not in held:
            return f"number {quantity.said} not in the source"
    # Looking for names costs most, so the source is searched only for what is not plainly there.
    bodies = [body for body in find_bodies(folded) if body.text not in source]
    held_bodies = {body.canonical for body in find_bodies(source)} if bodies else set()
    for body in bodies:
        if body.canonical not in held_bodies:
            return f"body {body.text} not in the source"
    places = [m for m in find_regions(folded) if folded[m.start : m.end] not in source]
    held_places = {m.region.name for m in find_regions(source)} if places else set()
    for place in places:
        if place.region.name not in held_places:
            return f"place {folded[place.start : place.end]} not in the source"
    return None


def mismatched(folded: str, source: str) -> str | None:
    """A figure that the source gives for something else (180家 of 2020 as that of 2025); or None."""
    held = list(quantities(source))
    for claimed in quantities(folded):
        alike = [q for q in held if q.unit == claimed.unit]
        own = max(
            (len(claimed.near & q.near) for q in alike if q.value == claimed.value), default=0
        )
        for other in alike:
            if other.value != claimed.value and len(claimed.near & other.near) > own:
                return f"number {claimed.said} belongs to something else"
    return None


def reworded(own: str, folded: str, quotes: str, source: str) -> str | None:
    """A word of limit, negation or force that a rewording adds or loses; or None.

    own: what of the text is no quote and no name; each segment of it is held against the segment
    of the quotes that shares most with it. source: the quotes with names and titles.
    """
    held = [(set(bigrams(s)), s) for s in _SEGMENT.findall(quotes)]
    said, markers = set(_MARKER.findall(folded)), set(_MARKER.findall(source))
    for segment in _SEGMENT.findall(own):
        added = sorted(set(_MARKER.findall(segment)) - markers)
        if added:
            return f"word {added[0]} not in the source"
        pairs = set(bigrams(segment))
        best = max(held, key=lambda h: len(pairs & h[0]), default=None)
        if best and len(pairs & best[0]) >= 2:
            lost = sorted(set(_MARKER.findall(best[1])) - said)
            if lost:
                return f"word {lost[0]} left out"
    return None


def roles_claimed(folded: str) -> Iterator[tuple[str, str]]:
    """(canonical body, role) for every body that a text says leads, joins or is responsible."""
    for body in find_bodies(folded):
        before = _ROLE_BEFORE.search(folded[: body.start])
        after = _ROLE.search(re.split(r"[.;。]", folded[body.end :], maxsplit=1)[0])
        word = before[1] if before else after[0] if after else None
        if word:
            yield body.canonical, _ROLES.get(word, "single")


def first(faults: Iterable[str | None]) -> str | None:
    """The first fault found, the rest is not looked for."""
    return next((fault for fault in faults if fault), None)
