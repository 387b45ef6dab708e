"""A figure of one coined term is no answer to what is asked of another."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

PLAN = """梅岭市科技规划

一、改革薪酬
探索推行由绩效工资、项目收益构成的“三元薪酬”结构。
二、自主分配
高校可在无收入全额事业单位绩效工资总量5倍的范围内自主确定绩效工资总量，净收入的70%用于奖励。
三、组建体系
组建17个产业技术体系，专家体系共358人，与东江大学合作15项，与西江大学等6所大学合作项目83项。
四、发展目标
到“十四五”末，众创空间达到20家。
"""


@pytest.fixture(scope="module")
def told() -> Assistant:
    document = Document(id="plan", file="p.txt", title="梅岭市科技规划", level="市")
    return Assistant(index_of(parsed(document, PLAN)))


def test_what_is_told_of_another_is_not_stated(told: Assistant) -> None:
    assert told.answer("三元薪酬里绩效工资占几成？").refused


@pytest.mark.parametrize(
    ("question", "figure"),
    [("高校绩效工资总量可以到几倍？", "5倍"), ("十四五末众创空间多少家？", "20家")],
)
def test_what_is_told_of_it_is_answered(told: Assistant, question: str, figure: str) -> None:
    assert figure in told.answer(question).answer


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("358人的专家体系里有多少院士？", True),
        ("产业技术体系的专家体系里有多少专家？", False),
        ("83项合作项目里西江大学占几项？", True),
        ("83项合作项目里东江大学占几项？", False),
    ],
)
def test_a_part_that_the_clause_does_not_tell_of_is_not_stated(
    told: Assistant, question: str, refused: bool
) -> None:
    assert told.answer(question).refused is refused
