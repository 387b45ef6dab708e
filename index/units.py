"""What is encoded of a passage: each of its sentences bare, and all of it under its headings.

A passage is as near to a question as the nearest of its units. A clause says many things and a
question asks for one of them, so for the embedded encoder this finds more than one vector a
passage; the headings tell apart what different documents say in the same words
(docs/adr/0001-search-units.md).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from corpus.models import ParsedDocument, Passage

_SENTENCE_END = re.compile(r"[。！？；!?;]+[”’」』）)]*|\n+")
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Unit:
    """One text that is encoded; start and end are offsets in the document's clean text."""

    start: int
    end: int
    text: str
    whole: bool
    """The passage as a whole rather than a sentence of it."""

    @property
    def digest(self) -> bytes:
        """Equal for equal texts; 16 bytes."""
        return hashlib.sha256(self.text.encode("utf-8")).digest()[:16]


def passage_units(parsed: ParsedDocument, passage: Passage) -> tuple[Unit, ...]:
    """The units of a passage, sentences in order and the whole passage last."""
    sentences = [
        Unit(start, end, parsed.text[start:end], whole=False)
        for start, end in sentence_spans(parsed.text, passage.start, passage.end)
    ]
    return (*sentences, Unit(passage.start, passage.end, passage.embedded_text, whole=True))


def sentence_spans(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Sentences between two offsets, without the white space around them.

    They end at 。！？； or a line's end; a sentence under 8 characters, such as a marker or a short
    title on its own line, joins the next one.
    """
    spans: list[tuple[int, int]] = []
    low: int | None = None
    cuts = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    at = start
    for cut in [*cuts, end]:
        first, last = _trimmed(text, at if low is None else low, cut)
        at = cut
        if first >= last:
            continue
        if last - first < _SHORTEST and cut < end:
            low = first
            continue
        spans.append((first, last))
        low = None
    return tuple(spans)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return first, max(first, end - len(piece) + len(piece.rstrip()))
