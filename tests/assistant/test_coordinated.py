"""What is asked of several things at once is asked of each of them."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.coordinated import things_apart
from assistant.models import Status


@pytest.mark.parametrize(
    ("question", "apart"),
    [
        ("高新技术企业到2025年要多少家？", ()),
        ("各级财政投入多少？", ()),
        ("大众创业和万众创新是什么意思？", ()),
        (
            "省级重点实验室株洲现有几家、目标几家",
            ("省级重点实验室株洲现在有多少家", "省级重点实验室株洲目标是多少家"),
        ),
        (
            "株洲众创空间现在11家，目标呢，差多少家？",
            ("株洲众创空间现在有多少家", "株洲众创空间目标是多少家"),
        ),
        (
            "众创空间和科技企业孵化器到2025年各要多少家？",
            ("众创空间到2025年要多少家", "科技企业孵化器到2025年要多少家"),
        ),
        (
            "研发投入强度和高新技术企业数量的目标各是多少",
            ("研发投入强度的目标是多少", "高新技术企业数量的目标是多少"),
        ),
        (
            "请问省级和国家级重点实验室分别由谁牵头？",
            ("省级重点实验室由谁牵头", "国家级重点实验室由谁牵头"),
        ),
        (
            "派下去的两拨人，特派员跟服务团，哪拨人数多？各是多少",
            (
                "派下去的两拨人，特派员人数是多少",
                "派下去的两拨人，服务团人数是多少",
            ),
        ),
        ("创新券和孵化器补助哪个高？", ("创新券补助是多少", "孵化器补助是多少")),
        ("创新券和孵化器的补助相差多少？", ("创新券的补助是多少", "孵化器的补助是多少")),
        (
            "科技领导小组与双创专班，前者由谁牵头，后者何时成立？",
            ("科技领导小组由谁牵头", "双创专班何时成立"),
        ),
        ("条例和规划谁施行得早", ("条例施行是哪一年", "规划施行是哪一年")),
    ],
)
def test_the_questions_in_one_about_several_things(question: str, apart: tuple[str, ...]) -> None:
    assert things_apart(question) == apart


def test_both_things_are_answered_where_they_stand_in_different_clauses(
    engine: Assistant,
) -> None:
    answer = engine.answer("首次认定的高新技术企业和全职引进的博士各补助多少钱？")
    assert answer.status is Status.ANSWERED
    assert "给予20万元一次性奖励" in answer.answer
    assert "每人每月发放生活补贴2000元" in answer.answer
