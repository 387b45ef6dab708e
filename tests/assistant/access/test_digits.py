from __future__ import annotations

from assistant.access.digits import rows


def test_no_text_has_more_than_ten_rows_of_digits_at_a_place() -> None:
    found = list(rows("1 " * 1000, least=11, most=20, most_alone=40))
    assert len(found) == 10 * 981 + 9 * 10 // 2
    assert {len(row.digits) for row in found} == set(range(11, 21))


def test_the_longest_row_from_a_place_comes_first() -> None:
    found = list(rows("138 1234 5678 转 99", least=11, most=20, most_alone=40))
    assert [(row.digits, row.shape, row.gaps) for row in found] == [
        ("13812345678", (3, 4, 4), frozenset({" "}))
    ]
