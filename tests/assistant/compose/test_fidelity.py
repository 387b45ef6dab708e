from __future__ import annotations

import pytest

from assistant.compose.fidelity import left_out, own_word
from assistant.understanding.normalise import fold

QUOTE = fold(
    "支持科技型小微企业加快发展，每年发放不超过5万元的创新券；由省科技厅、省财政厅负责，原则上不得转让。"
)


@pytest.mark.parametrize(
    "text",
    [
        "每年发放的创新券不超过5万元，支持科技型小微企业加快发展。",
        "对科技型小微企业，支持其加快发展",
        "省财政厅和省科技厅负责",
        "",
    ],
)
def test_words_of_the_clause_may_be_ordered_and_joined(text: str) -> None:
    assert own_word(fold(text), QUOTE) is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("支持科技型小微企业放缓发展", "放缓发展"),
        ("每年发放不超过6万元的创新券", "6"),
        ("每年发放不超过50万元的创新券", "50"),
        ("详见example.com", "example.com"),
        ("由省商务厅负责", "商"),
        ("可以转让", "可"),
        ("要多少创新券", "要"),
    ],
)
def test_a_word_of_the_models_own_is_found(text: str, own: str) -> None:
    found = own_word(fold(text), QUOTE)
    assert found is not None and found in own


@pytest.mark.parametrize(
    "text",
    [
        "原则上不得转让。由省科技厅和省财政厅负责，省财政厅；每年发放的创新券不超过5万元，支持科技型小微企业加快发展",
        QUOTE,
    ],
)
def test_nothing_is_left_out_where_parts_and_words_change_places(text: str) -> None:
    assert left_out(QUOTE, fold(text)) is None


@pytest.mark.parametrize(
    ("gone", "instead", "part"),
    [
        ("科技型", "", "支持科技型小微企业加快发展"),
        ("、省财政厅", "", "省财政厅负责"),
        ("原则上", "", "原则上不得转让"),
        ("，原则上不得转让", "", "原则上不得转让"),
        ("不超过", "", "每年发放不超过5万元的创新券"),
        ("每年发放不超过5万元的创新券；", "", "每年发放不超过5万元的创新券"),
    ],
)
def test_a_part_that_has_lost_a_word_is_found(gone: str, instead: str, part: str) -> None:
    text = QUOTE.replace(fold(gone), instead)
    assert text != QUOTE
    assert left_out(QUOTE, text) == part
