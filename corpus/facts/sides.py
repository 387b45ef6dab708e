"""One figure between its sides: the indicator stands left of it, or as a noun behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from corpus.facts import phrases
from corpus.facts.figure import BRACKETED, TIMED, Figure

_CJK = re.compile(r"[\u4e00-\u9fff]")
_GAPS = f" {TIMED}{BRACKETED}"
_JOINS = ("、", "和", "及", "与", "以及")
_LEVEL = re.compile(
    r"^(?:国家级|省部级|省级|市级|县级|校级|世界级|国家|省|市)?(?:及|或)?(?:以上|以下)?"
)
_PLAN = re.compile(
    r"(?:实施|推进|开展|落实)(?P<name>.{2,16}?)(?:倍增|培育|提升)*[“”]?(?:计划|行动|工程)|^从(?P<seen>.{2,12})看$"
)
_ACTS = re.compile(
    r"强化|加强|推进|推动|形成|实施|开展|完善|提升|围绕|聚焦|坚持|通过|依托|按照|根据|从|在|为|以|对"
)

_LEVEL_ONLY = re.compile(r"(?:国家级|省部级|省级|市级|县级|校级)(?:及?以上)?")


@dataclass(frozen=True, slots=True)
class Sides:
    """A figure in its segment: what stands left of it (from at on) and right of it (to bound)."""

    segment: str
    text: str
    begin: int
    at: int
    match: re.Match[str]
    bound: int
    verb: str = ""
    """The verb of the figure before: 实施50项…和50项…."""

    def words(self, start: int, end: int) -> str:
        """The printed words of segment[start:end] without the times in it."""
        printed = self.text[self.begin + start : self.begin + end]
        masked = self.segment[start:end]
        kept = "".join(c for c, m in zip(printed, masked, strict=True) if m != TIMED)
        return kept.strip(" 、，的")

    @property
    def opening(self) -> int:
        """Where the left side starts, behind commas and 和."""
        first = self.at
        skipped = f"{_GAPS}、，" + ("和及与" if first else "")
        while first < self.match.start() and self.segment[first] in skipped:
            first += 1
        return first

    @property
    def among(self) -> bool:
        """Whether the figure is part of the one before it: 其中国家级10家."""
        return self.segment.startswith("其中", self.opening)

    @property
    def first(self) -> int:
        """Where the words of the indicator start."""
        return self.opening + (2 if self.among else 0)

    @property
    def left(self) -> str:
        """The left side, from first on."""
        return self.segment[self.first : self.match.start()].rstrip(_GAPS)

    @property
    def right(self) -> str:
        """The right side."""
        return self.segment[self.match.end() : self.bound]

    @property
    def joins(self) -> bool:
        """Whether nothing but 、 or 和 stands between this figure and the one before it."""
        return self.segment[self.at : self.match.start()].strip() in _JOINS

    def figure(self, first: int, last: int, indicator: str, printed: str, **more: Any) -> Figure:
        """The figure of segment[first:last]; printed is the comparator without what follows."""
        subject, indicator = phrases.split_subject(indicator)
        suffix = (self.match["suffix"] or "").strip()
        comparator = printed + (f"…{suffix}" if printed and suffix else suffix)
        if self.match["more"]:
            comparator += f"…{self.match['more']}"
        return Figure(
            start=self.begin + first,
            end=self.begin + last,
            indicator=indicator,
            value=re.sub(r"[\s%％]", "", self.match["value"]),
            unit=self.match["unit"],
            comparator=comparator.strip(f"{_GAPS}\x00") or None,
            subject=more.pop("subject", None) or subject,
            **more,
        )


def read_figure(
    sides: Sides, previous: Figure | None, topics: tuple[str, ...]
) -> tuple[Figure | None, int, str]:
    """One figure, where the next one's left side starts, and the verb that it inherits."""
    noun_end = _noun_end(sides.right)
    comparator = phrases.COMPARATOR.search(sides.left)
    if noun_end and not sides.among:
        found = _behind(sides, noun_end, comparator)
        if found:
            return found
        if not comparator:
            return None, sides.at, ""
    return _before(sides, noun_end, comparator, previous, topics)


def _behind(
    sides: Sides, noun_end: int, comparator: re.Match[str] | None
) -> tuple[Figure, int, str] | None:
    """「培育100家领军企业」「我省10个项目荣获…」: the noun stands behind the figure."""
    head = sides.left[: comparator.start()] if comparator else sides.left
    printed = comparator["printed"] if comparator else ""
    acting = phrases.VERB_END.search(head)
    listed = head.endswith("等") and phrases.VERB_START.match(head) is not None
    whose = phrases.SUBJECT.fullmatch(head) is not None
    bare = not head and (sides.verb or sides.joins or comparator or not sides.at)
    if not (acting or listed or whose or bare):
        return None
    name = acting["verb"] if acting else "" if listed else sides.verb
    end = sides.match.end() + noun_end
    if not (acting or listed or sides.verb):
        end = sides.match.end() + len(sides.right.rstrip(f"{_GAPS}、和及与"))
    figure = sides.figure(
        sides.first + (acting.start("verb") if acting else 0),
        end,
        sides.words(sides.match.end(), end),
        f"{name if acting else ''}{printed}",
        needs_goal=(name in phrases.FEW and "每年" not in sides.segment) or _in_words(sides),
        needs_forward=not name,
    )
    return figure, end, name


def _before(
    sides: Sides,
    noun_end: int,
    comparator: re.Match[str] | None,
    previous: Figure | None,
    topics: tuple[str, ...],
) -> tuple[Figure | None, int, str]:
    """「全省高新技术企业达到1500家」「众创空间20家」: the indicator stands before the figure."""
    segment, end = sides.segment, sides.match.end()
    head = sides.left[: comparator.start()] if comparator else sides.left
    printed = comparator["printed"] if comparator else ""
    base = phrases.BASE.search(head)
    start, stop = sides.first, sides.first + (base.start() if base else len(head))
    subject = phrases.SUBJECT.match(segment[start:stop])
    whose = None
    if subject and phrases.is_region(subject["subject"]):
        whose = subject["subject"]
        start += subject.end()
    lead_in = phrases.VERB_START.match(segment, start, stop)
    if lead_in and stop - lead_in.end() >= 2:
        printed = phrases.manner(lead_in[0]) + printed
        start = lead_in.end()
    indicator = sides.words(start, stop)
    notes: tuple[str, ...] = ()
    trailing = phrases.TRAILING.search(indicator)
    if trailing and not noun_end and trailing.start() > 2:
        indicator, printed = indicator[: trailing.start()], trailing[0] + printed
    part = previous is not None and (sides.among or _LEVEL_ONLY.fullmatch(indicator) is not None)
    if part and previous:
        indicator = _part_of(previous, indicator or sides.words(end, end + noun_end))
        notes = (f"原文在“其中”之下，属“{previous.indicator}”",)
        end += noun_end if sides.among else 0
    elif not _CJK.search(indicator) or phrases.is_opening(indicator):
        printed = phrases.manner(indicator) + printed
        indicator, notes = _carried(previous, topics), ("指标承前文省略",)
        if not indicator:
            return None, end, ""
    figure = sides.figure(
        sides.opening,
        end,
        indicator,
        printed,
        subject=whose,
        baseline=base["base"] if base else None,
        notes=notes,
        part=part,
        needs_goal=comparator is None or _in_words(sides),
    )
    return figure, end, ""


def _in_words(sides: Sides) -> bool:
    """Whether the value is written in Chinese numerals, as names are too."""
    return not sides.match["value"][0].isdigit()


def _part_of(whole: Figure, own: str) -> str:
    """「其中国家级10家」 under 产业联盟 → 国家级产业联盟; a noun of its own stays as it is."""
    bare = _LEVEL.sub("", whole.indicator, count=1) or whole.indicator
    named = own.startswith("为") or bare in own or len(own) > 4 or own.endswith("完成")
    own = own.removeprefix("为")
    if named:
        return own
    return f"{own}{bare}" if own else whole.indicator


def _noun_end(right: str) -> int:
    """Where the noun behind a figure ends: 「名杰青和优青培育人才」; 0 if none stands there."""
    first = len(right) - len(right.lstrip())
    if first == len(right) or right[first] in f"{_GAPS}、，（(和及与；。）)的且并其左以":
        return 0
    cut = phrases.NOUN_CUT.search(right, first + 1)
    last = cut.start() if cut else len(right)
    while last > first and right[last - 1] in f"{_GAPS}、和及与":
        last -= 1
    return last if _CJK.search(right, first, last) else 0


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
