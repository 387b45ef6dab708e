"""Last step before the asker: every statement is held against the source, in code.

A statement survives only if its supports stand where they claim and what it says is borne by them.
The program's own drafts quote: every quote stands in the statement word for word, and around it
stand only names of the clause and frames (framing.py, heads.py). What a chat model or an
editor wrote speaks in own words: each figure, name, role, negation and word of force in it must stand in the quotes, beside
the same words (rewording.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.library import Library
from assistant.models import Draft, Statement
from assistant.understanding.normalise import fold
from assistant.verification.faults import ClaimKind, Fault, first
from assistant.verification.framing import EDGES, framing_fault, own_words, unframed
from assistant.verification.heads import (
    Head,
    correction_fault,
    label_faults,
    lacking_faults,
    read_head,
)
from assistant.verification.rewording import reworded_fault
from assistant.verification.sources import Source, fold_lines, source_of

CHAT, APPROVED = "chat", "approved"
OWN_WORDS = frozenset((CHAT, APPROVED))
"""Composers that speak in own words: a chat model, and an editor."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A statement that may not be said, and the claim in it that failed."""

    text: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Verified:
    """What survived, in order, and what was removed."""

    statements: tuple[Statement, ...]
    removed: tuple[Removed, ...]


def verify(draft: Draft, library: Library, question: str) -> Verified:
    """Holds every statement of a draft against its sources.

    `question` holds what the asker said, the turns before included where it follows them up: the
    answer may correct that and nothing else.
    """
    faults = list(_faults(draft, library, fold(question)))
    kept = [s for s, fault in zip(draft.statements, faults, strict=True) if fault is None]
    removed = [
        Removed(s.text, fault)
        for s, fault in zip(draft.statements, faults, strict=True)
        if fault is not None
    ]
    return Verified(tuple(kept), tuple(removed))


def _faults(draft: Draft, library: Library, asked: str) -> Iterator[Fault | None]:
    """The fault of each statement, in order."""
    role: str | None = None
    found: list[Fault | None] = []
    counted: int | None = None
    for statement in draft.statements:
        text = fold(statement.text)
        source = source_of(statement.supports, library)
        fault = _unusable(text, statement, source)
        if source is not None and fault is None:
            if draft.composer in OWN_WORDS:
                fault = reworded_fault(fold_lines(statement.text), source)
            else:
                own, missing = own_words(text, source)
                head = read_head(own)
                role = head.role or role
                counted = head.count if head.count is not None else counted
                fault = first(
                    (
                        _quoting(statement, head, missing, source),
                        *_opening(head, role, statement, source, asked),
                    )
                )
        found.append(fault)
    if counted is not None and found[0] is None and counted != found.count(None):
        # 共12条 above eleven items: the list is not the complete one that was asked for.
        found[0] = Fault(ClaimKind.COUNT, f"共{counted}条", "is not how many follow")
    yield from found


def _unusable(text: str, statement: Statement, source: Source | None) -> Fault | None:
    """Nothing said, or nothing to rest on."""
    if not text.strip(EDGES):
        return Fault(ClaimKind.QUOTE, "", "no words")
    if not statement.supports:
        return Fault(ClaimKind.QUOTE, "", "no support")
    if source is None:
        return Fault(ClaimKind.QUOTE, "", "not found in its clause")
    return None


def _quoting(
    statement: Statement, head: Head, missing: tuple[str, ...], source: Source
) -> Fault | None:
    """A quote that is not word for word, or a claim around it."""
    rest = unframed(head.rest, source)
    if missing and rest:
        # The claim that was changed says more than that the quote is not there.
        return reworded_fault(fold_lines(statement.text), source) or Fault(
            ClaimKind.QUOTE, missing[0], "not word for word"
        )
    if missing and len(missing) == len(source.quotes):
        return Fault(ClaimKind.QUOTE, missing[0], "not word for word")
    return framing_fault(rest, source)


def _opening(
    head: Head, role: str | None, statement: Statement, source: Source, asked: str
) -> Iterator[Fault | None]:
    if head.corrected:
        yield correction_fault(head.corrected, asked, source)
    if head.lacking:
        yield from lacking_faults(head.lacking, source)
    if role:
        yield from label_faults(role, statement.supports, source, asked)
