"""Where paragraphs began in a line whose line ends were lost.

Web copies and some extractions turn line ends into spaces, or leave only the two ideographic
spaces of an indent. A cut needs a sign of its own: that indent, markers that count on, or a heading
that is followed by text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from corpus.metadata.genres import GENRES
from corpus.metadata.heads import NUMBER
from corpus.outline.markers import Marker, match_marker

_SHORTEST = 12
_LONG = 200
_LONGEST = 25
_LONGEST_ARTICLE = 8
_ENOUGH = 14
"""Characters that follow a heading in a flattened line."""
_WRAPPED = 60
"""A line shorter than this holds no paragraph of several printed lines."""
_DOUBLE_INDENT = re.compile("[ \t]*\u3000{2,}[ \t\u3000]*")
_GAP = re.compile(r"[ \t\u3000]+")
_SECTIONS = re.compile(
    r"(?<=[。；;！？!?：:\s.])(?=[第（(]|[一二三四五六七八九十]{1,3}\s?[、．.])"
    r"|(?=第一[编章])|(?<=[法例定则划案策见纲要施南])(?=一、)"
)
"""The first chapter or section may stand right behind the title or the bracket below it."""
_BEHIND_GAP = re.compile(
    r"(?<=[。！]\s)(?=[（(][一二三四五六七八九十]|[一二三四五六七八九十]{1,3}\s?、)"
)
"""In a flattened text these open a line even where the numbering skips or repeats."""
_LANDMARK = re.compile(
    r"(?<=[\s。）日])(?=附\s?件\s?\d{1,2}(?![\d、，。；）所的中和至]))|(?<=[。日）]\s)(?=附\s?件\s[\u4e00-\u9fff])|(?<=\s)(?=目\s*[录次](?:\s|第))"
)
"""Annexes, and the contents page."""
_BARE_ANNEX = re.compile(r"(?<=[。日）]\s)附\s?件\s(?P<title>[\u4e00-\u9fff])")
_ANNEX_TITLE = re.compile(
    rf"(?<=\s)附\s?件\s?\d{{1,2}}[\s：:]\s?[^\s，。；：]{{2,40}}?(?:{GENRES}|表|书|单)\s"
)
_CHAPTER = re.compile(r"[^\s，。；：\d]{2,12}\s")
_DECIMALS = re.compile(r"(?<=\s)(?P<n>\d{1,2}(?:\.\d{1,2}){0,2})\s(?=[\u4e00-\u9fffⅠ-Ⅻ])")
_POINTS = re.compile(r"(?<=[。.\s])(?=\d{1,2}\s?[.．、]|[一二三四五六七八九十]{1,2}[是要])")
_OPENINGS = re.compile(f"{_SECTIONS.pattern}|{_POINTS.pattern}")
_SPACED_POINTS = re.compile(r"(?<=\s)(?=\d{1,2}\s?[.．、])")
_FEWEST_POINTS = 3
_DASH = re.compile(r"(?:(?<=[。.])|\s)(?=——)")
_STOPS = "。！？!?；;：:”’）)】》"
_QUOTED_WORD = re.compile(r"“[^“”]{1,20}”(?!\s)")
_UNITS = {"bian", "zhang", "jie"}
_SPLITTING = {"bian", "zhang", "jie", "tiao", "han", "paren_han", "arabic", "shi"}
"""Enumerations inside a sentence ("包括：（1）…；（2）…") stay in their line: these families do not."""
_BARE_HEADING = re.compile(
    r"[^，。；：、,;:（(\d]{2,25}?(?<![“《])(?:（[^（）]{1,10}）)?(?=[（(]一[)）]|\d{1,2}[.．、]\D|第[一二三四五六七八九十百]{1,5}[章节条])"
)
_SIGNATURE = re.compile(
    r"(?<=[。！\s])[\u4e00-\u9fff]{4,30}[府厅局委室会办部]\s?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)"
)
_NAMED = re.compile(r"《(?P<title>[^《》\n]{4,60})》")
_MOST_NAMES = 20
_GENRE_END = re.compile(rf"(?:{GENRES})(?:（[^（）]{{1,20}}）)?$")
_TEXT_START = re.compile(r"为|根据|按照|依据|现将|近年来|经|各")
_PUNCTUATION = re.compile(r"[，。；：,.;:]")


def cut_flattened(text: str, first: bool) -> list[int]:
    """Offsets where a line of its own begins, in order; first: the line opens the document."""
    if len(text) < _SHORTEST:
        return []
    cuts = {*_indent_cuts(text), *_sequence_cuts(text, _SECTIONS)} - {0}
    if first and not cuts:
        cuts = set(_decimal_cuts(text))
    if first and not cuts:
        points = set(_sequence_cuts(text, _SPACED_POINTS))
        cuts = points if len(points) >= _FEWEST_POINTS and len(text) > _LONG else set()
    if cuts:
        # Sections ran together, so their points and items did as well.
        cuts |= {*_sequence_cuts(text, _OPENINGS), *(m.end() for m in _DASH.finditer(text))}
        cuts |= {
            m.end()
            for pattern in (_BEHIND_GAP, _LANDMARK, _ANNEX_TITLE)
            for m in pattern.finditer(text)
        }
        cuts |= {m.start("title") for m in _BARE_ANNEX.finditer(text)}
        if first:
            head = min(cuts)
            cuts |= {*_head_cuts(text[:head]), *_closing_cuts(text, head)}
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


def _decimal_cuts(text: str) -> Iterator[int]:
    """1 总则 1.1 编制目的 …: numbers that count on in each place, three decimals at least."""
    seen: set[tuple[int, ...]] = set()
    found: list[int] = []
    for match in _DECIMALS.finditer(text):
        number = tuple(int(part) for part in match["n"].split("."))
        above = len(number) == 1 or number[:-1] in seen
        if above and (number[-1] == 1 or (*number[:-1], number[-1] - 1) in seen):
            seen.add(number)
            found.append(match.start())
            chapter = _CHAPTER.match(text, match.end()) if len(number) == 1 else None
            if chapter:
                found.append(chapter.end())
    if sum(len(number) > 1 for number in seen) >= _FEWEST_POINTS:
        yield from found


def _markers(text: str, breakable: re.Pattern[str]) -> Iterator[Marker]:
    starts = [0, *(match.start() for match in breakable.finditer(text, 1))]
    for start in starts:
        marker = match_marker(text, start)
        if marker is None or (start and marker.kind not in _SPLITTING):
            continue
        yield marker
        # A heading may be followed at once by its first sub-clause: 一、总体要求（一）指导思想.
        above: Marker | None = marker
        while above:
            heading = _BARE_HEADING.match(text, above.end)
            below = match_marker(text, heading.end()) if heading else None
            if below is None or (above.kind, below.kind) == ("tiao", "tiao"):
                break
            yield below
            above = below if below.kind in _UNITS else None


def _head_cuts(head: str) -> Iterator[int]:
    """Title, number and addressees above the first section."""
    for match in _GAP.finditer(head):
        before = _GAP.split(head[: match.start()])[-1]
        after = _GAP.split(head[match.end() :])[0]
        alone = NUMBER.fullmatch(before) or before.endswith("：") or _GENRE_END.search(before)
        if alone or NUMBER.fullmatch(after):
            yield match.end()


def _closing_cuts(text: str, head: int) -> Iterator[int]:
    """Signature and date, above the first section or where the document that the notice named
    follows under its title."""
    names = [match["title"] for match in islice(_NAMED.finditer(text[:head]), _MOST_NAMES)]
    for match in _SIGNATURE.finditer(text):
        gap = _GAP.match(text, match.end())
        start = gap.end() if gap else match.end()
        forwarded = next((name for name in names if text.startswith(name, start)), None)
        if forwarded or match.start() < head:
            yield from (match.start(), match.start("date"), match.end())
        if forwarded:
            yield start + len(forwarded)


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
    shortest = 6 if rest[:1] in "“‘《（(" and marker.kind not in _UNITS else 2
    if flattened and _QUOTED_WORD.match(rest):
        shortest = 4
    if not shortest <= len(heading) <= longest or (rest[:1] in "“‘《（(" and not flattened):
        return None
    following = _GAP.split(rest, maxsplit=1)[0]
    enough = min(len(heading) + 4, _ENOUGH) if flattened else max(16, len(heading) + 6)
    return gap.end() if len(following) >= enough else None
