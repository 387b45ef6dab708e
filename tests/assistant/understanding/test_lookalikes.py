"""Characters that look alike."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant.understanding.lookalikes import look_alike, lookalikes
from assistant.understanding.tables import read_rows


def test_likeness_goes_both_ways_and_never_to_oneself() -> None:
    for character, others in lookalikes().items():
        assert character not in others
        assert all(look_alike(other, character) for other in others)


def test_every_row_is_one_character_with_its_likes_and_no_pair_stands_twice() -> None:
    rows = list(read_rows("lookalikes.tsv"))
    assert all(len(row) == 2 and len(row[0]) == 1 and row[1] for row in rows)
    pairs = Counter(frozenset((row[0], other)) for row in rows for other in row[1])
    assert [pair for pair, count in pairs.items() if count > 1] == []
    assert len(pairs) >= 300


@pytest.mark.parametrize(
    "pair", ["己已", "末未", "券卷", "拔拨", "贷货", "帐账", "税锐", "孵浮", "质盾"]
)
def test_what_is_commonly_confused_is_held(pair: str) -> None:
    assert look_alike(pair[0], pair[1])


def test_characters_that_look_different_are_not_alike() -> None:
    assert not look_alike("税", "券")
