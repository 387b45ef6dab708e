"""One question, the passages that answer it: by meaning and by words, fused."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from corpus.models import Corpus, Passage
from index.dense import DenseIndex
from index.encode import Encoder
from index.fusion import weighted_sum
from index.lexical import LexicalIndex
from index.models import Hit, SearchResult, SentenceScore
from index.tokens import question_tokens
from index.unit_table import UnitTable

DENSE_WEIGHT = 0.6
"""On questions in the documents' words 0.5 to 0.7 are alike; on paraphrases more is better."""
UNIT_CANDIDATES = 512
"""Nearest units whose passages are looked at; a passage has about five."""
LEXICAL_CANDIDATES = 200

Floats = NDArray[np.float32]


class Index:
    """A corpus that can be searched. Safe to use from several threads."""

    def __init__(
        self,
        corpus: Corpus,
        encoder: Encoder,
        units: UnitTable,
        dense: DenseIndex,
        lexical: LexicalIndex,
        dense_weight: float = DENSE_WEIGHT,
        version: str = "",
    ) -> None:
        """The parts are those of one corpus, in the order of its documents' passages.

        dense_weight: of meaning in the fused score, 0 to 1; words have the rest. version: the
        name that it has on disk.
        """
        self.version = version
        self.encoder = encoder
        self.corpus = corpus
        self.dense_weight = dense_weight
        self.passages: tuple[Passage, ...] = tuple(
            passage for parsed in corpus.documents for passage in parsed.passages
        )
        self._units = units
        self._unit_passage = units.owners()
        self._dense = dense
        self._lexical = lexical
        self._document = np.array([passage.document_id for passage in self.passages], dtype=object)

    @property
    def fingerprint(self) -> str:
        """Of the encoder that made the vectors."""
        return self.encoder.fingerprint

    def search(
        self,
        query: str,
        k: int = 10,
        *,
        lexical_query: str | None = None,
        dense_query: str | None = None,
        documents: frozenset[str] | None = None,
        threshold: float = 0.0,
    ) -> SearchResult:
        """The k best passages for a question, best first.

        lexical_query and dense_query stand in for the question on one side, e.g. with official
        wordings added; documents leaves all others out. Of the k best, those whose fused score is
        under threshold are rejected.
        """
        began = time.perf_counter()
        vector = self.encoder.encode([dense_query or query], "query")[0]
        encoded = time.perf_counter()
        allowed = None if documents is None else np.isin(self._document, list(documents))
        lexical = self._lexical.scores(question_tokens(lexical_query or query))
        candidates = self._candidates(vector, lexical, allowed)
        owners, rows = self._rows(candidates)
        cosines = self._dense.scores(rows, vector)
        dense = np.full(len(candidates), -1.0, dtype=np.float32)
        np.maximum.at(dense, owners, cosines)
        fused = weighted_sum(dense, lexical[candidates], self.dense_weight)
        best = np.argsort(-fused, kind="stable")[:k]
        bounds = np.searchsorted(owners, np.arange(len(candidates) + 1))
        hits = tuple(
            Hit(
                passage=self.passages[candidates[place]],
                score=float(fused[place]),
                dense=float(dense[place]),
                lexical=float(lexical[candidates[place]]),
                sentences=self._sentences(
                    rows[bounds[place] : bounds[place + 1]],
                    cosines[bounds[place] : bounds[place + 1]],
                ),
            )
            for place in best
        )
        kept = sum(hit.score >= threshold for hit in hits)
        return SearchResult(
            query=query,
            hits=hits[:kept],
            rejected=hits[kept:],
            timings_ms={
                "encode": (encoded - began) * 1000,
                "search": (time.perf_counter() - encoded) * 1000,
            },
        )

    def over(self, corpus: Corpus, dense_weight: float) -> Index:
        """The same vectors and word statistics over a corpus with the same passages."""
        parts = (self.encoder, self._units, self._dense, self._lexical)
        return Index(corpus, *parts, dense_weight, self.version)

    def frequency(self, token: str) -> int:
        """In how many passages a character, a pair of characters or an ASCII word occurs."""
        return self._lexical.frequency(token)

    def idf(self, token: str) -> float:
        """Inverse document frequency of a token over passages, as BM25 uses it."""
        return self._lexical.idf(token)

    def _candidates(
        self, vector: Floats, lexical: Floats, allowed: NDArray[np.bool_] | None
    ) -> NDArray[np.int64]:
        """Passages worth a full score: owners of near units and the best by words."""
        unit_allowed = None if allowed is None else allowed[self._unit_passage]
        near, _ = self._dense.nearest(vector, UNIT_CANDIDATES, unit_allowed)
        words = lexical if allowed is None else np.where(allowed, lexical, 0)
        count = min(LEXICAL_CANDIDATES, len(words))
        best = np.argpartition(-words, count - 1)[:count] if count else np.empty(0, np.int64)
        return np.union1d(self._unit_passage[near], best[words[best] > 0])

    def _rows(self, candidates: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Unit rows of the candidates, and for every row the candidate's place."""
        first = self._units.first[candidates]
        counts = self._units.first[candidates + 1] - first
        owners = np.repeat(np.arange(len(candidates)), counts)
        offsets = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
        return owners, first[owners] + offsets

    def _sentences(self, rows: NDArray[np.int64], cosines: Floats) -> tuple[SentenceScore, ...]:
        units = self._units
        return tuple(
            SentenceScore(start, end, score)
            for start, end, score, whole in zip(
                units.start[rows].tolist(),
                units.end[rows].tolist(),
                cosines.tolist(),
                units.whole[rows].tolist(),
                strict=True,
            )
            if not whole
        )
