"""What a question takes for granted before it asks, and puts wrong."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.granted import taken_for_granted
from assistant.models import Status
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

PLAN = """湖南省市场监管改革方案

一、推进改革
（一）整合机构。做好岳阳市、常德市的工商、质监管理机构整合试点，综合设置市场监管机构。（省工商局牵头负责）
（二）发放服务券。对通过审核的小微企业发放5万元服务券。（省财政厅、省科技厅负责）
二、发展基础
2020年，全省高新技术企业171家，工业总产值达到502亿元。
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    document = Document(
        id="plan", file="p.txt", title="湖南省市场监管改革方案", level="省", region="湖南省"
    )
    return Assistant(index_of(parsed(document, PLAN)))


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("服务券每家发8万元，由谁负责？", "服务券每家发8万元"),
        ("机构整合试点放在长沙市，合了以后设成什么机构？", "机构整合试点放在长沙市"),
        ("机构整合由省财政厅牵头，设成什么机构？", "机构整合由省财政厅牵头"),
        ("我们公司有3项专利，能领多少服务券？", None),
        ("报名的2000家企业里，认下来的有多少家？", None),
        ("服务券每家发8万元，对吗？", None),
        ("服务券发多少钱，由谁负责？", None),
        ("如果企业有50人，能领多少服务券？", None),
    ],
)
def test_a_claim_stands_before_what_is_asked(question: str, claim: str | None) -> None:
    granted = taken_for_granted(question)
    assert (granted.claim if granted else None) == claim


@pytest.mark.parametrize(
    ("question", "corrected", "said"),
    [
        ("服务券每家发8万元，由谁负责？", "不是“8万元”。", "省财政厅、省科技厅负责"),
        ("2020年高新技术企业271家，工业总产值做到多少？", "不是“271家”。", "502亿元"),
        (
            "工商、质监机构整合试点放在长沙市，合了以后设成什么机构？",
            "不是“长沙市”。",
            "综合设置市场监管机构",
        ),
        (
            "工商、质监机构整合由省财政厅牵头，综合设置什么机构？",
            "不是“省财政厅”。",
            "综合设置市场监管机构",
        ),
    ],
)
def test_what_is_wrong_is_put_right_before_the_answer(
    assistant: Assistant, question: str, corrected: str, said: str
) -> None:
    answer = assistant.answer(question)
    assert answer.status is Status.ANSWERED_CORRECTED
    assert (answer.answer.startswith(corrected), said in answer.answer) == (True, True)


def test_what_is_wrong_is_put_right_though_the_rest_is_not_stated(assistant: Assistant) -> None:
    answer = assistant.answer("服务券每家发8万元，没通过的找谁申诉？")
    assert (answer.status, answer.answer[:8]) == (Status.ANSWERED_CORRECTED, "不是“8万元”。")
    assert "关于“没通过的找谁申诉？”：相关条款没有写明由哪个部门负责。" in answer.notices


@pytest.mark.parametrize(
    "question",
    [
        "服务券每家发5万元，由谁负责？",
        "2020年高新技术企业171家，工业总产值做到多少？",
        "机构整合试点放在岳阳市、常德市，合了以后设成什么机构？",
    ],
)
def test_what_is_right_is_left_alone(assistant: Assistant, question: str) -> None:
    assert assistant.answer(question).status is Status.ANSWERED
