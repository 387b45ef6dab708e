"""Every place of a clean text where a clause may open, in order.

At the start of a line a marker counts by its form. Inside a line it counts only as part of a run
that counts on (一是 … 二是 …), behind a stop and outside brackets and quotes: there a lone （一） is
a reference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus.numerals import parse_number
from corpus.outline.decimals import counting_decimals, find_chapters, is_decimal
from corpus.outline.markers import ANNEX, Marker, match_marker

_INLINE = re.compile(
    r"(?<=[。；;，,：:！？”）\s.])(?=[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,2}，|[（(①-⑳]|\d{1,2}[.、．)）])"
)
ANNEX_LIST = re.compile(r"^附[ \u3000]*件[ \u3000]*[：:]\s*1?\s*[.．、]?\s*\S", re.MULTILINE)
_NOTES = re.compile(r"注\s*[：:]\s*1\s*[.．、]")
"""附件：1.申请表 and 注：1.口径 go on with 2. on the next line."""
_HIDDEN = re.compile(r"^(?P<n>\d{1,2})[.．、](?=\d+[^\d.．\s%％])", re.MULTILINE)
"""A number right behind a marker, as in a decimal."""
_FEWEST_HIDDEN = 3
_CLOSING_PART = re.compile(r"\s*附\s*则\s*")
_NESTING = re.compile("[（(“《【）)”》】]")
_OPENERS, _CLOSERS = "（(“《【", "）)”》】"
_INLINE_KINDS = {"shi", "di", "paren_han", "paren_arabic", "circled", "arabic"}
_SENTENCE_KINDS = {"di", "paren_han", "paren_arabic", "circled", "arabic"}
_STRONG_STOPS = "。；;：:！？ "


@dataclass(frozen=True, slots=True)
class Candidate:
    """A marker in the clean text; line_end is where its paragraph ends."""

    marker: Marker
    line_end: int
    inline: bool = False
    title: str | None = None
    """Of a heading without a marker."""


def find_candidates(text: str) -> list[Candidate]:
    """Line-start markers and inline runs, by position."""
    found: list[Candidate] = []
    start = 0
    listed = 0
    lone: dict[str, Candidate] = {}
    for line in text.split("\n"):
        end = start + len(line)
        opening = _opening(text, start, end, line)
        listed = _next_listed(line, listed, opening)
        if opening and not listed:
            begun = lone.get(opening.kind)
            if begun and opening.number == (begun.marker.number or 0) + 1:
                found.append(begun)  # the run goes on at the next line
            found.append(Candidate(opening, end))
        elif _CLOSING_PART.fullmatch(line):
            heading = Marker("heading", None, "", start, start)
            found.append(Candidate(heading, end, title="附则"))
        inline, lone = _inline(text, start, end, opening)
        found.extend(inline)
        start = end + 1
    found.sort(key=lambda c: c.marker.start)
    found = _with_decimals(_with_hidden(found, text), text)
    return _without_lone(_without_listed_annexes(_whole_annex(found, text), text))


def _next_listed(line: str, listed: int, opening: Marker | None) -> int:
    """Where a list of annexes or notes stands ("附件：1.…" and the lines below), 0 outside of one."""
    if ANNEX_LIST.match(line) or _NOTES.match(line):
        return 1
    counts_on = listed and opening and opening.kind == "arabic" and opening.number == listed + 1
    return listed + 1 if counts_on else 0


def _with_hidden(found: list[Candidate], text: str) -> list[Candidate]:
    """1.5G网络, 2.10家企业: no decimals where the numbers before and behind count on from them."""
    numbered = {c.marker.start: c for c in found if c.marker.kind == "arabic" and not c.inline}
    known = {*numbered, *counting_decimals([c.marker for c in found])}
    hidden = {m.start(): m for m in _HIDDEN.finditer(text) if m.start() not in known}
    if not hidden:
        return found
    places = sorted([*numbered, *hidden])
    numbers = [
        numbered[p].marker.number or 0 if p in numbered else int(hidden[p]["n"]) for p in places
    ]
    accepted: dict[int, Candidate] = {}
    first = 0
    while first < len(places):
        last = first
        while last + 1 < len(places) and numbers[last + 1] == numbers[last] + 1:
            last += 1
        run = places[first : last + 1]
        plain = any(place in numbered for place in run)
        if numbers[first] == 1 and len(run) >= (2 if plain else _FEWEST_HIDDEN):
            for place in run:
                if place in hidden:
                    marker = Marker("arabic", int(hidden[place]["n"]), *_printed(hidden[place]))
                    accepted[place] = Candidate(marker, _line_end(text, place))
        first = last + 1
    kept = [c for c in found if c.marker.start not in accepted]
    return sorted([*kept, *accepted.values()], key=lambda c: c.marker.start)


def _printed(match: re.Match[str]) -> tuple[str, int, int]:
    return match[0], match.start(), match.end()


def _whole_annex(found: list[Candidate], text: str) -> list[Candidate]:
    """A file that begins with 附件 is that annex as a whole: the word opens nothing in it."""
    annexes = [c for c in found if c.marker.kind == "annex"]
    if len(annexes) != 1 or found[0] is not annexes[0] or annexes[0].marker.number is not None:
        return found
    above = text[: annexes[0].marker.start]
    return found if re.search(r"[。；]|印发|通知|现将", above) else found[1:]


def _with_decimals(found: list[Candidate], text: str) -> list[Candidate]:
    """Decimal headings with their chapters, or without them where they do not count."""
    kept = counting_decimals([c.marker for c in found])
    others = [c for c in found if not is_decimal(c.marker.kind) or c.marker.start in kept]
    if not kept:
        return others
    starts = {c.marker.start for c in others}
    chapters = [
        Candidate(marker, _line_end(text, marker.start))
        for marker in find_chapters(text)
        if marker.start not in starts
    ]
    return sorted([*others, *chapters], key=lambda c: c.marker.start)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _opening(text: str, start: int, end: int, line: str) -> Marker | None:
    annex = ANNEX.match(line)
    if annex and (annex["n"] or not annex["rest"].strip()):
        number = parse_number(annex["n"]) if annex["n"] else None
        printed = re.sub(r"\s|[：:]", "", line[: annex.start("rest")])
        return Marker("annex", number, printed, start, start + annex.start("rest"))
    return match_marker(text, start, end)


def _inline(
    text: str, start: int, end: int, opening: Marker | None
) -> tuple[list[Candidate], dict[str, Candidate]]:
    """The markers of a line that count on, and the first ones that stand alone in it."""
    places = [m.start() for m in _INLINE.finditer(text, start, end) if m.start() > start]
    if not places:
        return [], {}
    outside = _outside_nesting(text, start, end, places)
    runs: dict[str, list[Marker]] = {}
    if opening and opening.kind in _INLINE_KINDS:
        runs[opening.kind] = [opening]
    accepted: list[Marker] = []
    for place in outside:
        marker = match_marker(text, place, end)
        if marker is None or marker.kind not in _INLINE_KINDS:
            continue
        if marker.kind in _SENTENCE_KINDS and text[place - 1] not in _STRONG_STOPS:
            continue
        run = runs.get(marker.kind, [])
        if marker.number == 1 and len(run) < 2 and not (opening and run):
            runs[marker.kind] = [marker]
        elif run and marker.number == (run[-1].number or 0) + 1:
            if len(run) == 1 and run[0] is not opening:
                accepted.append(run[0])
            accepted.append(marker)
            run.append(marker)
    lone = {
        kind: Candidate(run[0], end, inline=True)
        for kind, run in runs.items()
        if len(run) == 1 and run[0] is not opening
    }
    inline = [Candidate(m, end, inline=True) for m in sorted(accepted, key=lambda m: m.start)]
    return inline, lone


def _outside_nesting(text: str, start: int, end: int, places: list[int]) -> list[int]:
    """The places that stand in no bracket or quote of their line."""
    marks = [(m.start(), m[0]) for m in _NESTING.finditer(text, start, end)]
    outside: list[int] = []
    depth, index = 0, 0
    for place in places:
        while index < len(marks) and marks[index][0] < place:
            char = marks[index][1]
            depth = depth + 1 if char in _OPENERS else max(0, depth - 1)
            index += 1
        if depth == 0:
            outside.append(place)
    return outside


def _without_lone(found: list[Candidate]) -> list[Candidate]:
    """A single —— line is a subtitle or an insertion, a single 第一， a rank; items come in company."""
    kept: list[Candidate] = []
    for index, candidate in enumerate(found):
        if candidate.marker.kind in ("dash", "di"):
            near = found[max(0, index - 1) : index] + found[index + 1 : index + 2]
            if not any(n.marker.kind == candidate.marker.kind for n in near):
                continue
        kept.append(candidate)
    return kept


def _without_listed_annexes(found: list[Candidate], text: str) -> list[Candidate]:
    """ "附件1：…" directly above "附件2：…" is a list of annexes, not the annexes themselves."""
    annexes = [c for c in found if c.marker.kind == "annex"]
    listed: set[int] = set()
    for first, second in pairwise(annexes):
        if first.line_end + 1 == second.marker.start:
            listed |= {first.marker.start, second.marker.start}
    return [c for c in found if c.marker.start not in listed]
