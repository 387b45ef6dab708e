"""Local speech is read as the standard words for it; Standard Chinese is left alone."""

from __future__ import annotations

import pytest

from assistant.understanding.dialects import in_standard
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.normalise import normalise_question
from assistant.understanding.tables import read_rows


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ("專利險呢啲新保險產品，邊個單位牽頭搞㗎？", "专利险这些新保险产品,哪个单位牵头搞?"),
        ("嗰間公司係咪可以攞到補貼", "那家公司是不是可以拿到补贴"),
        ("我哋冇錢，點申請貸款？", "我们没有钱,怎么申请贷款?"),
        ("創新券幾時派，喺邊度攞？", "创新券什么时候派,在哪里拿?"),
        ("佢哋嘅學校有冇資助", "他们的学校有没有资助"),
        ("呢個計劃係乜嘢嚟㗎", "这个计划是什么"),
        ("返鄉嘅農民工可唔可以交公積金", "返乡的农民工可不可以交公积金"),
        ("俺们县咋申请，有啥条件？", "我们县怎么申请,有什么条件?"),
        ("高企认定有甚好处", "高企认定有什么好处"),
        ("这钱啷个领，要啥子材料？", "这钱怎么领,要什么材料?"),
        ("孵化器木有场地补助吗", "孵化器没有场地补助吗"),
        ("補助幾多錢，邊一年發？係咪真㗎", "补助多少钱,哪一年发?是不是真"),
        ("甚麼時候申報", "什么时候申报"),
        ("侬晓得补贴有伐？", "你知道补贴有吗?"),
        ("这块是哪个机构打头？领头单位是谁", "这块是哪个机构牵头?牵头单位是谁"),
    ],
)
def test_local_speech_is_read_as_standard(written: str, standard: str) -> None:
    assert normalise_question(written) == standard


@pytest.mark.parametrize(
    "text",
    [
        "产学研结合的关系和创新体系",
        "周边个体工商户有哪些优惠",
        "这两边个人能不能申请,我呢个人行不行",
        "什么子公司可以享受,哪个子项目获批",
        "甚至可以放宽,甚为重要",
        "林木有偿使用,树木有人管",
        "阿拉善盟和伊拉克",
        "旧年份的数据点领先多少",
        "按怎样的比例补助",
        "这么样行吗",
        "周边度假村",
        "通信系统和中文系主任",
        "从而家庭受益",
        "领头羊企业和单位领头雁",
    ],
)
def test_standard_chinese_is_left_alone(text: str) -> None:
    assert in_standard(text) == text


def test_a_traditional_text_keeps_its_relations_and_systems() -> None:
    assert normalise_question("產業體系與關係係指什麼") == "产业体系与关系是指什么"


def test_the_lexicon_knows_its_words_as_questions_are_read() -> None:
    text = in_standard("这个券咋用")
    assert [e.said for e in Lexicon.load().expand(text)] == ["券怎么用"]


def test_every_word_of_the_table_stands_once() -> None:
    rows = list(read_rows("dialects.tsv"))
    words = [said for row in rows for said in row[0].split("、")]
    assert {len(row) for row in rows} == {6}
    assert {row[5] for row in rows} == {"-", "旁"}
    assert len(set(words)) == len(words)
