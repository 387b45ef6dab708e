"""One question about several things (甲和乙各多少家): the same is asked of each by itself."""

from __future__ import annotations

import re

MOST = 3
"""Things of one question that are asked about."""
_LEAST, _LONGEST = 2, 24
"""Characters of the name of a thing."""
_EACH = re.compile(
    r"各自|分别|各(?=[要有是达到补给奖多几为由占需定怎做认布建派拿发新能得算想在设归属叫指])"
)
# 甲比乙高多少, 甲和乙哪个多: what is asked of each is the figure that they differ in.
_WHICH = re.compile(
    r"(?:相比|比较?|比一比|比起来)?[，,]?(?:到底|究竟)?(?:哪[个家边项类种拨头样]|谁)(?:的)?"
    r"(?P<of>[^，。,?？]{0,8}?)(?:更|要|比较|最)?(?P<how>[多大高低少强重快早晚迟]).{0,3}$"
)
_APART = re.compile(r"(?:之间|两者)?(?:相差|差(?:了|着)?(?=多少|几)|差距).{0,8}$")
# 甲与乙，前者由谁牵头，后者何时建成
_PAIRED = re.compile(
    r"^(?P<one>[^，,]{2,24}?)(?:和|与|跟|、|以及|还有)(?P<other>[^，,]{2,24})[，,]"
    r"前(?:者|一个)(?P<of_one>[^，,；;]{2,20})[，,；;]后(?:者|一个)(?P<of_other>.{2,20})$"
)
# 实验室现有几家、目标几家; 现在11家，目标呢，差多少家
_NOW_AND_GOAL = re.compile(
    r"^(?P<of>[^，,。]{4,}?)[，,]?(?:现有|(?:现在|目前|眼下)(?:一共|总共|已经?)?(?:有|是)?|已有)"
    r"(?P<now>\d+|几|多少)(?P<unit>[家个所座名项])?[、，,和；;]"
    r"(?:目标|规划|计划|打算|将来|以后)(?:是|定|要|想|再)*(?:建|达到?|做|到|有)?(?:呢[，,])?(?:还)?差?(?:多少|几)[家个所座名项]?$"
)
_IN_TIME = "早晚迟"
_BETWEEN = re.compile(
    r"、|(?<!总)(?<!平)和(?!谐|平)|跟(?!踪|进|着)|(?<!参)与(?!会)|以及|还有|同(?=[国省市县])"
)
_OPENS = re.compile(
    r"^(?:请问|请教|想问|问(?:一)?下|想知道|帮我?(?:查|看|对比|比)(?:一)?下|麻烦|对比(?:一)?下?|比较(?:一)?下?|那么?)+[，,：:]?"
)
_PAUSES = "，。,；;：: "
_STOPS = re.compile(r"[，。,；;：:]")
# Where the thing ends and what is said of it begins.
_SAID = re.compile(
    r"的?(?:目标|数量|家数|比例|金额|标准|期限|时间|补助|补贴|奖励|资助|税率|条件)(?:目标)?$|"
    r"(?:到|截至|截止到?)(?=(?:20)?\d{2}年?|[“\"]?十[三四五六])|"
    r"由(?=谁|哪|什)|归(?=谁|哪)|(?:现在|目前|原来|一共|总共)|(?<!主)(?<!重)(?<!需)要(?!求)|计划|打算|"
    r"都?(?:是|能|可以|应该)"
)
_LEVEL = re.compile(r"^(?:国家|省|市|县|国)级$|^[^，。,]{1,4}[级类型]$")
_HEAD = re.compile(r"^(?:[^，。,]{1,4}?[级类型])(?P<head>[^，。,]{2,})$")


def things_apart(text: str) -> tuple[str, ...]:
    """A question for each of the things that one question asks about; empty for one thing."""
    bare = _OPENS.sub("", text.strip()).rstrip("？?。！! ")
    paired = _PAIRED.match(bare)
    if paired:
        one, other = paired["one"], paired["other"]
        return (f"{one}{paired['of_one']}", f"{other}{paired['of_other']}")
    both = _NOW_AND_GOAL.match(bare)
    if both:
        unit = both["unit"] or ""
        return (f"{both['of']}现在有多少{unit}", f"{both['of']}目标是多少{unit}")
    first = re.split("[？?]", bare)[0]  # 哪个多？各是多少
    which = _WHICH.search(first)
    if which:
        asked = "是哪一年" if which["how"] in _IN_TIME else "是多少"
        return _asked_of_each(first[: which.start()], which["of"].rstrip("得") + asked)
    each = _EACH.search(bare)
    if each:
        return _asked_of_each(bare[: each.start()], bare[each.end() :])
    apart = _APART.search(first)
    return _asked_of_each(first[: apart.start()], "是多少") if apart else ()


def _asked_of_each(before: str, after: str) -> tuple[str, ...]:
    """The things named before what is asked, each with it."""
    before = before.rstrip(_PAUSES)
    opens = max((match.end() for match in _STOPS.finditer(before)), default=0)
    scope, named = before[:opens], before[opens:]
    if not _BETWEEN.search(named):
        # 甲那条和乙那条，牵头的分别是谁: the things stand before what is asked of them.
        after = named + after
        scope = scope.rstrip(_PAUSES)
        opens = max((match.end() for match in _STOPS.finditer(scope)), default=0)
        scope, named = scope[:opens], scope[opens:]
    *others, last = _BETWEEN.split(named)
    if not others:
        return ()
    said = _SAID.search(last, _LEAST)
    more = last[said.start() :] if said else ""
    last = last[: said.start()] if said else last
    head = _HEAD.match(last)
    things = [
        thing + head["head"] if head and _LEVEL.match(thing) else thing for thing in (*others, last)
    ]
    if not all(_LEAST <= len(thing) <= _LONGEST for thing in things):
        return ()
    return tuple(
        scope + thing + ("" if thing.endswith(more) else more) + after for thing in things[:MOST]
    )
