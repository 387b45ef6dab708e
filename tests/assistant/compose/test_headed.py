"""A heading called by its words has its list given whole, however the list is asked for."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

PLAN = """梅岭市科技创新规划

一、构建科技创新体系
（一）增强财政金融对创新的支撑
1.设立引导基金。设立产业引导基金，支持企业开展研发。
2.开展质押融资。鼓励银行开展质押融资。
3.落实减税政策。落实研发费用加计扣除。
4.发行企业债券。支持企业发行债券。
（二）培育服务人才
1.壮大经纪人队伍。开展技术经纪人培训。
2.推行特派员制度。选派科技特派员。
（三）优化成果转化服务
推动科技成果转化，完善服务体系。
（四）设立中试基地
加快布局中试基地，到2025年达到10家。建设中试基地工作思路：
——建立共享机制。实现成果共享。
——加大中试投入。发展多种资源。
二、组织实施
（一）加强领导。成立领导小组。
（二）加强督查。开展年度督查。
（三）加强宣传。营造良好氛围。
"""


@pytest.fixture(scope="module")
def told() -> Assistant:
    document = Document(
        id="plan", file="p.txt", title="梅岭市科技创新规划", level="市", region="梅岭市"
    )
    return Assistant(index_of(parsed(document, PLAN)))


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("请问增强财政金融支撑的四项", 4),
        ("财政金融对创新的支撑有哪四条？", 4),
        ("培育服务人才有哪两项", 2),
        ("规划里培育服务人才的措施", 2),
        ("中试基地工作思路有几条", 2),
        ("中试基地建设思路", 2),
        ("财政创新支撑的四项举措", 4),
        ("培训、选派等培育服务人才的两项措施", 2),
        ("构建科技创新体系下面有几大块？", 4),
        ("规划第二部分组织实施列了哪些？", 3),
        ("规划第二部分包括几条，分别是什么？", 3),
    ],
)
def test_what_stands_below_it_is_listed_whole(told: Assistant, question: str, items: int) -> None:
    answer = told.answer(question)
    listed = {c.clause for c in answer.citations}
    assert len(listed) == items + 1, answer.answer  # and the heading itself


@pytest.mark.parametrize(
    "question",
    [
        "培育服务人才有哪五项",
        "优化成果转化服务的措施",
        "2025年中试基地几家",
        "怎么推行特派员制度？",
    ],
)
def test_no_list_is_given_where_none_is_asked_or_none_stands_below(
    told: Assistant, question: str
) -> None:
    assert len({c.clause for c in told.answer(question).citations}) < 3
