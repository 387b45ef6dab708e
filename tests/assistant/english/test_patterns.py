from __future__ import annotations

import pytest

from assistant.english.patterns import read_pattern
from assistant.english.pieces import Kind, Piece


@pytest.mark.parametrize(
    ("text", "end", "piece"),
    [
        ("by the end of the 14th Five-Year Plan, how", 37, Piece(Kind.TIME, "“十四五”末")),
        ("during the thirteenth five-year plan period", 43, Piece(Kind.TIME, "“十三五”期间")),
        ("by 2025 or so", 7, Piece(Kind.TIME, "到2025年")),
        ("by the end of 2018", 18, Piece(Kind.TIME, "到2018年底")),
        ("in 2020?", 7, Piece(Kind.TIME, "2020年")),
        ("document No. 51 of 2017", 23, Piece(Kind.DOCUMENT, "2017年51号文")),
        ("Article 31 of", 10, Piece(Kind.CLAUSE, "第31条")),
        ("100,000 yuan", 12, Piece(Kind.FIGURE, "10万元")),
        ("RMB 2.5 billion", 15, Piece(Kind.FIGURE, "25亿元")),
        ("two million yuan", 16, Piece(Kind.FIGURE, "200万元")),
        ("15 percent", 10, Piece(Kind.FIGURE, "15%")),
        ("how many incubators", 8, Piece(Kind.ASK, "有多少个")),
        ("Which provincial agency leads the", 29, Piece(Kind.ASK, "由哪个部门牵头负责")),
        ("What percentage of", 18, Piece(Kind.ASK, "比例是多少")),
        ("is it true that", 15, Piece(Kind.CONFIRM, "，对吗")),
        ("Compare the", 7, Piece(Kind.COMPARE, "")),
    ],
)
def test_a_pattern_says_what_stands_there_and_where_it_ends(
    text: str, end: int, piece: Piece
) -> None:
    assert read_pattern(text, 0) == (end, piece)


@pytest.mark.parametrize("text", ["whole province", "whatever", "nowhere", "planet", "branch"])
def test_the_beginning_of_a_word_is_no_pattern(text: str) -> None:
    assert read_pattern(text, 0) is None
