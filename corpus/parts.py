"""Several documents in one file: a notice and what it forwards, a policy and a plan.

The sign is a top numbering that starts again at 1 (一、 after 八、, 第一条 after 第二十条) below a line
that reads like a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.candidates import Candidate
from corpus.markers import RANK, Marker

_TITLE = re.compile(
    r"[^。；！？]{2,80}(?:意见|办法|规划|方案|计划|规定|细则|措施|政策|纲要|条例|要点|指南|规则|章程|办法|标准|目录|"
    r"名单|清单|制度|预案|导则|规程|通知|决定|公告|通告|报告)(?:（[^（）]{1,20}）)*"
)
_NAMED = re.compile(r"《([^《》\n]{4,60})》")


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
        if c.marker.kind == top and c.marker.number == 1 and not c.inline
    ]
    if len(starts) < 2:
        return []
    parts: list[Part] = []
    named = {_compact(name) for name in _NAMED.findall(text[: candidates[starts[0]].marker.start])}
    for order, index in enumerate(starts):
        floor = candidates[index - 1].line_end + 1 if index else 0
        part = _title_above(text, floor, candidates[index].marker.start, index)
        if part is None:
            continue
        if order == 0 and _compact(part.title) not in named:
            continue
        parts.append(part)
    return parts


def _top_kind(candidates: list[Candidate]) -> str | None:
    """The highest family that opens lines and is no annex."""
    kinds = {c.marker.kind for c in candidates if not c.inline and c.marker.number} - {"annex"}
    return min(kinds, key=lambda kind: RANK[kind]) if kinds else None


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
