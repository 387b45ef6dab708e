"""Characters that stand for others, and those that stand for none."""

from __future__ import annotations

from corpus.cleaning.characters import fold_characters
from corpus.offsets import MappedText


def test_what_is_turned_round_is_kept_as_it_is_read() -> None:
    text = MappedText.of("给予补助。\u202e句这出说\u202c由市科技局负责。")
    assert fold_characters(text).text == "给予补助。说出这句由市科技局负责。"


def test_invisible_characters_go() -> None:
    assert fold_characters(MappedText.of("创\u200b新\ufeff券")).text == "创新券"
