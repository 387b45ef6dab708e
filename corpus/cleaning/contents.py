"""A table of contents repeats every heading; it goes only where the headings come again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.cleaning.lines import Line

_LEADERS = re.compile(
    r"^(?P<entry>.+?)\s*(?:[.．。…·•‥⋯_]\s*){3,}\s*[（(]?\d{0,4}[)）]?$|^(?P<e2>.+?)\s*…+\s*\d{0,4}$"
)
_TITLE = re.compile(r"目\s*[录次]|CONTENTS", re.IGNORECASE)
_PAGE = re.compile(r"[\s\t]+[（(]?\d{1,4}[)）]?$")
_SPACES = re.compile(r"\s+")
_FOLDED = str.maketrans("（），：．", "(),:.")
"""Contents and body may be typed differently."""
_LONGEST = 80
_WRAPPED = 8
"""A heading that is printed on two lines is known by this much of its first."""


@dataclass(frozen=True, slots=True)
class WithoutContents:
    """Lines without the table of contents; entries whose heading never comes stay and are told."""

    lines: list[Line]
    dropped: int
    orphans: tuple[str, ...]


def drop_contents(lines: list[Line]) -> WithoutContents:
    """Take out contents lines whose text stands again further down."""
    titles = {i for i, line in enumerate(lines) if _TITLE.fullmatch(line.text)}
    with_leaders = {i for i, line in enumerate(lines) if _leaders(line.text)}
    if not titles and len(with_leaders) < 3:
        return WithoutContents(lines, 0, ())
    later = _LaterLines([_compact(line.text) for line in lines], with_leaders)
    dropped: set[int] = set()
    orphans: list[str] = []
    for index in range(min(titles | with_leaders), len(lines)):
        entry = _entry(lines[index].text)
        if index in titles:
            dropped.add(index)
        elif index in with_leaders or index - 1 in dropped:
            if 3 <= len(entry) <= _LONGEST and later.hold(entry, index):
                dropped.add(index)
            elif index in with_leaders:
                orphans.append(entry)
    if not dropped - titles:
        return WithoutContents(lines, 0, tuple(orphans))
    kept = [line for index, line in enumerate(lines) if index not in dropped]
    return WithoutContents(kept, len(dropped), tuple(orphans))


class _LaterLines:
    """Answers whether an entry comes again, in time that does not grow with the lines."""

    def __init__(self, compact: list[str], entries: set[int]) -> None:
        self._lines = [(i, line) for i, line in enumerate(compact) if i not in entries]
        self._by_length: dict[int, dict[str, int]] = {}
        self._whole = {line: i for i, line in self._lines}

    def hold(self, entry: str, index: int) -> bool:
        """Whether a later line begins with the entry, or the entry with a whole later line."""
        length = len(entry)
        if length not in self._by_length:
            self._by_length[length] = {line[:length]: i for i, line in self._lines}
        if self._by_length[length].get(entry, -1) > index:
            return True
        return any(self._whole.get(entry[:n], -1) > index for n in range(_WRAPPED, length))


def _leaders(text: str) -> re.Match[str] | None:
    return _LEADERS.match(text) if len(text) <= _LONGEST * 3 else None


def _entry(text: str) -> str:
    match = _leaders(text)
    return _compact((match["entry"] or match["e2"]) if match else _PAGE.sub("", text))


def _compact(text: str) -> str:
    return _SPACES.sub("", text).translate(_FOLDED)
