"""The question before, put again of another matter."""

from __future__ import annotations

import pytest

from assistant.conversing.slots import Slots
from assistant.conversing.wording import other_topic
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
    ],
)
def test_another_of_whom_it_is_asked_takes_the_place_of_the_first(
    library: Library, topic: str, before: str, asked: str
) -> None:
    assert other_topic(topic, before, Slots(library)) == asked
