"""Which documents a text names, and how it relates to each."""

from __future__ import annotations

import pytest

from corpus.validity.references import find_references


def named(text: str, title: str = "某通知") -> list[tuple[str, str | None, str | None]]:
    return [(r.kind, r.title, r.number) for r in find_references(text, title)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "为贯彻落实《甲条例》、《乙规划》（国发〔2021〕3号）和省委有关精神，制定本办法。",
            [("implements", "甲条例", None), ("implements", "乙规划", "国发〔2021〕3号")],
        ),
        (
            "本办法自2023年5月1日起施行，《旧办法》（临政发〔2018〕9号）同时废止。",
            [("repeals", "旧办法", "临政发〔2018〕9号")],
        ),
        ("现将《某市实施方案》印发给你们，请认真贯彻执行。", [("forwards", "某市实施方案", None)]),
        (
            "决定对《某市停车规定》作如下修改：第三条修改为：“略。”",
            [("amends", "某市停车规定", None)],
        ),
        ("企业可参照《申报指南》准备材料。", [("cites", "申报指南", None)]),
        ("按照晋政发〔2020〕1号文件要求办理。", [("cites", None, "晋政发〔2020〕1号")]),
    ],
)
def test_the_words_around_a_name_say_how_it_is_meant(
    sentence: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert named(sentence) == expected


def test_a_short_name_and_the_own_title_are_no_further_documents() -> None:
    text = "某通知\n根据《甲市创新条例》（以下简称《条例》），现通知如下。《条例》第三条和《某通知》照办。"
    assert named(text) == [("implements", "甲市创新条例", None)]


def test_a_document_cited_and_later_ended_is_told_once_as_ended() -> None:
    assert named("参照《旧办法》执行的项目。《旧办法》自本办法施行之日起废止。") == [
        ("repeals", "旧办法", None)
    ]


def test_a_title_that_forwards_without_marks_names_what_it_forwards() -> None:
    title = "某市人民政府办公室关于印发某市数据管理办法的通知"
    assert named(f"{title}\n各县：\n请执行。", title) == [("forwards", "某市数据管理办法", None)]


def test_a_number_on_a_line_of_its_own_is_the_document_s_own() -> None:
    assert named("某通知\n临政发〔2022〕8号\n一、总则\n内容。") == []
