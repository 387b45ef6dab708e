"""What a search returns: kept and rejected hits with every score that led to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.models import Passage


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """One sentence of a passage: span in the document's clean text and cosine to the question."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its scores."""

    passage: Passage
    score: float
    """Fused score, comparable within one search only."""
    dense: float
    """Cosine of the question to the passage's best sentence, or to all of it with its headings."""
    lexical: float
    """BM25 of the question against the passage."""
    sentences: tuple[SentenceScore, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits best first; those under the threshold are kept apart, not thrown away."""

    query: str
    hits: tuple[Hit, ...]
    rejected: tuple[Hit, ...]
    timings_ms: Mapping[str, float] = field(default_factory=dict)
