"""Decimal numbering: 1 总则, 1.1 编制目的, 1.1.1 ….

A decimal at a line's start is often just a figure, so these count only where they form an outline:
every 1.2 behind a 1.1, and three of them at least. Their bare chapter numbers (1 总则) are known by
the decimals below them.
"""

from __future__ import annotations

import re

from corpus.outline.markers import Marker

_FEWEST = 3
_CHAPTER = re.compile(r"(?P<n>\d{1,2})\s*(?=[\u4e00-\u9fff])[^。；，,;：:0-9]{2,30}$")


def is_decimal(kind: str) -> bool:
    """Whether a marker's family is one of the decimal levels."""
    return kind.startswith("decimal")


def counting_decimals(markers: list[Marker]) -> set[int]:
    """Starts of the decimal markers that count on from one another; empty if too few do."""
    kept: set[int] = set()
    seen: set[tuple[int, ...]] = set()
    for marker in markers:
        if not is_decimal(marker.kind):
            continue
        parts = tuple(int(part) for part in re.split("[.．]", marker.printed))
        if parts[-1] == 1 or (*parts[:-1], parts[-1] - 1) in seen:
            seen.add(parts)
            kept.add(marker.start)
    return kept if len(kept) >= _FEWEST else set()


def find_chapters(text: str) -> list[Marker]:
    """Bare numbers before a short heading, as far as they count up from 1."""
    found: list[Marker] = []
    start = 0
    for line in text.split("\n"):
        match = _CHAPTER.fullmatch(line)
        if match and int(match["n"]) == len(found) + 1:
            end = start + match.end("n")
            end += len(line[match.end("n") :]) - len(line[match.end("n") :].lstrip())
            found.append(Marker("arabic", int(match["n"]), match["n"], start, end))
        start += len(line) + 1
    return found
