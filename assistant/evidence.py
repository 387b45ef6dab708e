"""Clauses weighed as evidence for one question."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.library import ClauseKey


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence of a clause: offsets in the document's clean text, relevance about 0–1."""

    start: int
    end: int
    score: float
    cover: float
    """Share of the question's words that the sentence covers."""
    dense: float
    """Cosine to the question."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A clause with how well it matches, best sentences first."""

    key: ClauseKey
    score: float
    dense: float
    """Cosine of the question to the clause's best sentence."""
    cover: float
    """Share of the question's words that the clause with its path covers."""
    sentences: tuple[ScoredSentence, ...]
