from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from index.lexical import LexicalIndex, bm25, build_lexical, inverse_frequency

PASSAGES = [["券", "券", "补"], ["补", "贴"], ["券"]]


def test_bm25_is_what_the_formula_says() -> None:
    # 2 occurrences, length 3, mean length 2: 1.5 * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 1.5))
    score = bm25(
        np.array([2], np.float32), np.array([1.5], np.float32), np.array([3], np.float32), 2.0
    )
    assert score[0] == pytest.approx(6.6 / 3.65)


def test_the_rarer_of_two_tokens_says_more() -> None:
    assert inverse_frequency(1, 3) == pytest.approx(math.log(1 + 2.5 / 1.5))
    assert inverse_frequency(1, 3) > inverse_frequency(2, 3) > 0


def test_a_query_adds_up_the_columns_of_its_tokens() -> None:
    index = build_lexical(PASSAGES)
    both = index.scores(["券", "贴", "无"])
    assert both.tolist() == (index.scores(["券"]) + index.scores(["贴"])).tolist()
    assert index.scores(["贴"]).nonzero()[0].tolist() == [1]
    assert index.scores(["无"]).tolist() == [0, 0, 0]


def test_of_two_passages_the_shorter_scores_higher_for_one_occurrence() -> None:
    scores = build_lexical([["券"], ["券", "补", "贴"]]).scores(["券"])
    assert scores[0] > scores[1] > 0


def test_frequencies_count_passages_not_occurrences() -> None:
    index = build_lexical(PASSAGES)
    assert [index.frequency(token) for token in ("券", "补", "贴", "无")] == [2, 2, 1, 0]
    assert index.idf("贴") == inverse_frequency(1, 3)


def test_a_saved_index_is_the_same_index(tmp_path: Path) -> None:
    index = build_lexical(PASSAGES)
    index.save(tmp_path / "lexical.npz")
    loaded = LexicalIndex.load(tmp_path / "lexical.npz")
    assert dict(loaded.vocabulary) == {"券": 0, "补": 1, "贴": 2}
    assert loaded.scores(["券", "补"]).tolist() == index.scores(["券", "补"]).tolist()


def test_no_passages_make_an_index_that_finds_nothing(tmp_path: Path) -> None:
    build_lexical([]).save(tmp_path / "lexical.npz")
    assert LexicalIndex.load(tmp_path / "lexical.npz").scores(["券"]).tolist() == []
