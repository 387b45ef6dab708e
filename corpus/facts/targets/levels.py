"""Figures without a quantity: a level, a doubling, full coverage, a rank."""

from __future__ import annotations

import re

from corpus.facts.targets import phrases
from corpus.facts.targets.figure import Figure
from corpus.facts.targets.nouns import carried
from corpus.facts.targets.sides import Sides

_LEVEL = re.compile(
    r"(?P<left>.+?)(?P<verb>(?:逐步|争取|力争|基本|全面|率先|要|将|实现|达到|高于|超过|保持|进入|接近)*)"
    r"(?P<value>翻一番(?:以上)?|翻两番|翻番|(?:增长|增加)(?:一|两|二)倍|倍增(?!计划|行动|工程|”)|全覆盖(?!体系|工程|”)"
    r"|(?:全国|全省|国内|国际|世界|中部|东部|同类)(?:地区|城市)?(?:平均|先进|领先|一流|中上游|前列)水平(?:以上)?)$"
)
_COVERS = re.compile(
    r"(?P<what>.+?)(?P<verb>(?:逐步|力争|争取|基本|全面|率先|确保|将|要)*实现)(?P<over>对.+)"
)
"""「联盟率先实现对各集群的全覆盖」: the verb stands inside."""
_FIRM = re.compile(r"(?:逐步|基本|全面|率先|确保|力争|争取)实现")
_BASE_SEGMENT = re.compile(
    r"^(?:比|较|同比|相比).{0,16}(?:增长|提高|增加|翻|下降|降低|减少|提升|提前)"
)
_REGION = r"全[国省市县区]|世界|全球|国内|[中东西]部(?:地区|[一二三四五六七八九十]+省)?"
_RANK = re.compile(
    rf"(?P<left>[^、]{{0,40}}?)(?:(?:在|居)(?:{_REGION}))?"
    r"(?P<verb>(?:也|均|都|仍|连续|综合|仅|稳)*"
    r"(?:排名|排位|排在|排|位列|位居|位于|名列|列|居|为|进入|保持在?|跃居|(?:跃升|上升|提升|升)[到至]))"
    rf"(?P<scope>(?:{_REGION})?)"
    r"(?P<order>第|前)(?P<value>[1-9]\d{0,2}|[一二三四五六七八九十]{1,3})(?P<unit>[位名]?)"
)
_CAME = re.compile(rf"(?:从|由)(?:{_REGION})?第\w{{1,3}}[位名]?$")


def compares(segment: str) -> bool:
    """Whether a segment only says against what a figure has grown: 比2017年增长一倍."""
    return _BASE_SEGMENT.match(segment) is not None


def read_level(segment: str, text: str, begin: int) -> Figure | None:
    """「专利申请量翻一番」「达到全国平均水平」: a target without a figure."""
    match = _LEVEL.match(segment)
    if not match or compares(segment):
        return None
    first = len(segment) - len(segment.lstrip(" \x01\x02"))
    sides = Sides(segment, text, begin, 0, match, len(segment))
    base = phrases.BASE.search(match["left"])
    start, stop = first, base.start() if base else match.end("left")
    lead_in = phrases.VERB_START.match(segment, start, stop)
    printed = match["verb"]
    if lead_in:
        printed, start = phrases.manner(lead_in[0]) + printed, lead_in.end()
    indicator = sides.words(start, stop)
    covers = _COVERS.fullmatch(segment, start, stop)
    if covers and not printed:
        printed = covers["verb"]
        indicator = sides.words(*covers.span("what")) + sides.words(*covers.span("over"))
    if len(indicator) < 3:
        return None
    subject, indicator = phrases.split_subject(indicator)
    firm = match["value"] == "全覆盖" and _FIRM.search(printed) is not None
    return Figure(
        start=begin + first,
        end=begin + match.end(),
        indicator=indicator,
        value=match["value"],
        unit=None,
        comparator=printed or (match["value"] if "番" in match["value"] else None),
        subject=subject,
        baseline=sides.printed(*base.span("base")) if base else None,
        needs_goal=not firm,
        level=True,
    )


def read_rank(
    text: str, first: int, last: int, previous: Figure | None, topics: tuple[str, ...]
) -> Figure | None:
    """「位列全省第四」「在全国排名第23位」: the place among others, where text[first:last] ends."""
    printed = text[first:last].rstrip(" ，、")
    opening = len(printed) - len(printed.lstrip(" ，、"))
    match = _RANK.fullmatch(printed, opening)
    if not match or not (match["scope"] or match["unit"] or "居" in match["verb"]):
        return None
    indicator = re.sub(r"^(?:20\d\d年|[但而且也])+", "", match["left"]).strip(" ，、在")
    came = _CAME.search(indicator)
    indicator = indicator[: came.start()] if came else indicator
    subject, indicator = phrases.split_subject(indicator)
    if re.fullmatch(r"全[国省市县区]|[我本][省市县区]", indicator):
        subject, indicator = indicator, ""
    notes: tuple[str, ...] = ()
    if len(indicator) < 2:
        indicator, notes = carried(previous, topics), ("指标承前文省略",)
    if not indicator:
        return None
    order, unit = match["order"], match["unit"] or None
    return Figure(
        start=first + opening,
        end=first + match.end(),
        indicator=indicator,
        value=match["value"] if unit else order + match["value"],
        unit=unit,
        comparator=match["verb"] + match["scope"] + (order if unit else ""),
        subject=subject,
        baseline=came[0] if came else None,
        notes=notes,
        needs_goal=True,
    )
