"""What a question names and no document writes."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from assistant.steps.unheld import unheld_definition, unheld_errands, unheld_terms
from corpus.models import Document
from tests.assistant.engine import index_of, parsed, understood, weighed

PLAN = """梅岭市科技创新规划

一、建设平台
（一）完善“三元薪酬”结构。对科研人员实行“绩效工资+项目收益+成果转化收益”的“三元薪酬”结构。
（二）吸引人才。吸引优秀人才来晋创新创业，发放科技创新券。
"""


@pytest.fixture(scope="module")
def planned() -> Assistant:
    """An engine over a city's plan."""
    document = Document(
        id="plan", file="p.txt", title="梅岭市科技创新规划", level="市", region="梅岭市"
    )
    return Assistant(index_of(parsed(document, PLAN)))


@pytest.mark.parametrize(
    ("question", "unheld"),
    [
        ("晋创谷是什么？", True),
        ("什么是农谷？", True),
        ("山西农谷是干什么的", True),
        ("三元薪酬 什么意思", False),
        ("科研人员三元薪酬含义", False),
        ("两种三元薪酬是什么", False),
        ("创新券是什么？", False),
        ("三元薪酬由谁负责？", False),
        ("基本原则是什么？", False),
    ],
)
def test_a_term_that_no_document_writes_cannot_be_explained(
    planned: Assistant, question: str, unheld: bool
) -> None:
    assert unheld_definition(understood(planned, question), planned.library.words) is unheld


def test_what_is_asked_of_such_a_term_is_not_in_the_documents(planned: Assistant) -> None:
    assert planned.answer("晋创谷是什么？").status is Status.NOT_IN_CORPUS


def test_a_term_that_no_document_writes_is_strange_a_turn_of_phrase_is_not(
    engine: Assistant,
) -> None:
    words = engine.library.words
    strange = weighed(engine, "残保金由谁征收？").understanding
    spoken = weighed(engine, "报税来回跑，由谁征收？").understanding
    assert strange is not None and spoken is not None
    assert unheld_terms(strange, words) == ("残保金",)
    assert unheld_terms(spoken, words) == ()


def test_a_matter_of_another_policy_is_strange_unless_a_document_writes_it(
    engine: Assistant,
) -> None:
    words = engine.library.words
    strange = weighed(engine, "博士的驾照有没有补贴？").understanding
    held = weighed(engine, "博士每月的住房补贴有多少？").understanding
    assert strange is not None and held is not None
    assert unheld_errands(strange, words) == ("驾照",)
    assert unheld_errands(held, words) == ()
