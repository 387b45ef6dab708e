"""Passages: each clause's own text, cut at sentence ends where it is long, never across a clause."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from corpus.models import Clause, Document, Passage

LIMIT = 400
"""Characters; sentences of one clause beyond that seldom answer the same question."""
_TAIL = 80
_SENTENCE = re.compile(r"[^。！？；\n]*(?:[。！？；][”’」』）)》]*\n?|\n|$)")


def cut_passages(document: Document, text: str, clauses: tuple[Clause, ...]) -> tuple[Passage, ...]:
    """Every character of own text in exactly one passage; a bare heading with sub-clauses has none.

    A passage of a clause's first piece starts at its marker, so that a quote of the clause with
    its number and title stands in one passage.
    """
    found: list[Passage] = []
    for clause in clauses:
        if clause.children and not text[clause.body : clause.own_end].strip():
            continue
        for piece, (start, end) in enumerate(_pieces(text, clause.start, clause.own_end), 1):
            found.append(_passage(document, clause, text, start, end, piece))
    return tuple(found)


def embedded_text(title: str, path: tuple[str, ...], text: str) -> str:
    """What the encoder and the lexical index read: title, heading path, text, a line each."""
    lines = (title, " > ".join(path), text) if path else (title, text)
    return "\n".join(lines)


def _passage(
    document: Document, clause: Clause, text: str, start: int, end: int, piece: int
) -> Passage:
    identity = f"{document.id}/{clause.ordinal}" + (f"/{piece}" if piece > 1 else "")
    path = clause.path
    if piece > 1 and clause.parent is not None:
        path = (*path, clause.title or clause.marker)
    embedded = embedded_text(document.title, path, text[start:end])
    return Passage(
        id=identity,
        document_id=document.id,
        clause=clause.ordinal,
        address=clause.address,
        text=text[start:end],
        embedded_text=embedded,
        start=start,
        end=end,
        digest=hashlib.sha256(embedded.encode()).hexdigest(),
    )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of at most about LIMIT characters, margins trimmed, empty ones left out."""
    if end - start <= LIMIT + _TAIL:
        yield from _trimmed(text, start, end)
        return
    opened = start
    reached = start
    paragraph = start
    for sentence_end in _sentence_ends(text, start, end):
        if sentence_end - opened > LIMIT and reached > opened:
            # A paragraph stays whole where that leaves no scrap.
            cut = paragraph if paragraph - opened > LIMIT // 2 else reached
            yield from _trimmed(text, opened, cut)
            opened = cut
        reached = sentence_end
        if text[reached - 1] == "\n":
            paragraph = reached
        # A short rest is kept with what it ends rather than left without its context.
        if end - opened <= LIMIT + _TAIL:
            break
    yield from _trimmed(text, opened, end)


def _sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    position = start
    while position < end:
        match = _SENTENCE.match(text, position, end)
        stop = match.end() if match and match.end() > position else end
        while stop - position > LIMIT:
            comma = text.rfind("，", position + 1, position + LIMIT)
            cut = comma + 1 if comma > position else position + LIMIT
            yield cut
            position = cut
        yield stop
        position = stop


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
