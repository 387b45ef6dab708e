"""One spelling for question and clause."""

from __future__ import annotations

import pytest

from assistant.understanding.normalise import (
    as_written,
    fold,
    names,
    nearly_names,
    normalise_question,
)


def test_traditional_full_width_and_invisible_characters_are_folded() -> None:
    assert normalise_question("「高企」\u200b到２０２５年要多少家？") == "“高企”到2025年要多少家?"
    assert normalise_question("技術買賣合約額") == "技术买卖合约额"


def test_a_character_that_is_never_right_is_read_as_the_one_it_stands_for() -> None:
    assert normalise_question("创新劵") == "创新券"


def test_spaces_between_chinese_characters_are_closed_but_english_keeps_them() -> None:
    assert normalise_question("运城规划 三（一）2 讲什么") == "运城规划三(一)2讲什么"
    assert normalise_question("How many incubators") == "How many incubators"


def test_folding_ignores_case_spacing_and_punctuation_width() -> None:
    assert fold("“R&D” 经费，达到 5％。") == fold('"r&d"经费,达到5%.')


@pytest.mark.parametrize("path", ["三→(二)→1", "三 -> (二) -> 1", "三 > (二) > 1"])
def test_a_path_written_with_arrows_is_a_path(path: str) -> None:
    assert normalise_question(f"{path}原文") == "三(二)1原文"


def test_an_arrow_between_words_stays() -> None:
    assert "→" in normalise_question("申报→受理是什么流程")


def test_words_of_a_question_are_given_back_as_they_were_written() -> None:
    assert as_written("十万块", "註冊完就能拿十萬塊創新券，對嗎") == "十萬塊"
    assert as_written("5万元", "能领5万元吗") == "5万元"
    assert as_written("第三年", "能领多久") == "第三年"


def test_a_five_year_plan_in_digits_is_written_out() -> None:
    assert normalise_question("13五末有几家，2015五月呢") == "十三五末有几家,2015五月呢"


def test_a_name_said_digit_by_digit_is_read_as_documents_write_it() -> None:
    assert normalise_question("“一三一”行动和“一二三+”体系") == "“131”行动和“123+”体系"
    assert (
        normalise_question("“三一”是一家企业，“十四五”是规划") == "“三一”是一家企业,“十四五”是规划"
    )


@pytest.mark.parametrize(
    "said",
    ["晋发2017 51号", "晋发(2017)51号", "晋发【2017】51号", "晋发2017年第51号", "晋发201751号"],
)
def test_a_document_number_has_one_kind_of_brackets(said: str) -> None:
    assert normalise_question(f"{said}有哪些条款") == "晋发〔2017〕51号有哪些条款"
    assert normalise_question("高企2025年 51号") == "高企2025年51号"


def test_a_part_of_a_name_set_apart_by_spaces_is_quoted() -> None:
    assert normalise_question("竹茶梅 茶 啥意思") == "“竹茶梅”里的“茶”什么意思"
    assert normalise_question("竹茶梅 是 啥意思") == "竹茶梅是什么意思"


def test_a_heading_is_named_whatever_quotation_marks_are_in_it() -> None:
    question = fold("规划里“突破核心‘卡脖子’技术”那部分有哪些方向？")
    assert names(fold("突破核心“卡脖子”技术"), question)
    assert not names(fold("卡脖子"), question)  # too short to name a clause


def test_a_longer_heading_is_known_but_for_a_word() -> None:
    question = fold("突破卡脖子技术有哪些领域")
    assert nearly_names(fold("突破核心“卡脖子”技术"), question)
    assert not nearly_names(fold("建设核心“卡脖子”技术"), question)
    assert not nearly_names(fold("突破核心技术"), question)  # too short to leave a word out
