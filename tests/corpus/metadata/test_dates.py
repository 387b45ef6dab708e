"""Dates as documents print them."""

from __future__ import annotations

import pytest

from corpus.metadata.dates import parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021年9月2日", "2021-09-02"),
        ("2021 年 9 月", "2021-09"),
        ("2023-12-14", "2023-12-14"),
        ("二〇二二年一月", "2022-01"),
        ("二〇二一年十二月二十五日", "2021-12-25"),
        ("2021年", None),
        ("2021年13月1日", None),
        ("自2021年9月2日起施行", None),
    ],
)
def test_a_line_that_is_a_date_is_read(text: str, date: str | None) -> None:
    assert parse_date(text) == date
