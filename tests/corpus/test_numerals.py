"""Numbers in Han and Arabic digits."""

from __future__ import annotations

import pytest

from corpus.numerals import han_number, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("十一", 11), ("二十", 20), ("四十五", 45), ("一百零三", 103), ("一百二十", 120),
     ("廿一", 21), ("二一", 21), ("21", 21), ("２１", 21), ("两", 2), ("", None), ("条", None), ("3.5", None)],
)  # fmt: skip
def test_numbers_are_read(text: str, value: int | None) -> None:
    assert parse_number(text) == value


def test_every_number_below_a_thousand_is_written_as_it_is_read() -> None:
    assert [parse_number(han_number(value)) for value in range(1, 1000)] == list(range(1, 1000))
    assert [han_number(v) for v in (1, 10, 11, 20, 21, 101, 110, 1000)] == [
        "一", "十", "十一", "二十", "二十一", "一百零一", "一百一十", "1000",
    ]  # fmt: skip
