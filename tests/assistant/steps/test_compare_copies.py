"""Two versions of a document are compared sentence by sentence."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from corpus.models import Corpus, Document, Relation
from corpus.parse import parse_document
from tests.index.test_search import index_of

ORIGINAL = """岭川市数据产业发展规划

一、总体要求
坚持需求牵引，推动数据产业发展，建成一批重点项目。
二、发展目标
到2025年，全市培育数据企业30家，建成数据平台5个。
到2025年，全市引进数据人才200名以上。
"""
COPY = ORIGINAL.replace("30家", "50家").replace("200名", "100名")


def assistant_over(copied: str) -> Assistant:
    title = "岭川市数据产业发展规划"
    first = Document(id="o", file="o.txt", title=title)
    second = Document(id="c", file="c.txt", title=title, relation=Relation("copy_of", "o"))
    return Assistant(
        index_of(Corpus((parse_document(first, ORIGINAL), parse_document(second, copied))))
    )


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return assistant_over(COPY)


@pytest.mark.parametrize(
    "question",
    ["网页版和正式版哪些地方不一致？", "数据产业发展规划的转载版本和正式文本有什么差异？"],
)
def test_every_difference_is_told_from_both_texts(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.status is Status.ANSWERED
    assert [(c.document_id, c.quote) for c in answer.citations] == [
        ("o", "到2025年，全市培育数据企业30家，建成数据平台5个。"),
        ("c", "到2025年，全市培育数据企业50家，建成数据平台5个。"),
        ("o", "到2025年，全市引进数据人才200名以上。"),
        ("c", "到2025年，全市引进数据人才100名以上。"),
    ]
    assert "有2处" in answer.notices[0]


def test_a_matter_narrows_the_differences(assistant: Assistant) -> None:
    answer = assistant.answer("引进人才，网页版和正式版有什么不一样？")
    assert [c.document_id for c in answer.citations] == ["o", "c"]


def test_texts_alike_are_said_to_be_alike() -> None:
    answer = assistant_over(ORIGINAL).answer("网页版和正式版有什么区别？")
    assert answer.status is Status.NOT_STATED
    assert answer.answer == (
        "按程序逐句比对，没有发现《岭川市数据产业发展规划》的两个文本有数字、日期或名称不同的句子。"
    )


def test_other_comparisons_are_left_alone(assistant: Assistant) -> None:
    answer = assistant.answer("数据企业和数据平台的目标有什么区别？")
    assert [entry.step for entry in answer.trace if entry.step == "compare_copies"] == []
