"""From a corpus to the parts of its index, in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.models import Corpus
from index.dense import DenseIndex, build_dense
from index.encode import Encoder
from index.lexical import LexicalIndex, build_lexical
from index.tokens import tokens
from index.unit_table import UnitTable, tabulate
from index.units import passage_units

Progress = Callable[[str, float], None]
"""Told what is being done, in Chinese, and the share of the whole that is done."""
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a search needs besides the corpus and the encoder."""

    units: UnitTable
    dense: DenseIndex
    lexical: LexicalIndex
    encoded: int
    """Texts that were encoded now."""
    encode_seconds: float


class KnownVectors:
    """Vectors of texts that were encoded before, by digest."""

    def __init__(self, digests: NDArray[np.void], dense: DenseIndex) -> None:
        self._rows: Mapping[bytes, int] = {
            digest.tobytes(): row for row, digest in enumerate(digests)
        }
        self._dense = dense

    def row(self, digest: bytes) -> int | None:
        """Where the vector of a text is, if it is known."""
        return self._rows.get(digest)

    def vectors(self, rows: list[int]) -> NDArray[np.float32]:
        """The vectors at some rows."""
        return self._dense.vectors(np.array(rows, dtype=np.int64))


def assemble(
    corpus: Corpus, encoder: Encoder, progress: Progress, known: KnownVectors | None = None
) -> Parts:
    """Encode what is not known yet and index everything."""
    progress("切分句子", 0.0)
    owners = [(parsed, passage) for parsed in corpus.documents for passage in parsed.passages]
    units = [passage_units(parsed, passage) for parsed, passage in owners]
    texts = {unit.digest: unit.text for passage in units for unit in passage}
    table = tabulate(units)
    vectors, encoded, seconds = _encode(texts, encoder, progress, known)
    place = {digest: row for row, digest in enumerate(texts)}
    rows = np.array([place[unit.digest] for passage in units for unit in passage], dtype=np.int64)
    progress("建立索引", 0.95)
    return Parts(
        units=table,
        dense=build_dense(vectors[rows]),
        lexical=build_lexical([tokens(passage.embedded_text) for _, passage in owners]),
        encoded=encoded,
        encode_seconds=seconds,
    )


def _encode(
    texts: Mapping[bytes, str],
    encoder: Encoder,
    progress: Progress,
    known: KnownVectors | None,
) -> tuple[NDArray[np.float32], int, float]:
    """Vectors in the order of texts, how many of them are new, and the seconds they took."""
    vectors = np.empty((len(texts), encoder.dimension), dtype=np.float32)
    fresh: list[tuple[int, str]] = []
    old: list[tuple[int, int]] = []
    for place, (digest, text) in enumerate(texts.items()):
        row = known.row(digest) if known else None
        if row is None:
            fresh.append((place, text))
        else:
            old.append((place, row))
    if known and old:
        vectors[[place for place, _ in old]] = known.vectors([row for _, row in old])
    began = time.perf_counter()
    # Texts of one length together: encoders that pad would otherwise work on padding.
    fresh.sort(key=lambda entry: len(entry[1]))
    for start in range(0, len(fresh), _BATCH):
        batch = fresh[start : start + _BATCH]
        vectors[[place for place, _ in batch]] = encoder.encode([t for _, t in batch], "passage")
        done = min(start + _BATCH, len(fresh))
        progress(f"编码文本 {done}/{len(fresh)}", 0.05 + 0.9 * done / len(fresh))
    return vectors, len(fresh), time.perf_counter() - began
