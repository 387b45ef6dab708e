"""Last step before the asker: every statement is held against the source, in code.

A statement survives only if its quotes stand where it claims and what it says beyond them is
borne by them: verbatim quotes are cut out, and what is left, the statement's own words, may hold
no figure, unit, limit, document number, title, body or place that the cited clauses lack. Own
words of a chat model may rest on nothing but the quotes, and may neither add nor lose a word of
limit, negation or force.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.claims import first, mismatched, reworded, roles_claimed, unsupported
from assistant.library import Library
from assistant.models import Draft, Statement, Support
from assistant.understanding.normalise import fold
from corpus.bodies.mentions import canonical_body

CHAT = "chat"
_COUNTED = re.compile(r"^共\d+条:")
# What the asker took for granted and the clause puts otherwise.
_CORRECTED = re.compile(r'^不是"([^"]{1,40})"。?\.?')
_NAME = 5
"""Shorter headings (1, 一是) would be cut out of the middle of other words."""
_EDGES = " ,.;:()[]\"'"


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
        fault = _fault(statement, library, asked, draft.composer == CHAT)
        if fault:
            removed.append((statement.text, fault))
        else:
            kept.append(statement)
    return Verified(tuple(kept), tuple(removed))


def _fault(statement: Statement, library: Library, asked: str, chat: bool) -> str | None:
    """Why a statement may not stand, or None."""
    text = _COUNTED.sub("", fold(statement.text))
    correction = _CORRECTED.match(text)
    if correction and not chat:
        if correction[1] not in asked:
            return "corrects what was not asked"
        text = text[correction.end() :]
    if not text.strip(_EDGES):
        return "no words"
    if not statement.supports:
        return "no support"
    if not all(_stands(support, library) for support in statement.supports):
        return "quote not found in its clause"
    quotes = [fold(library.text(s.document_id, s.start, s.end)) for s in statement.supports]
    names = [_names(support, library) for support in statement.supports]
    own, verbatim = _own_words(text, quotes)
    quoted = "\n".join(quotes)
    source = "\n".join([*names, quoted])
    if verbatim and not chat:
        fault = unsupported(own, source)
        if fault is None:
            return None
        # Deadlines that stand around a quote may come from the clauses above.
        around = (_around(support, library) for support in statement.supports)
        return unsupported(own, "\n".join([source, *around]))
    return first(
        (
            unsupported(text, source),
            mismatched(_without(own, names), quoted),
            _wrong_role(text, statement, library),
            reworded(_without(own, names), text, quoted, source),
        )
    )


def _own_words(text: str, quotes: list[str]) -> tuple[str, bool]:
    """The text without its quotes, and whether every quote stands in it word for word."""
    verbatim = True
    for quote in sorted((q.strip(_EDGES) for q in quotes), key=len, reverse=True):
        # The last occurrence: an address in front may hold the quoted title as well.
        at = text.rfind(quote) if quote else -1
        if at < 0:
            verbatim = False
        else:
            text = f"{text[:at]}\n{text[at + len(quote) :]}"
    return text, verbatim


def _without(text: str, names: list[str]) -> str:
    """The text without addresses and titles."""
    for name in sorted(
        {n for lines in names for n in lines.splitlines() if len(n) >= _NAME}, key=len
    )[::-1]:
        text = text.replace(name, "\n")
    return text


def _names(support: Support, library: Library) -> str:
    """What a clause and its document are called."""
    document = library.document(support.document_id)
    clause = library.clause((support.document_id, support.clause))
    return fold(
        f"{clause.address}\n{document.title}\n{document.number or ''}\n"
        f"{clause.marker}{clause.title or ''}\n{' '.join(clause.path)}"
    )


def _around(support: Support, library: Library) -> str:
    """The clause with all below it, and the own text of the clauses above."""
    clause = library.clause((support.document_id, support.clause))
    texts = [fold(library.text(support.document_id, clause.start, clause.end))]
    above = clause.parent
    while above is not None:
        texts.append(library.own((support.document_id, above)))
        above = library.clause((support.document_id, above)).parent
    return "\n".join(texts)


def _wrong_role(text: str, statement: Statement, library: Library) -> str | None:
    """A body that the cited clauses give another role than the text does."""
    held: dict[str, set[str]] = {}
    for support in statement.supports:
        for duty in library.responsibilities((support.document_id, support.clause)):
            for role in ("lead", "join", "shared", "single"):
                for name in getattr(duty, role):
                    # Who leads or shares is responsible as well.
                    roles = {role} if role == "join" else {role, "single"}
                    held.setdefault(canonical_body(name), set()).update(roles)
    for body, role in roles_claimed(text):
        if body in held and role not in held[body]:
            return f"body {body} has another role"
    return None


def _stands(support: Support, library: Library) -> bool:
    parsed = library.corpus.by_id.get(support.document_id)
    if parsed is None or not 0 <= support.clause < len(parsed.clauses):
        return False
    clause = parsed.clauses[support.clause]
    return clause.start <= support.start < support.end <= clause.end and bool(
        parsed.text[support.start : support.end].strip()
    )
