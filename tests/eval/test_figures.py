from __future__ import annotations

import pytest

from eval.figures import Figure, count_of, mean_of, share_of, wilson


def test_wilson_intervals_are_those_of_the_textbook() -> None:
    # Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=1e-4)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)


def test_a_share_has_its_interval_and_its_size() -> None:
    figure = share_of([True, True, False, True])
    assert (figure.value, figure.n) == (0.75, 4)
    assert (figure.low, figure.high) == pytest.approx((0.3006, 0.9544), abs=1e-4)


def test_the_interval_of_a_mean_is_drawn_alike_every_time_and_holds_the_mean() -> None:
    values = [0.0, 0.5, 1.0, 1.0, 1.0, 0.5] * 20
    figure = mean_of(values)
    assert figure == mean_of(values)
    assert figure.low is not None and figure.high is not None and figure.value is not None
    # The normal approximation of this mean is 0.6667 ± 0.0667.
    assert (figure.low, figure.high) == pytest.approx((0.6, 0.7333), abs=0.012)


def test_values_that_are_all_the_same_have_no_interval() -> None:
    assert mean_of([1.0, 1.0, 1.0]) == Figure(1.0, None, None, 3)


def test_a_count_is_a_sum_without_interval() -> None:
    assert count_of([0, 2, 1]) == Figure(3.0, None, None, 3)


def test_nothing_observed_is_no_figure() -> None:
    assert share_of([]) == mean_of([]) == Figure(None, None, None, 0)
