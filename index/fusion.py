"""Making one ranking out of two."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def min_max(scores: Scores) -> Scores:
    """Scores moved and stretched to 0 to 1; all 0 where they are all equal (Lee 1997)."""
    if scores.size == 0:
        return scores
    low = scores.min()
    spread = scores.max() - low
    return (scores - low) / spread if spread > 0 else np.zeros_like(scores)


def weighted_sum(dense: Scores, lexical: Scores, dense_weight: float) -> Scores:
    """CombSUM of min-max normalised scores with weights (Fox and Shaw 1994), 0 to 1."""
    return np.float32(dense_weight) * min_max(dense) + np.float32(1 - dense_weight) * min_max(
        lexical
    )


def reciprocal_ranks(dense: Scores, lexical: Scores, constant: int = 60) -> Scores:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009).

    Kept for comparison: on this kind of question min-max sums do better
    (docs/adr/0001-search-units.md).
    """
    return _reciprocal(dense, constant) + _reciprocal(lexical, constant)


def _reciprocal(scores: Scores, constant: int) -> Scores:
    ranks = np.empty(len(scores), dtype=np.float32)
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1, dtype=np.float32)
    return (1 / (constant + ranks)).astype(np.float32)
