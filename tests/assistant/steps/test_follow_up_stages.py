"""Follow-ups that point at stages, ask for the rest, check what was said, or count by the year."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from corpus.models import Document
from tests.assistant.engine import index_of, parsed
from tests.assistant.steps.test_follow_up_told import hold

OPINION = """湖南省关于建设创新高地的意见

一、总体要求
（一）主要目标。一年打牢基础。2021年完成顶层设计，出台总体方案。三年重点突破。到2023年，建成一批重大平台。五年全面成型。到2025年，研发经费占地区生产总值比重达到全国平均水平。
（二）优化环境。推进一枚印章管审批、一个系统管监管、一条热线管便民。
二、建设高地
（一）实施“四个三”工程。着力开展以“三方帮扶、三个百项、三大支撑”为主要内容的“四个三”工程。
（二）突破核心技术。实施百项技术研发、百项项目实施、百项技术推广“三个百项”。
（三）激发活力。发挥“鲶鱼效应”，引进境外团队参与竞争。
（四）完善攻关制度。立项推行“揭榜制”，管理推行首席专家负责、项目专员管理。
（五）强化责任。各部门按职责分工负责本意见的落实。
（六）用好特派员。不断创新特派员激励和管理机制，鼓励特派员领办服务平台。
（七）激励医务人员。健全医务人员分配激励机制，提高薪酬待遇。
"""
PLAN = """株洲市“十四五”科技创新规划

一、发展基础
“十三五”期间，全市技术合同交易额累计突破90亿元，拥有院士工作站2家。
二、发展目标
到“十四五”末，年技术合同交易额达到50亿元，院士工作站达到7家。
三、发展市场
完善成果转化平台，力争“十四五”末，技术合同成交总额较“十三五”实现倍增。
四、重点任务
在张榜竞标中引入民营企业竞争，发挥“鲶鱼效应”。
"""


@pytest.fixture(scope="module")
def told() -> Assistant:
    """An engine over a province's opinion and a city's plan."""
    opinion = Document(
        id="opinion",
        file="o.txt",
        title="湖南省关于建设创新高地的意见",
        level="省",
        region="湖南省",
    )
    plan = Document(
        id="plan",
        file="p.txt",
        title="株洲市“十四五”科技创新规划",
        level="市",
        region="株洲市",
    )
    return Assistant(index_of(parsed(opinion, OPINION), parsed(plan, PLAN)))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("建设创新高地的意见，主要目标是什么？", "第二步要做到什么？"), "到2023年"),
        (("建设创新高地的意见，主要目标是什么？", "最后一步到哪年？"), "到2025年"),
        (("“一年打牢基础”是2021年对吧？", "最后那个，五年的，到哪年？"), "到2025年"),
        (
            ("优化环境是不是要一枚印章管审批？", "后面还有几个“一”，接着说完。"),
            "一条热线管便民",
        ),
        (("“四个三”工程是什么？", "其中的“三个百项”又是哪三项？"), "百项技术推广"),
        (("“四个三”工程是什么？", "里面三个百项指什么？"), "百项技术推广"),
        (("建设创新高地的意见二（一）说的啥", "下一条呢？"), "百项技术研发"),
        (("建设创新高地的意见二（一）说的啥", "上一条呢？"), "一枚印章管审批"),
        (
            ("建设创新高地的意见里发挥“鲶鱼效应”靠引进谁？", "株洲规划也用了这个词，是引谁竞争？"),
            "引入民营企业竞争",
        ),
        (
            ("攻关项目立项推行什么办法？", "立上以后呢，管理上怎么安排，谁负责？"),
            "首席专家负责",
        ),
        (("建设创新高地的意见里特派员怎么管？", "激励机制呢？"), "特派员激励和管理机制"),
        (("株洲到“十四五”末院士工作站要多少家？", "株洲“十三五”期间有几家？"), "2家"),
        (("株洲十三五技术合同一共成交多少？", "那到25年一年要做到多少？"), "50亿元"),
    ],
)
def test_the_last_turn_is_answered_in_its_own_right(
    told: Assistant, turns: tuple[str, ...], said: str
) -> None:
    answer = hold(told, *turns)
    assert answer.status in (Status.ANSWERED, Status.ANSWERED_CORRECTED)
    assert said in answer.answer.partition("[1]")[0]


def test_a_clause_asked_for_by_its_name_is_told_whole(told: Assistant) -> None:
    answer = told.answer("建设创新高地的意见主要目标分几步走？").answer
    assert [s for s in ("打牢基础", "重点突破", "全面成型") if s not in answer] == []
