"""What the context says for one of two readings: a sequence of years, an official text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus.models import ParsedDocument
from corpus.outline.labels import document_name

_YEAR = re.compile(r"(?:19|20)\d{2}(?=\s*年)")
_SIDE = 300
"""Characters on each side in which a sequence of years is one."""

Span = tuple[int, int]
Side = Literal["document", "copy"]


@dataclass(frozen=True, slots=True)
class Hint:
    """Which of the two the context speaks for, and why, in Chinese."""

    favours: Side
    told: str


def find_hint(
    original: ParsedDocument, copy: ParsedDocument, span: Span, printed: str, copied: str
) -> Hint | None:
    """The strongest hint; None where the context is silent."""
    return _by_sequence(original, span, printed, copied) or _by_source(original, copy)


def _by_sequence(original: ParsedDocument, span: Span, printed: str, copied: str) -> Hint | None:
    """2020, ?, 2024 in one clause: the reading that keeps the years rising."""
    mine, other = _YEAR.search(f"{printed}年"), _YEAR.search(f"{copied}年")
    if not (mine and other):
        return None
    clause = original.smallest_clause(*span)
    start, end = max(clause.start, span[0] - _SIDE), min(clause.end, span[1] + _SIDE)
    before = [int(y[0]) for y in _YEAR.finditer(original.text, start, span[0])]
    after = [int(y[0]) for y in _YEAR.finditer(original.text, span[1], end)]
    if not before or not after:
        return None
    low, high = before[-1], after[0]
    fits = {side: low < int(year[0]) < high for side, year in (("document", mine), ("copy", other))}
    if fits["document"] == fits["copy"]:
        return None
    side: Side = "document" if fits["document"] else "copy"
    chosen = mine[0] if side == "document" else other[0]
    return Hint(side, f"同一条款前后依次写到{low}年和{high}年，“{chosen}年”与这一顺序相符。")


def _by_source(original: ParsedDocument, copy: ParsedDocument) -> Hint | None:
    """A text with a number of its own against one without."""
    if original.document.number and not copy.document.number:
        told = f"{document_name(original.document)}带有文号，另一文本没有。"
        return Hint("document", told)
    web = {p.document.id: _is_web(p) for p in (original, copy)}
    if web[copy.document.id] and not web[original.document.id]:
        return Hint("document", "另一文本带有网站导航文字，是网页转载。")
    return None


def _is_web(parsed: ParsedDocument) -> bool:
    return any(warning.code == "web_furniture" for warning in parsed.warnings)
