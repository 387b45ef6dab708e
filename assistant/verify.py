"""Last step before the asker: every statement is held against the source, in code.

A statement survives only if each of its quotes stands verbatim where it claims, and every
number, document number and body in it occurs in those clauses, their addresses or the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.library import Library
from assistant.models import Draft, Statement, Support
from assistant.understanding.normalise import fold
from corpus.bodies import find_bodies

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CHINESE_FIGURE = re.compile(
    r"[零一二两三四五六七八九十百千万亿]+(?:家|个|名|项|元|倍|成|年|人|件|户|亿|万)"
)
_COUNTED = re.compile(r"^共\d+条：")


@dataclass(frozen=True, slots=True)
class Verified:
    """What survived, in order, and what was removed with the reason."""

    statements: tuple[Statement, ...]
    removed: tuple[tuple[str, str], ...]


def verify(draft: Draft, library: Library, question: str) -> Verified:
    """Holds every statement of a draft against its sources."""
    kept: list[Statement] = []
    removed: list[tuple[str, str]] = []
    asked = fold(question)
    for statement in draft.statements:
        fault = _fault(statement, library, asked)
        if fault:
            removed.append((statement.text, fault))
        else:
            kept.append(statement)
    return Verified(tuple(kept), tuple(removed))


def _fault(statement: Statement, library: Library, asked: str) -> str | None:
    """Why a statement may not stand, or None."""
    if not statement.supports:
        return "no support"
    sources = [asked]
    for support in statement.supports:
        if not _stands(support, library):
            return "quote not found in its clause"
        clause = library.parsed(support.document_id).clauses[support.clause]
        document = library.document(support.document_id)
        sources.append(fold(library.text(support.document_id, clause.start, clause.end)))
        sources.append(fold(f"{clause.address}{document.title}{document.number or ''}"))
    source = "\n".join(sources)
    text = _COUNTED.sub("", statement.text)
    folded = fold(text)
    numbers = set(_NUMBER.findall(source))
    for number in _NUMBER.findall(folded):
        if number not in numbers:
            return f"number {number} not in the cited clause"
    for figure in _CHINESE_FIGURE.findall(folded):
        if figure not in source:
            return f"figure {figure} not in the cited clause"
    if not _verbatim(folded, source):
        for body in find_bodies(text):
            if fold(body.text) not in source:
                return f"body {body.text} not in the cited clause"
    return None


def _verbatim(folded: str, source: str) -> bool:
    return folded in source


def _stands(support: Support, library: Library) -> bool:
    parsed = library.corpus.by_id.get(support.document_id)
    if parsed is None or not 0 <= support.clause < len(parsed.clauses):
        return False
    clause = parsed.clauses[support.clause]
    return clause.start <= support.start < support.end <= clause.end and bool(
        parsed.text[support.start : support.end].strip()
    )
