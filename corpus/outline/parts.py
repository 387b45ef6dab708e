"""Several documents in one file: a notice and what it forwards, a policy and a note on its drafting.

Two signs: a top numbering that starts again at 1 (一、 after 八、, 第一条 after 第二十条) below a line
that reads like a title; and, below a notice, the title of what the notice forwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.outline.candidates import Candidate
from corpus.outline.markers import RANK, Marker

_TITLE = re.compile(
    r"[^。；！？]{2,80}(?:意见|办法|规划|方案|计划|规定|细则|措施|政策|纲要|条例|要点|指南|规则|章程|办法|标准|目录|"
    r"名单|清单|制度|预案|导则|规程|通知|决定|公告|通告|报告|说明|解读)(?:（[^（）]{1,20}）)*"
)
_OF_ITS_OWN = re.compile(r"关于.{4,}")
_NAMED = re.compile(r"《([^《》\n]{4,60})》")
_FORWARDS = re.compile(
    r"(?:印发|转发|批转|发布|公布)(?P<title>[^《》\n]{4,90})的(?:通知|公告|通告|决定)"
)
_LINES = 3
"""A title is printed on up to three lines."""
_TOP = ("bian", "zhang", "tiao", "han")


@dataclass(frozen=True, slots=True)
class Part:
    """A title line that opens a document within the file."""

    title: str
    start: int
    end: int
    before: int
    """Index of the first candidate that belongs to the part."""

    def as_candidate(self) -> Candidate:
        """The title line as the heading it is, without a marker."""
        return Candidate(Marker("heading", None, "", self.start, self.start), self.end)


def find_parts(text: str, candidates: list[Candidate]) -> list[Part]:
    """Parts in order; none for a file that holds one document."""
    top = _top_kind(candidates)
    if top is None:
        return []
    starts = [
        i
        for i, c in enumerate(candidates)
        if c.marker.number == 1 and not c.inline and (c.marker.kind == top or c.marker.kind in _TOP)
    ]
    parts: list[Part] = []
    for order, index in enumerate(starts):
        ceiling = candidates[index].marker.start
        if index and candidates[index - 1].marker.kind == "annex":
            continue  # the title below 附件1 is the annex's
        if order == 0:
            part = _forwarded(text[:ceiling], index)
        else:
            floor = candidates[index - 1].line_end + 1
            part = _title_above(text, floor, ceiling, index)
            if part and candidates[index].marker.kind != top and not _OF_ITS_OWN.match(part.title):
                part = None
        if part:
            parts.append(part)
    return parts


def _top_kind(candidates: list[Candidate]) -> str | None:
    """The highest family that opens lines and is no annex."""
    kinds = {c.marker.kind for c in candidates if not c.inline and c.marker.number} - {"annex"}
    return min(kinds, key=lambda kind: RANK[kind]) if kinds else None


def _forwarded(head: str, index: int) -> Part | None:
    """The title of what a notice forwards, below the notice's own text."""
    named = {_compact(name) for name in _NAMED.findall(head)}
    named |= {_compact(match["title"]) for match in _FORWARDS.finditer(head)}
    found: Part | None = None
    for title, start, end in _joined_lines(head):
        below_text = "：" in head[:start] or "。" in head[:start]
        if below_text and _compact(title) in named and _TITLE.fullmatch(title):
            found = Part(title, start, end, index)
    return found


def _joined_lines(text: str) -> Iterator[tuple[str, int, int]]:
    """Every run of up to three lines as one title, with its place."""
    lines = list(re.finditer(r"[^\n]+", text))
    for first in range(len(lines)):
        for last in range(first, min(first + _LINES, len(lines))):
            words = "".join(line[0].strip() for line in lines[first : last + 1])
            yield words, lines[first].start(), lines[last].end()


def _title_above(text: str, floor: int, ceiling: int, index: int) -> Part | None:
    """The last title-like line between the clause before and the new start."""
    found: Part | None = None
    position = floor
    for line in text[floor:ceiling].split("\n"):
        if _TITLE.fullmatch(line.strip()):
            found = Part(line.strip(), position, position + len(line), index)
        position += len(line) + 1
    return found


def _compact(text: str) -> str:
    return re.sub(r"\s|[—－–-]", "", text)
