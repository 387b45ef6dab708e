"""One segment of a sentence, read into figures: indicator, comparator, value, unit."""

from __future__ import annotations

import re

from corpus.facts import phrases
from corpus.facts.figure import TIMED, Figure
from corpus.facts.quantities import QUANTITY
from corpus.facts.sides import Sides, read_figure
from corpus.facts.times import TIME

_QUALITY = re.compile(
    r"(?P<left>.+?)(?P<verb>(?:争取|力争|基本|全面|率先|要|将|实现|达到|高于|超过|保持|进入|接近)*)"
    r"(?P<value>翻一番(?:以上)?|翻两番|翻番|(?:增长|增加)(?:一|两|二)倍|倍增(?!计划|行动|工程|”)|全覆盖(?!体系|工程|”)"
    r"|(?:全国|全省|国内|国际|世界|中部|东部|同类)(?:地区|城市)?(?:平均|先进|领先|一流|中上游|前列)水平(?:以上)?)$"
)
_BASE_SEGMENT = re.compile(
    r"^(?:比|较|同比|相比).{0,16}(?:增长|提高|增加|翻|下降|降低|减少|提升|提前)"
)


def compares(segment: str) -> bool:
    """Whether a segment only says against what a figure has grown: 比2017年增长一倍."""
    return _BASE_SEGMENT.match(segment) is not None


def read_segment(
    segment: str, text: str, begin: int, previous: Figure | None, topics: tuple[str, ...]
) -> list[Figure]:
    """The figures between two commas; the previous figure lends what is left out here.

    segment is the masked text from begin on; indicators are cut out of text itself.
    """
    segment = TIME.sub(lambda m: TIMED * len(m[0]), segment)
    matches = [m for m in QUANTITY.finditer(segment) if not _modifier(segment, m)]
    if not matches:
        quality = _quality(segment, text, begin)
        return [quality] if quality else []
    figures: list[Figure] = []
    at = 0
    verb = ""
    for index, match in enumerate(matches):
        bound = matches[index + 1].start() if index + 1 < len(matches) else len(segment)
        sides = Sides(segment, text, begin, at, match, bound, verb)
        figure, at, verb = read_figure(sides, previous, topics)
        if figure:
            figures.append(figure)
            previous = previous if figure.part else figure
    return figures


def _modifier(segment: str, match: re.Match[str]) -> bool:
    """「销售收入5000万以上的企业」: the figure only describes a noun."""
    return segment.startswith("的", match.end()) and not match["unit"].endswith("%")


def _quality(segment: str, text: str, begin: int) -> Figure | None:
    """「专利申请量翻一番」「达到全国平均水平」: a target without a figure."""
    match = _QUALITY.match(segment)
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
    if len(indicator) < 3:
        return None
    subject, indicator = phrases.split_subject(indicator)
    return Figure(
        start=begin + first,
        end=begin + match.end(),
        indicator=indicator,
        value=match["value"],
        unit=None,
        comparator=printed or (match["value"] if "番" in match["value"] else None),
        subject=subject,
        baseline=base["base"] if base else None,
        needs_goal=True,
    )
