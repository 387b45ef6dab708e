"""What is encoded of a passage: its sentences, and the passage as a whole.

A passage is as near to a question as the nearest of its units. For the embedded encoder this finds
more than one vector a passage: a clause says many things and a question asks for one of them
(docs/adr/0001-search-units.md).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from corpus.models import Clause, ParsedDocument, Passage

_SENTENCE_END = re.compile(r"[。！？；!?;]+[”’」』）)]*|\n+")
_SHORTEST = 8
_HEADING_LIMIT = 24


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
    clause = parsed.clauses[passage.clause]
    heading = _heading(clause)
    sentences = [
        Unit(start, end, _headed(heading, parsed.text[start:end]), whole=False)
        for start, end in sentence_spans(parsed.text, passage.start, passage.end)
    ]
    whole = Unit(passage.start, passage.end, _headed(heading, passage.text), whole=True)
    return (*sentences, whole)


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


def _heading(clause: Clause) -> str:
    """The nearest title at or above a clause, if it is short."""
    title = clause.title or next((t for t in reversed(clause.path) if t), "")
    return title if len(title) <= _HEADING_LIMIT else ""


def _headed(heading: str, text: str) -> str:
    return text if not heading or heading in text else f"{heading}：{text}"
