"""Where the asker is: among the places that it names, the one it is in for good."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.eligibility.statements import Mood, Statement
from corpus.regions import Region, all_regions, find_regions, is_within

_ELSEWHERE = re.compile(
    r"(?:发往?|卖到|销往|客户|供货|出差|市场|业务|供应|运往|来自|引进|招了?|聘了?|请了?|挖了?|合作|距离?|离|靠近|临近|毗邻|紧邻|不在|除了?|曾在|原在|原先在|以前在|原来在|从|搬离|迁出|离开|想去|想到|总部|分公司|子公司|母公司|办事处|老家|籍贯|出生|毕业|考察|参观|类似|对标|学习|不是|参照|投资了?)[^，。]{0,6}$|(?:发货|供货|出差|跑业务)"
)
_NOT_SEATED = re.compile(_ELSEWHERE.pattern.replace("|总部|", "|"))
"""For who names no other place: 上市公司，总部太原 sits there."""
_NATIVE = re.compile(r"^(?:我|俺|本人)?们?(?:就?是)?[一-鿿]{2,6}人$")
"""山东人，在太原开公司: where somebody comes from counts only where nothing else is said."""
_BRANCH = re.compile(r"分公司|子公司|分厂|分店|分校|分院|分行|办事处|基地在|工厂在|厂在")
_ONLY_NAMED = re.compile(
    r"^(?:路|街|大道|大街|大厦|广场|(?:的)?(?:客户|市场|项目|分公司|办事处|子公司|母公司|总部(?!企业)|股东|投资|政策)|籍|老乡|附近|周边|旁边|对面|以外|之外|那边(?!的)|模式|速度)"
)
_THERE = re.compile(
    r"^(?:市|县|区)?(?:$|[、，的)）]|[一这]?[家个所间]|开|办|做|搞|经营|生产|从事|设立|成立|注册|创办|工作|上班|任职|运营|登记|纳税|有(?:一|自己的)?[家个间]?(?:公司|企业|工厂|厂|店)|倒腾|捣鼓|折腾|养|种|卖|包了|干|[组搭凑拉]了?[一几]?[个支]|[^，。有]{0,10}(?:区|园|县|镇|乡|街道|路|街|大厦|号|村|港|湾|谷|城|广场|中心)(?:$|[的内里一开办做]))"
)
"""What follows 在长沙 where somebody is there for good, and not for a fair or with an office."""
_HOME = re.compile(r"总部(?:位于|设?在)$")
"""一家总部位于太原的公司 is there; 总部在深圳 is said of who sits elsewhere."""
_MOVED = re.compile(r"(?:搬|迁|转移)[到至入]了?$")
_JUST_THERE = re.compile(r"(?:我们)?在(?P<place>[^，。]{2,8}?)(?:那边|这边|境内|当地)?$")
_NOTHING_THERE = re.compile(
    r"(?:还|也|都|目前)*(?:没有?|未)(?:去|再)?(?:开|设|办|注册|成立)?(?:任何|什么|啥)?[^，。]{0,2}(?:公司|企业|厂|店|机构|办事处|网点|业务|据点|分支)"
)
"""西安的企业，在山西|没有公司: nobody is where there is nothing of him."""
_PLACES = re.compile(r"注册|在|位于|地处|地址|坐落|落户|我们|公司|企业|厂")


def read_region(statements: Sequence[Statement]) -> Region | None:
    """The smallest region the asker places itself in; None where it names two apart from each other."""
    affirmed = [
        said
        for place, said in enumerate(statements)
        if said.mood is Mood.AFFIRMED and not _has_nothing_there(statements, place)
    ]
    settled = [s for s in affirmed if not _NATIVE.search(s.text)]
    found = _read(settled, _ELSEWHERE) or _read(affirmed, _ELSEWHERE)
    if found or any(_BRANCH.search(statement.text) for statement in affirmed):
        return found
    return _read(affirmed, _NOT_SEATED)


def _has_nothing_there(statements: Sequence[Statement], place: int) -> bool:
    """Only where another place is named before: 我在太原，没有公司 is there."""
    after = statements[place + 1 : place + 2]
    if not (
        after
        and after[0].mood in (Mood.DENIED, Mood.DOUBTED)
        and _NOTHING_THERE.match(after[0].text)
        and _JUST_THERE.fullmatch(statements[place].text)
    ):
        return False
    before = [s for s in statements[:place] if s.mood is Mood.AFFIRMED]
    return any(find_regions(s.text) for s in before)


def _read(affirmed: Sequence[Statement], elsewhere: re.Pattern[str]) -> Region | None:
    place: Region | None = None
    for statement in affirmed:
        text = statement.text
        for mention in find_regions(text):
            if (
                (
                    elsewhere.search(_before(text, mention.start, mention.end))
                    and not _MOVED.search(text[: mention.start])
                )
                or _ONLY_NAMED.match(text[mention.end :])
                or (place and elsewhere.search(text))
                or not _is_there(text, mention.start, mention.end)
            ):
                continue
            if _of_many(text[mention.start : mention.end], mention.region, place, text):
                continue
            if place is None or (mention.region != place and is_within(mention.region, place)):
                place = mention.region
            elif not is_within(place, mention.region) and _PLACES.search(text):
                return None
    return place


def _before(text: str, start: int, end: int) -> str:
    return _HOME.sub("", text[:start]) if text[end:].startswith("的") else text[:start]


def _is_there(text: str, start: int, end: int) -> bool:
    place = re.search(r"[在于到]$", text[:start])
    if place is None:
        return True
    behind = text[end:]
    inner = find_regions(behind)
    while inner and inner[0].start == 0:  # 在长沙岳麓区
        behind = behind[inner[0].end :]
        inner = find_regions(behind)
    mentioned = next(m.region for m in find_regions(text) if m.end == end)
    for region in all_regions():
        # 在太原小店: a short name that is read as a place only behind the city it is in.
        name = region.name[:-1]
        if region.parent == mentioned.name and len(name) > 1 and behind.startswith(name):
            behind = behind[len(name) :]
            break
    return _THERE.match(behind) is not None


def _of_many(name: str, region: Region, place: Region | None, text: str) -> bool:
    """鼓楼区 without its city may be any of four."""
    bearers = bearers_of(name)
    if len(bearers) < 2 or (place and is_within(region, place)):
        return False
    above = [m.region for m in find_regions(text) if m.region != region]
    return not any(is_within(region, other) for other in above) and not any(
        all(is_within(bearer, widest) for bearer in bearers) for widest in bearers
    )


@cache
def bearers_of(name: str) -> tuple[Region, ...]:
    """Every region that bears a name or short name."""
    return tuple(r for r in all_regions() if name in (r.name, r.short))
