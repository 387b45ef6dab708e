"""Where a fact stands: sentences, masked text, and the smallest clause around a span."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from corpus.models import Clause

Span = tuple[int, int]

_SENTENCE = re.compile(r"[^。；;！？\n]{1,1200}[。；;！？]?")
"""Cut at 1,200 characters: no sentence is longer, and what reads them stays linear in the text."""
_BLANK = "\x00"


class Outline:
    """Clauses by place; built once for a document and shared by the three readers of facts."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self._clauses = clauses
        self._starts = [clause.start for clause in clauses]

    def smallest(self, start: int, end: int) -> Clause:
        """The deepest clause that holds text[start:end]; the root if none below it does."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        clause = self._clauses[index]
        while clause.parent is not None and clause.end < end:
            clause = self._clauses[clause.parent]
        return clause

    def marker_spans(self, text: str) -> Iterator[Span]:
        """Where markers such as 第五条 stand, which belong to no sentence."""
        for clause in self._clauses:
            at = clause.start
            for character in clause.marker:
                at = text.find(character, at, clause.body) + 1
                if not at:
                    break
            else:
                yield clause.start, at

    def chain(self, clause: Clause) -> Iterator[Clause]:
        """The clause itself, then its ancestors up to the root."""
        yield clause
        while clause.parent is not None:
            clause = self._clauses[clause.parent]
            yield clause


def blank(text: str, spans: Iterable[Span], fill: str = _BLANK) -> str:
    """The text with spans overwritten by a filling character, every offset unchanged."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        parts += (text[at:start], fill * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the sentences, their final 。 or ； left out."""
    for match in _SENTENCE.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        while last > first and text[last - 1] in "。；;！？ ":
            last -= 1
        while first < last and text[first] in " \x00、，":
            first += 1
        if first < last:
            yield first, last


def trim(text: str, start: int, end: int, characters: str = " ，、；;：:。\x00\n") -> Span:
    """The span without surrounding punctuation and blanks."""
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return start, end
