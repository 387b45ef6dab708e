"""A clause as it stands in its document, every paragraph cited by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant import messages
from assistant.library import Library
from assistant.models import Statement, Support
from corpus.models import Clause, ParsedDocument
from corpus.naming.address import ClauseRef
from corpus.numerals import parse_number

LONGEST = 3000
_LINE = re.compile(r"[^\n]+")
_PARAGRAPH = re.compile(r"第\s*[（(]?\s*([\d一二三四五六七八九十]{1,3})\s*[)）]?\s*小?款")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The statements, and what is to be said about them: one paragraph only, headings only."""

    statements: tuple[Statement, ...]
    notices: tuple[str, ...] = ()


def verbatim(ref: ClauseRef, said: str, library: Library, *, overview: bool = False) -> Verbatim:
    """The clause, or the paragraph of it that 第N款 names; the first statement says its address.

    Beyond LONGEST characters only headings follow. overview: what a clause consists of is asked for:
    the headings right below it are given, where all of those have one.
    """
    parsed = library.parsed(ref.document_id)
    clause = parsed.clauses[ref.ordinal]
    notices: tuple[str, ...] = ()
    if (ref.start, ref.end) != (clause.start, clause.end):
        paragraph = _PARAGRAPH.search(said)
        number = parse_number(paragraph[1]) if paragraph else None
        if number:
            notices = (messages.paragraph_of(clause.address, number),)
        spans = [(clause, *span) for span in _lines(parsed, ref.start, ref.end)]
    elif overview and (parts := _parts(parsed, clause)):
        spans = parts
    else:
        spans, shortened = _below(parsed, clause)
        if shortened:
            notices = (messages.SHORTENED,)
    statements = [
        Statement(parsed.text[s:e], (Support(ref.document_id, c.ordinal, s, e),))
        for c, s, e in spans
    ]
    lead = replace(statements[0], text=f"{clause.address}：\n{statements[0].text}")
    return Verbatim((lead, *statements[1:]), notices)


def _below(parsed: ParsedDocument, root: Clause) -> tuple[list[tuple[Clause, int, int]], bool]:
    """The paragraphs of a clause and all clauses below it, and whether some are left out."""
    spans: list[tuple[Clause, int, int]] = []
    used, shortened = 0, False
    for clause in parsed.clauses[root.ordinal :]:
        if clause.start >= root.end and clause is not root:
            break
        for start, end in _lines(parsed, clause.start, clause.own_end):
            heading = clause.title is not None and start < clause.body
            if used > LONGEST:
                shortened = True
                if not heading:
                    continue
                end = min(end, clause.body)
            used += end - start
            spans.append((clause, start, end))
    return spans, shortened


def _parts(parsed: ParsedDocument, root: Clause) -> list[tuple[Clause, int, int]]:
    """The headings of a clause and of those right below it; [] where one of those has none."""
    below = [parsed.clauses[ordinal] for ordinal in root.children]
    if len(below) < 2 or not all(clause.title for clause in (root, *below)):
        return []
    return [(clause, *next(_lines(parsed, clause.start, clause.body))) for clause in (root, *below)]


def _lines(parsed: ParsedDocument, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines that hold text, without the space around it."""
    for match in _LINE.finditer(parsed.text, start, end):
        line = match[0]
        if line.strip():
            first = match.start() + len(line) - len(line.lstrip())
            yield first, first + len(line.strip())
