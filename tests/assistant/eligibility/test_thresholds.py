from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.eligibility.kleene import Truth
from assistant.eligibility.ranges import Range
from assistant.eligibility.thresholds import find_thresholds, reaches


@pytest.mark.parametrize(
    ("condition", "indicator", "least", "strict", "value"),
    [
        ("员工不少于20人的", "员工", True, False, "20"),
        ("年营业收入不超过2000万元的", "营业收入", False, False, "20000000"),
        ("研发投入占营业收入比例不低于5%的", "研发投入占比", True, False, "5"),
        ("增值税实际税负超过3%", "增值税实际税负", True, True, "3"),
        ("拥有3件以上发明专利", "发明专利", True, False, "3"),
        ("注册满1年", "成立年限", True, False, "1"),
        ("成立3年以内的", "成立年限", False, False, "3"),
        ("员工不足50人的", "员工", False, True, "50"),
    ],
)
def test_a_bound_is_read_with_its_side(
    condition: str, indicator: str, least: bool, strict: bool, value: str
) -> None:
    (found,) = find_thresholds(condition)
    assert (found.indicator, found.least, found.strict, found.value) == (
        indicator,
        least,
        strict,
        Decimal(value),
    )


def test_a_bracket_has_two_bounds() -> None:
    found = find_thresholds("研发费用500万元以上不足1000万元的")
    assert [(t.least, t.strict, t.value) for t in found] == [
        (True, False, Decimal(5_000_000)),
        (False, True, Decimal(10_000_000)),
    ]


def test_a_rate_without_a_side_sets_no_bound() -> None:
    assert find_thresholds("按研发投入的5%") == []


@pytest.mark.parametrize(
    ("low", "high", "open_high", "truth"),
    [
        (20, 20, False, Truth.TRUE),
        (19, 19, False, Truth.FALSE),
        (16, 24, False, Truth.UNKNOWN),
        (None, 20, True, Truth.FALSE),
        (None, 35, True, Truth.UNKNOWN),
        (20, None, False, Truth.TRUE),
    ],
)
def test_a_range_keeps_a_bound_only_as_a_whole(
    low: int | None, high: int | None, open_high: bool, truth: Truth
) -> None:
    (bound,) = find_thresholds("员工不少于20人")
    said = Range(
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        open_high=open_high,
    )
    assert reaches(bound, said) is truth


def test_first_time_needs_more_than_the_figure() -> None:
    (bound,) = find_thresholds("营业收入首次突破1亿元")
    assert reaches(bound, Range(Decimal(130_000_000), Decimal(130_000_000))) is Truth.UNKNOWN
    assert reaches(bound, Range(Decimal(90_000_000), Decimal(90_000_000))) is Truth.FALSE


def test_an_unknown_figure_decides_nothing() -> None:
    (bound,) = find_thresholds("员工不少于20人")
    assert reaches(bound, None) is Truth.UNKNOWN
