"""Where paragraphs began in a line whose line ends were lost.

Web copies and some extractions turn line ends into spaces, or leave only the two ideographic
spaces of an indent. A cut needs a sign of its own: that indent, markers that count on, or a heading
that is followed by text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.genres import GENRES
from corpus.heads import NUMBER
from corpus.markers import Marker, match_marker

_SHORTEST = 12
_LONG = 200
_LONGEST = 25
_LONGEST_ARTICLE = 8
_WRAPPED = 60
"""A line shorter than this holds no paragraph of several printed lines."""
_DOUBLE_INDENT = re.compile("[ \t]*\u3000{2,}[ \t\u3000]*")
_GAP = re.compile(r"[ \t\u3000]+")
_SECTIONS = re.compile(r"(?<=[。；;！？!?：:\s.])(?=[第（(]|[一二三四五六七八九十]{1,3}[、．.])")
_POINTS = re.compile(r"(?<=[。.\s])(?=\d{1,2}\s?[.．、]|[一二三四五六七八九十]{1,2}[是要])")
_DASH = re.compile(r"(?:(?<=[。.])|\s)(?=——)")
_STOPS = "。！？!?；;：:”’）)】》"
_SPLITTING = {"bian", "zhang", "jie", "tiao", "han", "paren_han", "arabic", "shi"}
"""Enumerations inside a sentence ("包括：（1）…；（2）…") stay in their line: these families do not."""
_BARE_HEADING = re.compile(r"[^，。；：、（(\d]{2,25}(?=[（(]一[)）]|1[.．、]\D|第一[节条])")
_SIGNATURE = re.compile(
    r"(?<=[。！\s])[\u4e00-\u9fff]{4,30}[府厅局委室会办部](?P<date>\d{4}年\d{1,2}月\d{1,2}日)"
)
_GENRE_END = re.compile(rf"(?:{GENRES})(?:（[^（）]{{1,20}}）)?$")
_TEXT_START = re.compile(r"为|根据|按照|依据|现将|近年来|经|各")
_PUNCTUATION = re.compile(r"[，。；：,.;:]")


def cut_flattened(text: str, first: bool) -> list[int]:
    """Offsets where a line of its own begins, in order; first: the line opens the document."""
    if len(text) < _SHORTEST:
        return []
    cuts = {*_indent_cuts(text), *_sequence_cuts(text, _SECTIONS)} - {0}
    if cuts:
        # Sections ran together, so their points and items did as well.
        cuts |= {*_sequence_cuts(text, _POINTS), *(m.end() for m in _DASH.finditer(text))}
        if first:
            cuts |= set(_head_cuts(text[: min(cuts)]))
    ordered = sorted(cuts)
    for start, end in pairwise([0, *ordered, len(text)]):
        heading = _heading_cut(text[start:end], first and start == 0, flattened=bool(ordered))
        if heading:
            cuts.add(start + heading)
    return sorted(cuts)


def _indent_cuts(text: str) -> Iterator[int]:
    """Two ideographic spaces inside a line are the indent of a paragraph that lost its line end."""
    for match in _DOUBLE_INDENT.finditer(text, 1):
        marker = match_marker(text, match.end())
        structural = marker is not None and marker.kind != "dash"
        if text[match.start() - 1] in _STOPS or structural or len(text) > _LONG:
            yield match.end()


def _sequence_cuts(text: str, breakable: re.Pattern[str]) -> Iterator[int]:
    """Two or more markers of a family that count on, each behind a sentence end or a space."""
    previous: dict[str, Marker] = {}
    for marker in _markers(text, breakable):
        before = previous.get(marker.kind)
        counts_on = before is not None and marker.number == (before.number or 0) + 1
        if before and counts_on:
            yield before.start
            yield marker.start
        if counts_on or marker.number == 1:
            previous[marker.kind] = marker


def _markers(text: str, breakable: re.Pattern[str]) -> Iterator[Marker]:
    starts = [0, *(match.start() for match in breakable.finditer(text, 1))]
    for start in starts:
        marker = match_marker(text, start)
        if marker is None or (start and marker.kind not in _SPLITTING):
            continue
        yield marker
        # A heading may be followed at once by its first sub-clause: 一、总体要求（一）指导思想.
        heading = _BARE_HEADING.match(text, marker.end)
        below = match_marker(text, heading.end()) if heading else None
        if below:
            yield below


def _head_cuts(head: str) -> Iterator[int]:
    """Title, number, addressees, signature and date above the first section."""
    for match in _GAP.finditer(head):
        before = _GAP.split(head[: match.start()])[-1]
        after = _GAP.split(head[match.end() :])[0]
        alone = NUMBER.fullmatch(before) or before.endswith("：") or _GENRE_END.search(before)
        if alone or NUMBER.fullmatch(after):
            yield match.end()
    for match in _SIGNATURE.finditer(head):
        yield from (match.start(), match.start("date"), match.end())


def _heading_cut(text: str, first: bool, flattened: bool) -> int | None:
    """Where a heading ends whose line end became a space: "(一)指导思想 以…为指导,…".

    In a line that is known to be flattened every space may be a line end; in any other only a
    heading that is shorter than the printed lines after it counts, because there a space may
    as well have split a word.
    """
    if len(text) < (_SHORTEST if flattened else _WRAPPED):
        return None
    marker = match_marker(text)
    start = marker.end if marker else 0
    gap = _GAP.search(text, start)
    if gap is None:
        return None
    heading, rest = text[start : gap.start()], text[gap.end() :]
    if marker is None:
        named = first and _GENRE_END.search(heading) and _TEXT_START.match(rest)
        return gap.end() if named else None
    if marker.kind in ("shi", "dash", "circled"):
        return None
    if _PUNCTUATION.search(heading) or not _PUNCTUATION.search(rest):
        return None
    longest = _LONGEST_ARTICLE if marker.kind == "tiao" else _LONGEST
    shortest = 6 if rest[:1] in "“‘《（(" else 2
    if not shortest <= len(heading) <= longest or (rest[:1] in "“‘《（(" and not flattened):
        return None
    following = _GAP.split(rest, maxsplit=1)[0]
    enough = len(heading) + 4 if flattened else max(16, len(heading) + 6)
    return gap.end() if len(following) >= enough else None
