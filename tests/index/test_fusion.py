from __future__ import annotations

import numpy as np
import pytest

from index.fusion import min_max, reciprocal_ranks, weighted_sum


def scores(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


def test_min_max_stretches_to_0_and_1() -> None:
    assert min_max(scores(0.8, 0.9, 0.85)).tolist() == pytest.approx([0, 1, 0.5], abs=1e-6)


def test_equal_scores_say_nothing() -> None:
    assert min_max(scores(3, 3)).tolist() == [0, 0]
    assert min_max(scores()).tolist() == []


def test_the_weighted_sum_weighs_both_sides() -> None:
    fused = weighted_sum(scores(0, 1, 0.5), scores(10, 0, 10), dense_weight=0.6)
    assert fused.tolist() == pytest.approx([0.4, 0.6, 0.7])


def test_reciprocal_ranks_see_only_the_order() -> None:
    fused = reciprocal_ranks(scores(0.9, 0.1, 0.2), scores(1, 100, 99), constant=60)
    assert fused.tolist() == pytest.approx([1 / 61 + 1 / 63, 1 / 63 + 1 / 61, 2 / 62])
