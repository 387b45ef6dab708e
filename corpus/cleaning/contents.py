"""A table of contents repeats every heading; it goes only where the headings come again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.cleaning.lines import Line
from corpus.markers import starts_with_marker

_LEADERS = re.compile(
    r"^(?P<entry>.+?)\s*(?:[.．。…·•‥⋯_]\s*){3,}\s*[（(]?\d{0,4}[)）]?$|^(?P<e2>.+?)\s*…+\s*\d{0,4}$"
)
_TITLE = re.compile(r"目\s*[录次]|CONTENTS", re.IGNORECASE)
_PAGE = re.compile(r"[\s\t]+[（(]?\d{1,4}[)）]?$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class WithoutContents:
    """Lines without the table of contents; entries whose heading never comes stay and are told."""

    lines: list[Line]
    dropped: int
    orphans: tuple[str, ...]


def drop_contents(lines: list[Line]) -> WithoutContents:
    """Take out contents lines whose text stands again further down."""
    titles = [i for i, line in enumerate(lines) if _TITLE.fullmatch(line.text)]
    with_leaders = [i for i, line in enumerate(lines) if _LEADERS.match(line.text)]
    if not titles and len(with_leaders) < 3:
        return WithoutContents(lines, 0, ())
    first = min([*titles[:1], *with_leaders[:1]])
    starts = _later_lines(lines)
    dropped: set[int] = set()
    orphans: list[str] = []
    for index in range(first, len(lines)):
        text = lines[index].text
        entry = _entry(text)
        if index in titles:
            dropped.add(index)
        elif index in with_leaders or index - 1 in dropped:
            if _comes_again(entry, index, starts):
                dropped.add(index)
            elif index in with_leaders:
                orphans.append(entry)
    if not dropped - set(titles):
        return WithoutContents(lines, 0, tuple(orphans))
    kept = [line for index, line in enumerate(lines) if index not in dropped]
    return WithoutContents(kept, len(dropped), tuple(orphans))


def _entry(text: str) -> str:
    match = _LEADERS.match(text)
    text = (match["entry"] or match["e2"]) if match else _PAGE.sub("", text)
    return _SPACES.sub("", text)


def _later_lines(lines: list[Line]) -> dict[str, list[tuple[int, str]]]:
    """Compact lines that are no contents entries, by their first four characters."""
    found: dict[str, list[tuple[int, str]]] = {}
    for index, line in enumerate(lines):
        if not _LEADERS.match(line.text):
            compact = _SPACES.sub("", line.text)
            found.setdefault(compact[:4], []).append((index, compact))
    return found


def _comes_again(entry: str, index: int, starts: dict[str, list[tuple[int, str]]]) -> bool:
    if len(entry) < 3:
        return False
    wrapped = starts.get(entry[:4], [])
    return any(
        at > index and (line.startswith(entry) or (len(line) >= 8 and entry.startswith(line)))
        for at, line in wrapped
    ) and (starts_with_marker(entry) or len(entry) <= 40)
