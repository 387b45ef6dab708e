from __future__ import annotations

import pytest

from eval.numbers import unsupported


@pytest.mark.parametrize(
    ("answer", "source"),
    [
        ("最高奖励50万元[1]。", "最高奖励50万元"),
        ("最高奖励５０万元[1]。", "最高奖励 50 万元"),
        ("见第二十一条[3]。", "《某意见》（二十一）"),
        ("见第21条", "（二十一）"),
        ("2017年", "二〇一七年"),
        ("投入1,000万元", "投入1000万元"),
        ("占2.50%", "占2.5%"),
        ("百分之七十五", "75%"),
        ("“十四五”末", "“十四五”期间"),
        ("进一步统一推进，没有这一条", "无"),
        ("按三1，2018年起", "《某意见》三1：自2018年起"),
        ("到2017,300家", "到2017年，300家"),
        ("一百零三家", "103家"),
        ("“十四五”打造一流生态", "十四五一流生态规划"),
        ("三千二百万元", "3200万元以上"),
    ],
)
def test_a_number_of_the_source_is_supported_however_it_is_written(
    answer: str, source: str
) -> None:
    assert unsupported(answer, [source]) == ()


def test_numbers_of_no_source_are_named_once_in_order_as_printed() -> None:
    answer = "奖励60万元[1]，共三家，2025年前兑付60万元，见第五条，占二十%[2]"
    assert unsupported(answer, ["奖励50万元", "2024年"]) == ("60", "2025", "三", "五", "二十")


def test_citation_marks_and_the_length_of_a_list_are_the_assistants_own() -> None:
    assert unsupported("共3条：\n可以申请[7]。", []) == ()
    assert unsupported("3条意见", []) == ("3",)
