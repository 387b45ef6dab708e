"""What a figure counts: the noun behind it, the whole it is part of, or words carried over."""

from __future__ import annotations

import re

from corpus.facts.targets import phrases
from corpus.facts.targets.figure import BRACKETED, TIMED, Figure

GAPS = f" {TIMED}{BRACKETED}"
_CJK = re.compile(r"[\u4e00-\u9fff]")
_LEVEL = re.compile(
    r"^(?:国家级|省部级|省级|市级|县级|校级|世界级|国家|省|市)?(?:及|或)?(?:以上|以下)?"
)
_GRADE = re.compile(r"国家|.{1,4}(?:级|级及?以上|类|型)")
"""「其中国家级10家」: a grade of what was counted before, no noun of its own."""
_PLAN = re.compile(
    r"(?:实施|推进|开展|落实)(?P<name>.{2,16}?)(?:倍增|培育|提升)*[“”]?(?:计划|行动|工程)"
)
_SEEN = re.compile(
    r"^但?从(?!(?:全[国省市]|[省市]内|总体|整体|目前|长远))(?P<name>.{2,12}?)(?:上|角度)?(?:来)?看$"
)
_FARED = re.compile(
    r"^(?:20\d\d年)?(?:全[国省市]|[我本][省市])?(?P<name>.{4,20}?)(?:取得|再创|创下?|稳步|持续|不断|保持)"
)
"""「获得的科学技术奖取得了最好成绩，但从全国看，仅占5%」: what the sentence is about."""
_ACTS = re.compile(
    r"强化|加强|推进|推动|形成|实施|开展|完善|提升|围绕|聚焦|坚持|通过|依托|按照|根据|从|在|为|以|对"
)
_TOTAL = frozenset(("总数", "总量", "总额", "总规模", "总面积", "存量", "合计", "总计"))
MEMBERS = re.compile(r"^(?:参加|参与|组成|构成)?的")
"""「由400余人参加的队伍」「500人的队伍」: how the noun follows a count of people."""


def noun_end(right: str, people: bool = False) -> int:
    """Where the noun behind a figure ends: 「名杰青和优青培育人才」; 0 if none stands there."""
    first = len(right) - len(right.lstrip())
    members = MEMBERS.match(right) if people else None
    first = members.end() if members else first
    if first == len(right) or right[first] in f"{GAPS}、，（(和及与；。）)的且并其左以":
        return 0
    cut = phrases.NOUN_CUT.search(right, first + 1)
    last = cut.start() if cut else len(right)
    named = _CJK.search(right, first, last) is not None
    while last > first and right[last - 1] in f"{GAPS}、和及与" + ("\x00" if named else ""):
        last -= 1
    return last if named else 0


def part_of(whole: Figure, own: str) -> str:
    """「其中国家级10家」 under 产业联盟 → 国家级产业联盟; a noun of its own stays as it is."""
    own = own.removeprefix("为")
    if not own:
        return whole.indicator
    if not _GRADE.fullmatch(own):
        return own
    counted = re.sub(r"总[数量额]$", "", whole.indicator)
    return own + (_LEVEL.sub("", counted, count=1) or counted)


def is_side(indicator: str) -> bool:
    """Whether the words only turn to another side of the figure before: 总数, 占全省比重."""
    return indicator in _TOTAL or indicator.startswith("占")


def carried(previous: Figure | None, topics: tuple[str, ...]) -> str:
    """What a figure without an indicator speaks of.

    「从投入看」 right before it, else the figure before it, else words that head the sentence.
    """
    for topic in reversed(topics):
        seen = _SEEN.search(topic)
        if seen:
            return seen["name"].strip("“”\x00")
    if previous:
        return previous.indicator
    for topic in reversed(topics):
        plan = _PLAN.search(topic)
        if plan:
            return plan["name"].strip("“”\x00")
    last = re.sub(r"[\x00\x01]+|的$|^[但而且]", "", topics[-1]) if topics else ""
    if 2 <= len(last) <= 16 and not _ACTS.match(last):
        return last
    fared = _FARED.match(re.sub(r"[\x00\x01]+", "", topics[0])) if topics else None
    return fared["name"] if fared and not _ACTS.match(fared["name"]) else ""
