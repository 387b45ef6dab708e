"""Which earlier exchange a question returns to."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversing.openings import Return
from assistant.library import Library
from assistant.models import Exchange
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.normalise import fold

LEAST = 0.5
"""Share of the topic's character pairs that an exchange must hold."""


def earlier(history: Sequence[Exchange], back: Return, library: Library) -> int | None:
    """Its place in the history; None where no exchange was about the topic."""
    if back.first:
        return 0
    topic = back.topic or back.rest
    pairs = {p for run in content_runs(fold(topic)) if len(run) > 1 for p in bigrams(run)}
    if not pairs:
        return len(history) - 1
    held = [sum(p in _said(exchange, library) for p in pairs) / len(pairs) for exchange in history]
    best = max(range(len(history)), key=lambda i: (held[i], i))
    return best if held[best] >= LEAST else None


def _said(exchange: Exchange, library: Library) -> str:
    """What the exchange was about: its question and the headings of the clauses cited."""
    titles = (
        library.clause((c.document_id, c.clause)).title or "" for c in exchange.answer.citations
    )
    return fold(f"{exchange.question} {exchange.answer.standalone} {' '.join(titles)}")
