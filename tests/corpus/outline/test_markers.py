"""Markers by their form."""

from __future__ import annotations

import pytest

from corpus.outline.markers import match_marker


@pytest.mark.parametrize(
    ("text", "kind", "number", "printed"),
    [
        ("一、总则", "han", 1, "一、"),
        ("二十一、附则", "han", 21, "二十一、"),
        ("一、2025年重点工作", "han", 1, "一、"),
        ("（四十）宣传", "paren_han", 40, "（四十）"),
        ("( 三 ) 目标", "paren_han", 3, "(三)"),
        ("1.目标", "arabic", 1, "1."),
        ("1．目标", "arabic", 1, "1．"),
        ("12、目标", "arabic", 12, "12、"),
        ("1、2016年起登记的作品", "arabic", 1, "1、"),
        ("（1）目标", "paren_arabic", 1, "（1）"),
        ("2）目标", "paren_arabic", 2, "2）"),
        ("③目标", "circled", 3, "③"),
        ("一是建设平台", "shi", 1, "一是"),
        ("二要落实责任", "shi", 2, "二要"),
        ("——坚持创新", "dash", None, "——"),
        ("第三章 总则", "zhang", 3, "第三章"),
        ("第 十 条 为了", "tiao", 10, "第十条"),
        ("第十条之一 为了", "tiao", 10, "第十条之一"),
        ("第二部分 任务", "bian", 2, "第二部分"),
    ],
)
def test_every_family_is_known(text: str, kind: str, number: int | None, printed: str) -> None:
    marker = match_marker(text)
    assert marker is not None
    assert (marker.kind, marker.number, marker.printed) == (kind, number, printed)
    assert text[marker.end] not in " \u3000"


@pytest.mark.parametrize(
    "text",
    [
        "2025年全市",
        "3.5亿元以上",
        "1.2%的企业",
        "10、11月检查",
        "3、5、7日",
        "第三条规定的情形",
        "第十条第二款",
        "第一名",
        "一二三产业",
        "一、二、三产业融合",
        "（GDP）比重",
        "一季度",
    ],
)
def test_what_only_looks_like_a_marker_is_none(text: str) -> None:
    assert match_marker(text) is None
