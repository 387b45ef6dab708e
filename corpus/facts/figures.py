"""One segment of a sentence, read into figures: indicator, comparator, value, unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from corpus.facts import phrases
from corpus.facts.quantities import QUANTITY
from corpus.facts.spans import Span
from corpus.facts.times import TIME

BRACKETED = "\x02"
"""Stands where a bracket with figures was taken out of a segment."""
_TIME = "\x01"
_CJK = re.compile(r"[\u4e00-\u9fff]")
_LEVEL = re.compile(
    r"^(?:国家级|省部级|省级|市级|县级|校级|世界级|国家|省|市)?(?:及|或)?(?:以上|以下)?"
)
_QUALITY = re.compile(
    r"(?P<left>.+?)(?P<verb>(?:争取|力争|基本|全面|率先|要|将|实现|达到|高于|超过|保持|进入|接近)*)"
    r"(?P<value>翻一番(?:以上)?|翻两番|翻番|(?:增长|增加)(?:一|两|二)倍|倍增(?!计划|行动|工程|”)|全覆盖(?!体系|工程|”)"
    r"|(?:全国|全省|国内|国际|世界|中部|东部|同类)(?:地区|城市)?(?:平均|先进|领先|一流|中上游|前列)水平(?:以上)?)$"
)
_PLAN = re.compile(
    r"(?:实施|推进|开展|落实)(?P<name>.{2,16}?)(?:倍增|培育|提升)*[“”]?(?:计划|行动|工程)|^从(?P<seen>.{2,12})看$"
)
_ACTS = re.compile(
    r"强化|加强|推进|推动|形成|实施|开展|完善|提升|围绕|聚焦|坚持|通过|依托|按照|根据|从|在|为|以|对"
)
_BASE_SEGMENT = re.compile(
    r"^(?:比|较|同比|相比).{0,16}(?:增长|提高|增加|翻|下降|降低|减少|提升|提前)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is printed, before anything is decided about it."""

    start: int
    end: int
    indicator: str
    value: str
    unit: str | None
    comparator: str | None = None
    subject: str | None = None
    baseline: str | None = None
    notes: tuple[str, ...] = ()
    needs_goal: bool = False
    """Only a target where a deadline or a heading 目标 stands over it."""
    needs_forward: bool = False
    """Only a target where the sentence looks ahead (力争, 每年)."""


def compares(segment: str) -> bool:
    """Whether a segment only says against what a figure has grown: 比2017年增长一倍."""
    return _BASE_SEGMENT.match(segment) is not None


def read_segment(
    segment: str, text: str, begin: int, previous: Figure | None, topics: tuple[str, ...]
) -> list[Figure]:
    """The figures between two commas; the previous figure lends what is left out here.

    segment is the masked text from begin on; indicators are cut out of text itself.
    """
    segment = TIME.sub(lambda m: "\x01" * len(m[0]), segment)
    matches = [m for m in QUANTITY.finditer(segment) if not _modifier(segment, m)]
    if not matches:
        quality = _quality(segment, text, begin)
        return [quality] if quality else []
    figures: list[Figure] = []
    at = 0
    verb = ""
    for index, match in enumerate(matches):
        bound = matches[index + 1].start() if index + 1 < len(matches) else len(segment)
        place = _Place(segment, text, begin, at, match, bound, verb)
        figure, at, verb = _one(place, previous, topics)
        if figure:
            figures.append(figure)
            previous = figure
    return figures


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure in its segment: what stands left of it (from at on) and right of it (to bound)."""

    segment: str
    text: str
    begin: int
    at: int
    match: re.Match[str]
    bound: int
    verb: str
    """The verb of the figure before: 实施50项…和50项…."""

    def words(self, start: int, end: int) -> str:
        """The printed words of segment[start:end] without the times in it."""
        printed = self.text[self.begin + start : self.begin + end]
        masked = self.segment[start:end]
        return "".join(c for c, m in zip(printed, masked, strict=True) if m != "\x01").strip(
            " 、，的"
        )

    def figure(self, first: int, last: int, indicator: str, printed: str, **more: Any) -> Figure:
        subject, indicator = phrases.split_subject(indicator)
        match = self.match
        suffix = (match["suffix"] or "").strip()
        comparator = printed + (f"…{suffix}" if printed and suffix else suffix)
        return Figure(
            start=self.begin + first,
            end=self.begin + last,
            indicator=indicator,
            value=re.sub(r"[\s%％]", "", match["value"]),
            unit=match["unit"],
            comparator=(comparator + (f"…{match['more']}" if match["more"] else "")).strip(
                "\x00\x01 "
            )
            or None,
            subject=more.pop("subject", None) or subject,
            **more,
        )


def _modifier(segment: str, match: re.Match[str]) -> bool:
    """「销售收入5000万以上的企业」: the figure only describes a noun."""
    return segment.startswith("的", match.end()) and not match["unit"].endswith("%")


def _one(
    place: _Place, previous: Figure | None, topics: tuple[str, ...]
) -> tuple[Figure | None, int, str]:
    """One figure, where the next one's left side starts, and the verb that it inherits."""
    segment, match = place.segment, place.match
    first = place.at
    skipped = " 、和及与\x01\x02，" if first else " 、\x01\x02，"
    while first < match.start() and segment[first] in skipped:
        first += 1
    opening = first
    among = segment.startswith("其中", first)
    if among:
        first += 2
    left_end = match.start()
    while left_end > first and segment[left_end - 1] in " \x01\x02":
        left_end -= 1
    left = segment[first:left_end]
    right = segment[match.end() : place.bound]
    noun_at, noun_end = _noun(right)
    noun = place.words(match.end() + noun_at, match.end() + noun_end)
    comparator = phrases.COMPARATOR.search(left)
    head = left[: comparator.start()] if comparator else left
    printed = comparator["printed"] if comparator else ""
    acting = phrases.VERB_END.search(head)
    joins = segment[place.at : match.start()].strip(" ") in ("、", "和", "及", "与", "以及")
    listed = head.endswith("等") and phrases.VERB_START.match(head)
    whose = phrases.SUBJECT.fullmatch(head)
    if (
        noun
        and not among
        and (
            acting
            or listed
            or whose
            or (not head and (place.verb or joins or comparator or not place.at))
        )
    ):
        name = acting["verb"] if acting else "" if listed else place.verb
        start = first + (acting.start("verb") if acting else 0)
        end = match.end() + noun_end
        if not acting and not listed and not place.verb:
            end = match.end() + len(right.rstrip(" 、和及与\x01\x02"))
            noun = place.words(match.end(), end)
        wanted = name in phrases.FEW and "每年" not in segment
        return (
            place.figure(
                start, end, noun, f"{name if acting else ''}{printed}",
                needs_goal=wanted or not match["value"][0].isdigit(),
                needs_forward=not name,
            ),
            end,
            name,
        )  # fmt: skip
    if noun and not comparator and not among:
        return None, place.at, ""
    base = phrases.BASE.search(head)
    baseline = base["base"] if base else None
    start, stop = first, first + (base.start() if base else len(head))
    subject = phrases.SUBJECT.match(segment[start:stop])
    printed_subject = None
    if subject and phrases.is_region(subject["subject"]):
        printed_subject = subject["subject"]
        start += subject.end()
    lead_in = phrases.VERB_START.match(segment, start, stop)
    if lead_in and stop - lead_in.end() >= 2:
        printed = phrases.manner(lead_in[0]) + printed
        start = lead_in.end()
    indicator = place.words(start, stop)
    notes: tuple[str, ...] = ()
    if among and previous:
        bare = _LEVEL.sub("", previous.indicator, count=1) or previous.indicator
        own = indicator or noun
        named = own.startswith("为") or bare in own or len(own) > 4 or own.endswith("完成")
        own = own.removeprefix("为")
        indicator = own if named else f"{own}{bare}" if own else previous.indicator
        notes = (f"原文在“其中”之下，属“{previous.indicator}”",)
    elif not _CJK.search(indicator) or phrases.is_opening(indicator):
        printed = phrases.manner(indicator) + printed
        carried = _carried(previous, topics)
        if not carried:
            return None, match.end(), ""
        indicator, notes = carried, ("指标承前文省略",)
    end = match.end() + (noun_end if among and noun else 0)
    return (
        place.figure(
            opening, end, indicator, printed, subject=printed_subject, baseline=baseline,
            notes=notes,
            needs_goal=comparator is None or not match["value"][0].isdigit(),
        ),
        end,
        "",
    )  # fmt: skip


def _noun(right: str) -> Span:
    """Span of the noun behind a figure: 「20名杰青和优青培育人才」; empty if none stands there."""
    first = len(right) - len(right.lstrip())
    if first == len(right) or right[first] in "、，\x01\x02（(和及与；。）)的且并其左以":
        return 0, 0
    cut = phrases.NOUN_CUT.search(right, first + 1)
    last = cut.start() if cut else len(right)
    while last > first and right[last - 1] in " 、和及与\x01\x02":
        last -= 1
    return (first, last) if _CJK.search(right, first, last) else (0, 0)


def _carried(previous: Figure | None, topics: tuple[str, ...]) -> str:
    """What a figure without an indicator speaks of: the figure before it, or words that head it."""
    if previous:
        return previous.indicator
    for topic in reversed(topics):
        plan = _PLAN.search(topic)
        if plan:
            return (plan["name"] or plan["seen"]).strip("“”\x00")
    last = re.sub(r"[\x00\x01]+|的$|^[但而且]", "", topics[-1]) if topics else ""
    return last if 2 <= len(last) <= 16 and not _ACTS.match(last) else ""


def _quality(segment: str, text: str, begin: int) -> Figure | None:
    """「专利申请量翻一番」「达到全国平均水平」: a target without a figure."""
    match = _QUALITY.match(segment)
    if not match or compares(segment):
        return None
    first = len(segment) - len(segment.lstrip(" \x01\x02"))
    place = _Place(segment, text, begin, 0, match, len(segment), "")
    base = phrases.BASE.search(match["left"])
    start, stop = first, base.start() if base else match.end("left")
    lead_in = phrases.VERB_START.match(segment, start, stop)
    printed = match["verb"]
    if lead_in:
        printed, start = phrases.manner(lead_in[0]) + printed, lead_in.end()
    indicator = place.words(start, stop)
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
