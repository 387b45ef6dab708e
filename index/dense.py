"""Vectors and the search for the nearest of them; the only home of FAISS.

Up to EXACT_LIMIT vectors every one is compared (14 ms at 200,000 on one thread); above, an inverted
file of 8-bit codes finds candidates (recall@10 0.99, 1 ms at a million) and their scores are
computed from the full vectors.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Rows = NDArray[np.int64]

EXACT_LIMIT = 200_000
_PROBES = 16
_VECTORS = "vectors.npy"
_COARSE = "coarse.faiss"


class DenseIndex:
    """Unit vectors by row number."""

    def __init__(self, vectors: Vectors, coarse: faiss.Index | None = None) -> None:
        """coarse: an approximate index over the same rows, instead of comparing them all."""
        self._dimension = vectors.shape[1]
        self._approximate = coarse is not None
        if coarse is not None:
            self._faiss = coarse
            self._vectors = vectors
        else:
            self._faiss = faiss.IndexFlatIP(self._dimension)
            self._faiss.add(np.ascontiguousarray(vectors))
            self._vectors = _inside(self._faiss, len(vectors), self._dimension)

    def __len__(self) -> int:
        return len(self._vectors)

    def nearest(
        self, query: Vectors, count: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[Rows, Vectors]:
        """Rows of the nearest vectors, best first, and their inner products with the query.

        query is (dimension,); allowed, (rows,), leaves rows out. Fewer than count come back when
        there are fewer.
        """
        if len(self) == 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        # FAISS's stubs leave out what its Python wrapper adds.
        parameters: Any = None
        selector = None if allowed is None else faiss.IDSelectorBatch(np.flatnonzero(allowed))
        if self._approximate:
            parameters = faiss.SearchParametersIVF(nprobe=_PROBES, sel=selector)  # type: ignore[call-arg]
        elif selector is not None:
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        scores, rows = self._faiss.search(query[None, :], min(count, len(self)), params=parameters)
        found = rows[0] >= 0
        return rows[0][found], scores[0][found]

    def scores(self, rows: Rows, query: Vectors) -> Vectors:
        """Exact inner products of some rows with the query, (len(rows),)."""
        # Not "@": BLAS would share so small a product among threads, which wait 8 ms for each other
        # when the machine is busy; einsum takes 0.2 ms on one.
        products: Vectors = np.einsum("rd,d->r", self._vectors[rows], query)
        return products

    def vectors(self, rows: Rows) -> Vectors:
        """The vectors of some rows, (len(rows), dimension)."""
        return np.asarray(self._vectors[rows])

    def save(self, folder: Path) -> None:
        """Write the vectors, and the coarse index where there is one."""
        np.save(folder / _VECTORS, self._vectors)
        if self._approximate:
            faiss.write_index(self._faiss, str(folder / _COARSE))

    @classmethod
    def load(cls, folder: Path) -> DenseIndex:
        """Read what save wrote; the vectors of an approximate index stay on disk."""
        if (folder / _COARSE).exists():
            vectors = np.load(folder / _VECTORS, mmap_mode="r")
            return cls(vectors, faiss.read_index(str(folder / _COARSE)))
        return cls(np.load(folder / _VECTORS))


def build_dense(vectors: Vectors, exact_limit: int = EXACT_LIMIT) -> DenseIndex:
    """An index over vectors, (rows, dimension), each of length 1."""
    if len(vectors) <= exact_limit:
        return DenseIndex(vectors)
    lists = int(4 * math.sqrt(len(vectors)))
    coarse = faiss.index_factory(vectors.shape[1], f"IVF{lists},SQ8", faiss.METRIC_INNER_PRODUCT)
    # 39 vectors a list are what FAISS asks for; more only cost time.
    sample = np.random.default_rng(0).permutation(len(vectors))[: 64 * lists]
    coarse.train(np.ascontiguousarray(vectors[sample]))
    coarse.add(np.ascontiguousarray(vectors))
    return DenseIndex(vectors, coarse)


def _inside(index: faiss.IndexFlatIP, rows: int, dimension: int) -> Vectors:
    """A view of the vectors that FAISS holds, so that they are in memory once."""
    if rows == 0:
        return np.empty((0, dimension), np.float32)
    view: Vectors = faiss.rev_swig_ptr(index.get_xb(), rows * dimension)
    return view.reshape(rows, dimension)
