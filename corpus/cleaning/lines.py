"""Lines of the source, with what lay between them; flattened lines come apart again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.markers import Marker, match_marker

SENTENCE_END = "。！？!?；;"
CLOSERS = "”’」』）)】》\"'"
_DOUBLE_INDENT = re.compile("[ \t]*\u3000{2,}[ \t\u3000]*")
_GAP = re.compile(r"[ \t\u3000]+")
_BREAKABLE = re.compile(r"(?<=[。；;！？!?：:\s.])\s*(?=[第（(一二三四五六七八九十\d])")
_GENRE_END = re.compile(
    r"(?:意见|办法|规划|方案|计划|通知|决定|规定|细则|措施|政策|报告|纲要|条例|公告|通告|要点|指南)$"
)
_TEXT_START = re.compile(r"为|根据|按照|依据|现将|近年来|经|各")
_LONG = 200
_FLAT = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its margins; start and end count in the text it was cut from."""

    text: str
    start: int
    end: int
    blank_before: bool = False
    indent: int = 0
    """Columns before the text: an ideographic space is two."""


def split_lines(text: str) -> list[Line]:
    """The lines that hold anything, flattened ones split where a paragraph must have begun."""
    lines: list[Line] = []
    blank = False
    position = 0
    for raw in text.split("\n"):
        for page in raw.split("\f"):
            stripped = page.strip()
            if stripped:
                start = position + len(page) - len(page.lstrip())
                margin = page[: len(page) - len(page.lstrip())]
                indent = sum(2 if c == "\u3000" else 1 for c in margin)
                whole = Line(stripped, start, start + len(stripped), blank, indent)
                lines.extend(_unflatten(whole, first=not lines))
                blank = False
            elif not page:
                blank = True
            position += len(page) + 1
    return lines


def _unflatten(line: Line, first: bool) -> Iterator[Line]:
    cuts = sorted(set(_cuts(line.text, first)))
    position = 0
    for cut in [*cuts, len(line.text)]:
        piece = line.text[position:cut]
        stripped = piece.strip()
        if stripped:
            start = line.start + position + len(piece) - len(piece.lstrip())
            yield Line(
                stripped,
                start,
                start + len(stripped),
                line.blank_before if position == 0 else False,
                line.indent if position == 0 else 4,
            )
        position = cut


def _cuts(text: str, first: bool) -> Iterator[int]:
    if len(text) < 12:
        return
    yield from _indent_cuts(text)
    yield from _sequence_cuts(text)
    heading = _flattened_heading(text, first)
    if heading:
        yield heading


def _indent_cuts(text: str) -> Iterator[int]:
    """Two ideographic spaces inside a line are the indent of a paragraph that lost its line end."""
    for match in _DOUBLE_INDENT.finditer(text):
        before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
        marker = match_marker(text, match.end())
        structural = marker is not None and marker.kind != "dash"
        if before in SENTENCE_END + "：:" + CLOSERS or structural or (len(text) > _LONG and after):
            yield match.end()


def _sequence_cuts(text: str) -> Iterator[int]:
    """Two or more markers of a family that count on, each behind a sentence end or a space."""
    found: list[Marker] = []
    opening = match_marker(text)
    if opening:
        found.append(opening)
    for match in _BREAKABLE.finditer(text):
        marker = match_marker(text, match.end())
        if marker and marker.start and marker.kind in _SPLITTING:
            found.append(marker)
    last: dict[str, int] = {}
    previous: dict[str, Marker] = {}
    for marker in found:
        number = marker.number or 0
        if number == last.get(marker.kind, 0) + 1 or number == 1:
            if number > 1:
                yield previous[marker.kind].start
                yield marker.start
            last[marker.kind] = number
            previous[marker.kind] = marker


# Enumerations inside a sentence ("包括：（1）…；（2）…") stay in their line: these families do not.
_SPLITTING = {"bian", "zhang", "jie", "tiao", "han", "paren_han"}


def _flattened_heading(text: str, first: bool) -> int | None:
    """Where a heading ends whose line end became a space: "(一)指导思想 以…为指导,…"."""
    if len(text) < _FLAT:
        return None
    marker = match_marker(text)
    start = marker.end if marker else 0
    gap = _GAP.search(text, start)
    if gap is None:
        return None
    heading = text[start : gap.start()]
    rest = text[gap.end() :]
    if marker is None:
        named = first and _GENRE_END.search(heading) and _TEXT_START.match(rest)
        return gap.end() if named else None
    if marker.kind in ("shi", "dash", "circled") or not 2 <= len(heading) <= 25:
        return None
    if re.search(r"[，。；：,.;:]", heading) or not re.search(r"[，。,.]", rest):
        return None
    following = _GAP.split(rest, maxsplit=1)[0]
    # A word split by a stray space has a short neighbour; a paragraph's first printed line is full.
    return gap.end() if len(following) >= max(16, len(heading) + 6) else None
