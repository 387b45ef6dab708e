"""BM25 over passages, scored ahead of time: a query is a sum of stored columns."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """For every token, the passages that hold it and what it adds to their score.

    Columns lie one behind the other: token number t owns starts[t] to starts[t + 1].
    """

    vocabulary: Mapping[str, int]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    weights: NDArray[np.float32]
    passages: int

    def scores(self, query: Iterable[str]) -> NDArray[np.float32]:
        """BM25 of every passage, (passages,), for the tokens of a query."""
        totals = np.zeros(self.passages, dtype=np.float32)
        for token in query:
            number = self.vocabulary.get(token)
            if number is not None:
                column = slice(self.starts[number], self.starts[number + 1])
                # A passage stands once in a column, so this adds to every one of them.
                totals[self.rows[column]] += self.weights[column]
        return totals

    def frequency(self, token: str) -> int:
        """In how many passages the token occurs."""
        number = self.vocabulary.get(token)
        return 0 if number is None else int(self.starts[number + 1] - self.starts[number])

    def idf(self, token: str) -> float:
        """How much finding the token says: see inverse_frequency."""
        return inverse_frequency(self.frequency(token), self.passages)

    def save(self, path: Path) -> None:
        """Write an .npz file."""
        vocabulary = "\n".join(self.vocabulary).encode("utf-8")
        np.savez(
            path,
            vocabulary=np.frombuffer(vocabulary, dtype=np.uint8),
            starts=self.starts,
            rows=self.rows,
            weights=self.weights,
            passages=np.int64(self.passages),
        )

    @classmethod
    def load(cls, path: Path) -> LexicalIndex:
        """Read what save wrote."""
        with np.load(path) as arrays:
            names = arrays["vocabulary"].tobytes().decode("utf-8")
            listed = names.split("\n") if names else []
            return cls(
                vocabulary={token: number for number, token in enumerate(listed)},
                starts=arrays["starts"],
                rows=arrays["rows"],
                weights=arrays["weights"],
                passages=int(arrays["passages"]),
            )


def inverse_frequency(frequency: int, passages: int) -> float:
    """log(1 + (N - n + 0.5) / (n + 0.5)), never negative (Lucene's form of BM25's idf)."""
    return math.log1p((passages - frequency + 0.5) / (frequency + 0.5))


def bm25(
    count: NDArray[np.float32],
    idf: NDArray[np.float32],
    length: NDArray[np.float32],
    mean_length: float,
    k1: float = K1,
    b: float = B,
) -> NDArray[np.float32]:
    """What a token adds to a passage's score (Robertson and Zaragoza 2009, section 3.5).

    count is how often the token occurs in the passage, length the passage's number of tokens.
    """
    saturated = count * (k1 + 1) / (count + k1 * (1 - b + b * length / mean_length))
    return (idf * saturated).astype(np.float32)


def build_lexical(passages: Sequence[Sequence[str]], k1: float = K1, b: float = B) -> LexicalIndex:
    """Index passages, each a list of tokens with repetitions."""
    vocabulary: dict[str, int] = {}
    # Typed arrays: 200,000 passages have 30 million entries.
    numbers, rows, counts = array("i"), array("i"), array("i")
    for row, passage in enumerate(passages):
        for token, count in Counter(passage).items():
            numbers.append(vocabulary.setdefault(token, len(vocabulary)))
            rows.append(row)
            counts.append(count)
    number = np.asarray(numbers, dtype=np.int32)
    row_of = np.asarray(rows, dtype=np.int32)
    count_of = np.asarray(counts, dtype=np.float32)
    lengths = np.bincount(row_of, weights=count_of, minlength=len(passages)).astype(np.float32)
    frequencies = np.bincount(number, minlength=len(vocabulary))
    idfs = np.asarray(
        [inverse_frequency(n, len(passages)) for n in frequencies.tolist()], dtype=np.float32
    )
    mean_length = float(lengths.mean()) if len(passages) else 1.0
    weights = bm25(count_of, idfs[number], lengths[row_of], max(mean_length, 1e-9), k1, b)
    order = np.argsort(number, kind="stable")
    return LexicalIndex(
        vocabulary=vocabulary,
        starts=np.concatenate([[0], np.cumsum(frequencies)]).astype(np.int64),
        rows=row_of[order],
        weights=weights[order].astype(np.float32),
        passages=len(passages),
    )
