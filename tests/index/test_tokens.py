from __future__ import annotations

import sys

from index.tokens import fold, question_tokens, tokens


def test_chinese_gives_characters_and_pairs() -> None:
    assert tokens("创新券") == ["创", "新", "券", "创新", "新券"]


def test_pairs_do_not_cross_punctuation_or_lines() -> None:
    assert tokens("补贴，\n标准") == ["补", "贴", "补贴", "标", "准", "标准"]


def test_ascii_words_and_numbers_stay_whole() -> None:
    assert tokens("R&D投入2.5%，5G、C919，2025年") == [
        "r&d",
        "投",
        "入",
        "投入",
        "2.5%",
        "5g",
        "c919",
        "2025",
        "年",
    ]


def test_full_width_and_traditional_forms_are_folded() -> None:
    assert fold("Ｒ＆Ｄ經費３％") == "r&d经费3%"


def test_simplified_text_does_not_load_the_converter() -> None:
    sys.modules.pop("opencc", None)
    fold("关于发放创新券的通知")
    assert "opencc" not in sys.modules


def test_words_that_only_ask_are_no_question_tokens() -> None:
    assert question_tokens("请问创新券有多少额度？") == {
        "创",
        "新",
        "券",
        "有",
        "额",
        "度",
        "创新",
        "新券",
        "券有",
        "额度",
    }
