"""A figure between its sides: the indicator stands left of it, or as a noun behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from corpus.facts.targets import phrases
from corpus.facts.targets.figure import TIMED, Figure
from corpus.facts.targets.nouns import GAPS

_JOINS = ("", "、", "和", "及", "与", "以及")
_TIME_OF = re.compile(rf"(?<={TIMED})的$")
_SPAN = re.compile(r"^(?:[一二三四五六七八九十两]+|\d{1,2})年(?:内|之内|来|时间)")


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

    def printed(self, start: int, end: int) -> str:
        """Segment[start:end] as the text has it, names and times too."""
        return self.text[self.begin + start : self.begin + end]

    def words(self, start: int, end: int) -> str:
        """The printed words of segment[start:end] without the times in it."""
        masked = self.segment[start:end]
        printed = self.printed(start, end)
        kept = "".join(c for c, m in zip(printed, masked, strict=True) if m != TIMED)
        kept = _SPAN.sub("", kept.strip(" 、，的"))
        return kept[1:] if kept.startswith("“") and "”" not in kept else kept

    @property
    def opening(self) -> int:
        """Where the left side starts, behind commas and 和."""
        first = self.at
        skipped = f"{GAPS}、，" + ("和及与" if first else "")
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
        """The left side, from first on; 「增加到2021年的」 is 「增加到」."""
        left = self.segment[self.first : self.match.start()].rstrip(GAPS)
        return _TIME_OF.sub("", left).rstrip(GAPS)

    @property
    def right(self) -> str:
        """The right side."""
        return self.segment[self.match.end() : self.bound]

    @property
    def joins(self) -> bool:
        """Whether nothing but 、 or 和 stands between this figure and the one before it."""
        return self.segment[self.at : self.match.start()].strip() in _JOINS

    @property
    def in_words(self) -> bool:
        """Whether the value is written in Chinese numerals, as names are too."""
        return not self.match["value"][0].isdigit()

    def figure(self, first: int, last: int, indicator: str, printed: str, **more: Any) -> Figure:
        """The figure of segment[first:last]; printed is the comparator without what follows."""
        subject, indicator = phrases.split_subject(indicator)
        comparator = printed
        for behind in (self.match["suffix"], self.match["more"]):
            if behind:
                comparator += f"…{behind.strip()}" if comparator else behind.strip()
        return Figure(
            start=self.begin + first,
            end=self.begin + last,
            indicator=indicator,
            value=re.sub(r"[\s%％]", "", self.match["value"]),
            unit=self.match["unit"],
            comparator=comparator.strip(f"{GAPS}\x00") or None,
            subject=more.pop("subject", None) or subject,
            **more,
        )
