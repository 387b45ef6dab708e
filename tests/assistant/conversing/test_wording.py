"""The question before, put again of another matter."""

from __future__ import annotations

import pytest

from assistant.conversing.slots import Slots
from assistant.conversing.wording import other_topic, sibling_term
from assistant.library import Library


@pytest.mark.parametrize(
    ("topic", "before", "asked"),
    [
        ("民办学校", "我们公司招人的钱能不能算成本", "民办学校招人的钱能不能算成本"),
        ("医院这类事业单位", "高校引进人才怎么补？", "医院这类事业单位引进人才怎么补？"),
        # What an enterprise has is no enterprise.
        ("用地保障", "企业的研发投入由谁牵头？", "用地保障由谁"),
        # What is named after those it is for is no asker.
        ("孵化器", "高层次人才支持计划由谁牵头？", "孵化器由谁"),
        ("事业单位", "企业的研发投入由谁牵头？", "事业单位由谁"),
        ("国家超算", "高速飞车明年目标？", "明年国家超算目标？"),
        # 哪几个 counts nothing.
        ("保险产品", "创新券由哪几个部门管？", "保险产品由哪几个部门管"),
    ],
)
def test_another_of_whom_it_is_asked_takes_the_place_of_the_first(
    library: Library, topic: str, before: str, asked: str
) -> None:
    assert other_topic(topic, before, Slots(library)) == asked


@pytest.mark.parametrize(
    ("topic", "asked"),
    [
        ("总量", "研发投入总量排第几?"),
        ("强度", None),  # it is asked about already
        ("名次", None),  # the clause does not name it beside the matter
        ("数", None),
    ],
)
def test_what_the_clause_names_like_the_matter_takes_its_place(
    topic: str, asked: str | None
) -> None:
    clause = "研发投入强度排第15位;从研发投入总量上看,名次不高。"
    assert sibling_term(topic, "研发投入强度排第几?", clause) == asked
