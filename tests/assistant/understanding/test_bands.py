"""Which of several bands holds the asker's figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.understanding.bands import Band, asked_value, find_band
from assistant.understanding.normalise import fold


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("销售收入小于5,000万元（含）的企业", Band(None, Decimal(50_000_000), "元")),
        (
            "销售收入在5,000万元至2亿元（含）的企业",
            Band(Decimal(50_000_000), Decimal(200_000_000), "元"),
        ),
        ("销售收入在2亿元以上的企业", Band(Decimal(200_000_000), None, "元")),
        ("年满60周岁不满65周岁的老年人", Band(Decimal(60), Decimal(65), "岁")),
        ("65周岁以上老年人", Band(Decimal(65), None, "岁")),
    ],
)
def test_a_band_is_read_with_the_worth_of_its_units(text: str, band: Band) -> None:
    assert find_band(fold(text)) == band


def test_the_askers_figure_lies_in_one_band_only() -> None:
    asked = asked_value(fold("去年销售收入8000万元，占比要多少？"))
    assert asked == (Decimal(80_000_000), "元")
    bands = [find_band(fold(text)) for text in ("小于5,000万元", "5,000万元至2亿元", "2亿元以上")]
    assert [band is not None and band.holds(asked[0]) for band in bands] == [False, True, False]


def test_a_text_without_a_range_states_no_band() -> None:
    assert find_band(fold("给予20万元奖励")) is None
