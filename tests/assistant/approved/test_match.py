from __future__ import annotations

import pytest

from assistant.approved.match import question_key, wordings


@pytest.mark.parametrize(
    "question",
    [
        "小微企业能领多少创新券",
        "小微企业能领多少创新券？",
        "请问一下，小微企业能领多少创新券呢？谢谢！",
        "您好 我想了解一下 小微企业能领多少创新券",
        "小微企業能領多少創新券?",
        "小微企业，能领　多少“创新券”",
    ],
)
def test_politeness_punctuation_width_and_script_do_not_matter(question: str) -> None:
    assert question_key(question) == "小微企业能领多少创新券"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("小微企业能领多少创新券", "大企业能领多少创新券"),
        ("研发投入达到1.5%了没有", "研发投入达到15%了没有"),
        ("创新券能买设备", "创新券不能买设备"),
    ],
)
def test_every_other_word_matters(one: str, other: str) -> None:
    assert question_key(one) != question_key(other)


def test_a_question_of_politeness_alone_is_none() -> None:
    assert question_key("请问一下，谢谢！") != ""
    assert question_key("？！") == ""


def test_a_pattern_stands_for_all_its_wordings() -> None:
    assert list(wordings("{每年|}能{领|拿}多少")) == [
        "每年能领多少",
        "每年能拿多少",
        "能领多少",
        "能拿多少",
    ]
    assert list(wordings("能领多少")) == ["能领多少"]


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{每年能领多少", "花括号要成对"),
        ("{每年|{一年}}能领多少", "花括号"),
        ("{地方}能领多少", "要用“|”隔开"),
        ("{一|二|三|四|五|六|七|八}" * 4, "最多500种"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(pattern: str, why: str) -> None:
    with pytest.raises(ValueError, match="^.*" + why.replace("|", r"\|")):
        list(wordings(pattern))
