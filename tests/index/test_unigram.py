from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import ModelError
from index.unigram import UnigramTokenizer, save_tokenizer

PIECES = ["<s>", "</s>", "<unk>", "▁", "创", "新", "创新", "券", "▁创新券", "a"]
SCORES = [0.0, 0.0, 0.0, -2.0, -4.0, -4.0, -5.0, -4.0, -12.5, -3.0]


@pytest.fixture
def tokenizer(tmp_path: Path) -> UnigramTokenizer:
    path = tmp_path / "unigram.json"
    save_tokenizer(
        path,
        PIECES,
        SCORES,
        {"Ａ": "a", "\u3000": " ", "\t": ""},
        begin=0,
        end=1,
        unknown=2,
        unmatched=[0, 1, 2],
    )
    return UnigramTokenizer.load(path)


def pieces(tokenizer: UnigramTokenizer, text: str, limit: int = 100) -> list[str]:
    return [PIECES[number] for number in tokenizer.ids(text, limit)]


def test_the_best_scored_segmentation_wins(tokenizer: UnigramTokenizer) -> None:
    # ▁ + 创新 + 券 scores -11, ▁创新券 -12.5, ▁ + 创 + 新 + 券 -14.
    assert pieces(tokenizer, "创新券") == ["<s>", "▁", "创新", "券", "</s>"]


def test_characters_are_normalised_first(tokenizer: UnigramTokenizer) -> None:
    assert pieces(tokenizer, "\tＡ\u3000 Ａ ") == ["<s>", "▁", "a", "▁", "a", "</s>"]


def test_unknown_characters_are_unknown_one_by_one(tokenizer: UnigramTokenizer) -> None:
    assert pieces(tokenizer, "券甲乙") == ["<s>", "▁", "券", "<unk>", "<unk>", "</s>"]


def test_a_special_piece_in_the_text_is_only_text(tokenizer: UnigramTokenizer) -> None:
    assert pieces(tokenizer, "<s>") == ["<s>", "▁", "<unk>", "<unk>", "<unk>", "</s>"]


def test_long_texts_are_cut_and_still_end(tokenizer: UnigramTokenizer) -> None:
    assert pieces(tokenizer, "券" * 50, limit=4) == ["<s>", "▁", "券", "</s>"]


def test_an_empty_text_is_a_space(tokenizer: UnigramTokenizer) -> None:
    assert pieces(tokenizer, "") == ["<s>", "▁", "</s>"]


def test_a_broken_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "unigram.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="重新准备模型"):
        UnigramTokenizer.load(tmp_path / "unigram.json")
