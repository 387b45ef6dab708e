"""Text as HTML with spans of it marked. Everything from outside is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from assistant.links import Span

_NEAR = 60


def highlighted(text: str, spans: Iterable[Span], start: int, end: int) -> str:
    """text[start:end] as HTML with the spans marked; spans may overlap and reach outside."""
    parts: list[str] = []
    position = start
    for left, right in sorted(spans):
        left, right = max(left, position), min(right, end)
        if left >= right:
            continue
        parts.append(escape(text[position:left]))
        parts.append(f"<mark>{escape(text[left:right])}</mark>")
        position = right
    parts.append(escape(text[position:end]))
    return "".join(parts)


def excerpt(text: str, words: Iterable[str]) -> str:
    """About 120 characters around the first of the words, with all of them marked."""
    spans = [m.span() for word in words if word for m in re.finditer(re.escape(word), text)]
    first = min(spans, default=(0, 0))[0]
    start = max(0, first - _NEAR)
    end = min(len(text), first + 2 * _NEAR)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{highlighted(text, spans, start, end)}{after}".replace("\n", " ")
