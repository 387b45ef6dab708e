from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.dense import DenseIndex, build_dense


def unit_vectors(count: int, dimension: int = 16) -> NDArray[np.float32]:
    vectors = np.random.default_rng(1).normal(size=(count, dimension)).astype(np.float32)
    normal: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return normal


def test_the_nearest_come_first_with_their_inner_products() -> None:
    index = build_dense(np.eye(3, dtype=np.float32))
    rows, scores = index.nearest(np.array([0.6, 0.8, 0], np.float32), 2)
    assert rows.tolist() == [1, 0]
    assert scores.tolist() == pytest.approx([0.8, 0.6])


def test_rows_that_are_not_allowed_are_left_out() -> None:
    index = build_dense(np.eye(3, dtype=np.float32))
    allowed = np.array([True, False, True])
    rows, _ = index.nearest(np.array([0.6, 0.8, 0], np.float32), 3, allowed)
    assert rows.tolist() == [0, 2]


def test_scores_are_exact_for_the_rows_asked_for() -> None:
    vectors = unit_vectors(50)
    index = build_dense(vectors)
    rows = np.array([7, 3, 7])
    assert index.scores(rows, vectors[3]) == pytest.approx(vectors[rows] @ vectors[3], abs=1e-6)
    assert index.vectors(rows).tolist() == vectors[rows].tolist()


def test_an_empty_index_finds_nothing() -> None:
    index = build_dense(np.empty((0, 4), np.float32))
    rows, scores = index.nearest(np.ones(4, np.float32), 5)
    assert (len(index), rows.tolist(), scores.tolist()) == (0, [], [])


@pytest.mark.parametrize("exact_limit", [10_000, 100])
def test_a_saved_index_finds_what_it_found(tmp_path: Path, exact_limit: int) -> None:
    vectors = unit_vectors(3000)
    index = build_dense(vectors, exact_limit)
    index.save(tmp_path)
    loaded = DenseIndex.load(tmp_path)
    for query in vectors[:5]:
        assert loaded.nearest(query, 4)[0].tolist() == index.nearest(query, 4)[0].tolist()
    assert loaded.vectors(np.arange(3000)).tolist() == vectors.tolist()
    assert (tmp_path / "coarse.faiss").exists() == (exact_limit == 100)


def test_above_the_limit_an_approximate_index_finds_nearly_all() -> None:
    """Vectors in clusters, as texts are; without clusters no inverted file can do well."""
    centres = unit_vectors(60)
    noise = np.random.default_rng(2).normal(scale=0.05, size=(6000, 16)).astype(np.float32)
    vectors = np.repeat(centres, 100, axis=0) + noise
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    approximate = build_dense(vectors, exact_limit=1000)
    exact = build_dense(vectors)
    found = wanted = 0
    for query in vectors[::300]:
        nearest = set(exact.nearest(query, 10)[0].tolist())
        wanted += len(nearest)
        found += len(nearest & set(approximate.nearest(query, 10)[0].tolist()))
    assert found / wanted > 0.95


def test_an_approximate_index_leaves_rows_out_too() -> None:
    vectors = unit_vectors(3000)
    allowed = np.zeros(3000, dtype=np.bool_)
    allowed[5:8] = True
    rows, _ = build_dense(vectors, exact_limit=100).nearest(vectors[6], 2, allowed)
    assert rows[0] == 6
    assert set(rows.tolist()) <= {5, 6, 7}
