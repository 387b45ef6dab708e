"""A figure of an evaluation with its 95 % confidence interval."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

import numpy as np

Z = 1.959963984540054
"""The normal quantile of a two-sided 95 % interval."""
DRAWS = 2000
SEED = 20170901


@dataclass(frozen=True, slots=True)
class Figure:
    """A value over n observations; None where nothing counts. Counts have no interval."""

    value: float | None
    low: float | None
    high: float | None
    n: int


def share_of(outcomes: Iterable[bool]) -> Figure:
    """The share of outcomes that hold, with Wilson's score interval (Wilson 1927)."""
    listed = list(outcomes)
    if not listed:
        return Figure(None, None, None, 0)
    low, high = wilson(sum(listed), len(listed))
    return Figure(sum(listed) / len(listed), low, high, len(listed))


def mean_of(values: Iterable[float]) -> Figure:
    """The mean of values, with a percentile bootstrap interval (Efron 1979).

    Values that are all the same tell nothing of their spread: they have no interval.
    """
    listed = list(values)
    if not listed:
        return Figure(None, None, None, 0)
    low, high = bootstrap(listed) if len(set(listed)) > 1 else (None, None)
    return Figure(float(np.mean(listed)), low, high, len(listed))


def count_of(numbers: Iterable[int]) -> Figure:
    """A sum over observations, where none are wanted."""
    listed = list(numbers)
    return Figure(float(sum(listed)), None, None, len(listed))


def wilson(successes: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share of n > 0 trials; it never leaves 0 to 1."""
    share = successes / n
    spread = Z * Z / n
    centre = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * sqrt(share * (1 - share) / n + spread / (4 * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def bootstrap(values: list[float]) -> tuple[float, float]:
    """The 95 % interval of the mean of at least one value; the same values give the same one."""
    drawn = np.random.default_rng(SEED).integers(len(values), size=(DRAWS, len(values)))
    means = np.asarray(values, dtype=np.float64)[drawn].mean(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)
