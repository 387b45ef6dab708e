"""An earlier answer after the documents have changed: what it cites may be gone or say otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from assistant.library import Library
from assistant.models import Citation, Exchange


def still_held(history: Iterable[Exchange], library: Library) -> tuple[Exchange, ...]:
    """The exchanges, without the citations and facts that the documents no longer bear out."""
    return tuple(_checked(exchange, library) for exchange in history)


def _checked(exchange: Exchange, library: Library) -> Exchange:
    answer = exchange.answer
    citations = tuple(c for c in answer.citations if _stands(c, library))
    nearest = tuple(n for n in answer.nearest if n.document_id in library.corpus.by_id)
    facts = tuple(f for f in answer.facts if _known(f, library))
    if (citations, nearest, facts) == (answer.citations, answer.nearest, answer.facts):
        return exchange
    left = replace(answer, citations=citations, nearest=nearest, facts=facts)
    return replace(exchange, answer=left)


def _stands(citation: Citation, library: Library) -> bool:
    parsed = library.corpus.by_id.get(citation.document_id)
    return (
        parsed is not None
        and citation.clause < len(parsed.clauses)
        and parsed.text[citation.start : citation.end].strip() == citation.quote
    )


def _known(fact: Mapping[str, Any], library: Library) -> bool:
    document_id = fact.get("document_id")
    return document_id is None or document_id in library.corpus.by_id
