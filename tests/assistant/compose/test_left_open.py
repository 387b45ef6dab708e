"""What is still open when true sentences are quoted."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

REPORT = """梅岭市创新工作汇报

一、高新技术企业
全市共有高新技术企业171家。到2025年，高新技术企业达到300家。研发投入强度为1.2%，比全国低0.5个百分点。
二、人才流失
科技人才流失严重，高端人才占比不到1%。
三、科技特派员
选派科技特派员889名。每个乡镇配备特派员2名。已建成星创天地12家。
四、创客空间
到2025年，创客空间达到60家。
五、省校合作
与北湘大学、南湘大学签署《校地战略合作协议》等9项协议，编制《人才目录》。
"""


@pytest.fixture(scope="module")
def told() -> Assistant:
    document = Document(
        id="report", file="r.txt", title="梅岭市创新工作汇报", level="市", region="梅岭市"
    )
    return Assistant(index_of(parsed(document, REPORT)))


@pytest.mark.parametrize(
    "question",
    [
        "全市171家高新技术企业，各县区分别有多少家？",
        "889名科技特派员里，从高校出来的有多少名？",
        "科技人才流失严重，汇报分析是什么原因？",
        "选派889名科技特派员的理由是什么？",
        "选派889名科技特派员，其中退休的农技员有多少？",
        "与高校签了9项协议，除了战略合作那项，另外八项叫什么？",
        "《校地战略合作协议》的文号是多少？",
        "进人才目录，年龄有上限吗？",
        "研发投入强度在全省排名，前三名是哪几个市？",
        "全市现在有多少家创客空间？",
    ],
)
def test_what_the_clause_does_not_add_is_not_answered(told: Assistant, question: str) -> None:
    assert told.answer(question).refused


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("全市共有多少家高新技术企业？", "171家"),
        ("全市171家高新技术企业，到2025年要达到多少家？", "300家"),
        ("选派了多少名科技特派员？", "889名"),
        ("每个乡镇配备几名特派员？", "2名"),
        ("星创天地建成了没有？", "已建成"),
        ("星创天地目前有几家？", "12家"),
        ("到2025年有多少家创客空间？", "60家"),
        ("研发投入强度比全国低几个百分点？", "0.5个百分点"),
    ],
)
def test_what_it_adds_is(told: Assistant, question: str, said: str) -> None:
    assert said in told.answer(question).answer


def test_a_goal_is_no_result() -> None:
    plan = """梅岭市科技规划

一、主要目标
到2018年底，全市创客大军达到10万人。
"""
    document = Document(id="plan", file="p.txt", title="梅岭市科技规划", level="市")
    engine = Assistant(index_of(parsed(document, plan)))
    assert engine.answer("2018年底全市创客大军要达到多少人？").status is Status.ANSWERED
    assert engine.answer("2018年底全市创客大军10万人，后来做到了没有？").refused
    assert engine.answer("创客计划提前完成，2018年底全市创客大军一共多少人？").refused


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("人才数据库里现在有多少人？", True),
        ("人才数据库现在收录了多少人？", True),
        ("人才数据库要建多大？有多少人？", False),
        ("星火基地要建多少家？", True),
        ("星火基地有多少家？", False),
        ("专利申请量现在是多少件？", True),
        ("民营企业现在有多少家？", True),
        ("今年有多少家民营企业入了库？", True),
        ("到“十四五”末民营企业要有多少家？", False),
        ("到“十四五”末全市GDP目标是多少？", True),
        ("到“十四五”末新材料产业增加值占GDP的比重目标是多少？", False),
    ],
)
def test_a_plan_tells_what_is_to_come_and_its_review_what_was(question: str, refused: bool) -> None:
    plan = """梅岭市科技规划

一、“十三五”回顾
拥有重点实验室3家，星火基地5家。
二、主要目标
专利申请量翻一番。
力争“十四五”末，我市民营企业达到400家，新材料产业增加值占GDP的比重达到9%。
三、引进人才
建立10000人的人才数据库，实施动态管理。
"""
    document = Document(id="plan", file="p.txt", title="梅岭市科技规划", level="市")
    assert Assistant(index_of(parsed(document, plan))).answer(question).refused is refused


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("太阳基金的募资规模？", True),
        ("入库企业要满足多少利润？", True),
        ("入库企业有多少家？", False),
        ("入库认定费用？", True),
        ("产业集群由哪位领导当链长？", True),
        ("高企在能源领域的占比目标要提到多少？", True),
        ("高企在能源领域的占比是多少？", False),
        ("产品“贷通宝”由哪家银行设计的？", True),
        ("市科技创新领导小组组长是谁？", True),
        ("瞪羚企业的认定标准是什么？", True),
        ("入库企业一年认定几期？", True),
        ("认定入库企业，学历要硕士还是博士？", True),
    ],
)
def test_what_a_report_has_no_word_of_is_not_told(question: str, refused: bool) -> None:
    report = """梅岭市工作汇报

一、重点工作
（一）设立基金。发挥太阳基金作用，设立子基金。与工商银行等5家银行签署协议；设计产品“贷通宝”，对7家企业授信。
（二）认定入库。认定入库企业100家，培育5个产业集群。
（三）培育瞪羚企业。发现一批企业。
（四）开展培训。邀请专家就企业认定标准培训，提高企业对认定标准的认识，包括申报、评价、复核。
（五）加强领导。成立省长担任组长的省科技创新领导小组。
二、存在的不足
高企在能源领域的占比仅5.4%。
"""
    document = Document(id="report", file="r.txt", title="梅岭市工作汇报", level="市")
    assert Assistant(index_of(parsed(document, report))).answer(question).refused is refused


def test_places_are_named_by_a_clause_about_as_good_that_names_them() -> None:
    plan = """梅岭市科技规划

一、建设机构
建设新型研发机构，组建一批研发机构。
二、开放合作
探索在北上广深杭等先进地区组建研发机构。
"""
    document = Document(id="plan", file="p.txt", title="梅岭市科技规划", level="市")
    answer = Assistant(index_of(parsed(document, plan))).answer("在哪些城市组建研发机构？")
    assert "北上广深杭" in answer.answer


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("东江示范区建在哪个市？", True),
        ("新药产业基地分别在哪里？", True),
        ("概念验证中心设在哪个县？", False),
    ],
)
def test_a_zone_is_no_city(question: str, refused: bool) -> None:
    plan = """湖南省科技规划

一、建设园区
支持各类开发区和东江示范区先行先试，在东江示范区设立分支机构。
二、发展医药
发挥新药产业基地集聚效应，壮大新药产业。
三、推进转化
在醴陵市设立概念验证中心。
"""
    document = Document(
        id="plan", file="p.txt", title="湖南省科技规划", level="省", region="湖南省"
    )
    assert Assistant(index_of(parsed(document, plan))).answer(question).refused is refused


@pytest.mark.parametrize("question", ["八方面重点工作有哪些？", "八方面重点工作是什么？"])
def test_a_clause_that_writes_the_very_words_is_asked_for(question: str) -> None:
    report = """梅岭市工作汇报

一、指导思想
紧紧围绕做强实验室、建设中试基地等八方面重点工作，推动发展。
二、重点工作推进情况
重点工作推进情况良好，形成了重点工作台账。
"""
    document = Document(id="report", file="r.txt", title="梅岭市工作汇报", level="市")
    answer = Assistant(index_of(parsed(document, report))).answer(question)
    assert answer.citations[0].clause == 1
