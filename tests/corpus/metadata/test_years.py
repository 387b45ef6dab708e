from __future__ import annotations

import pytest

from corpus.metadata.years import last_year


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("2025年", 2025),
        ("2021—2023年", 2023),
        ("到2018年底", 2018),
        ("“十四五”末", 2025),
        ("2012年起5年内", 2016),
        ("2024年起三年内", 2026),
        ("5年内", None),
        ("每年", None),
    ],
)
def test_the_last_year_that_words_name(words: str, year: int | None) -> None:
    assert last_year(words) == year
