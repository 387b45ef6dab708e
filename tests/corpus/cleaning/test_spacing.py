"""Spaces and punctuation inside a paragraph."""

from __future__ import annotations

import pytest

from corpus.clean import clean


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("推进 “小 升 规、规 改 股”,培 育 更 多 企业。", "推进“小升规、规改股”，培育更多企业。"),
        ("经费支出占 (GDP)比重,即１.２%的 R&D 投入。", "经费支出占（GDP）比重，即1.2%的R&D投入。"),
        ("编制 «技术路线图»,实施 100 项。", "编制《技术路线图》，实施100项。"),
        ("第一章　总　　则", "第一章 总则"),
        ("组　长：王某某 省长", "组长：王某某 省长"),
        ("运城市规划 实施战略", "运城市规划 实施战略"),
        ("见 https://example.org/a,b?c=1。", "见 https://example.org/a,b?c=1。"),
        ("销售收入5,000万元，支持 NO.10 园区。", "销售收入5,000万元，支持NO.10园区。"),
    ],
)
def test_spaces_and_punctuation_are_what_the_text_means(raw: str, text: str) -> None:
    assert clean(raw).text == text


def test_full_stops_are_read_as_such_only_where_a_document_ends_its_sentences_so() -> None:
    dots = "甲任务完成.乙任务推进.2020年开展丙任务.投入1.5亿元."
    assert clean(dots).text == "甲任务完成。乙任务推进。2020年开展丙任务。投入1.5亿元。"
    single = "约翰.史密斯来访。会谈顺利。合作深化。"
    assert clean(single).text == single
