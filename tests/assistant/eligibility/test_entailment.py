from __future__ import annotations

import pytest

from assistant.eligibility.entailment import Borne, borne_out, parts_of
from assistant.eligibility.kleene import Truth
from tests.assistant.eligibility.policies import told

LISTED = "在山西股权交易中心挂牌、进行股份制改造并实现融资的"


def test_every_part_has_to_be_said_in_whatever_words() -> None:
    profile = told("前年完成股改，去年在山西股权交易中心挂牌，今年又通过增资融到500万元")
    assert borne_out(LISTED, profile) == Borne(
        Truth.TRUE, "去年在山西股权交易中心挂牌，前年完成股改，今年又通过增资融到500万元"
    )


def test_a_part_that_is_not_mentioned_leaves_it_open() -> None:
    assert (
        borne_out(LISTED, told("去年在山西股权交易中心挂牌，前年完成股改")).truth is Truth.UNKNOWN
    )


def test_a_part_that_is_denied_decides() -> None:
    profile = told("去年在山西股权交易中心挂牌，前年完成股改，还没有融资")
    assert borne_out(LISTED, profile).truth is Truth.FALSE


@pytest.mark.parametrize(
    ("condition", "said", "truth"),
    [
        ("参加境外展会的", "去年参加境外展会", Truth.TRUE),
        ("参加境外展会的", "去年参加境内展会", Truth.UNKNOWN),
        ("参加境外展会的", "组织别人参加境外展会", Truth.UNKNOWN),
        ("参加境外展会的", "打算参加境外展会", Truth.FALSE),
        ("未形成无形资产的", "没有形成无形资产", Truth.TRUE),
        ("未形成无形资产的", "形成了无形资产", Truth.FALSE),
        ("实际发生的研发费用", "我们自己不搞研发", Truth.FALSE),
        ("实际发生的研发费用", "不做软件", Truth.UNKNOWN),
        ("未形成无形资产的", "不搞研发", Truth.UNKNOWN),
        ("销售其自行开发生产的软件产品", "没做过软件", Truth.FALSE),
        ("销售其自行开发生产的软件产品", "软件都是进货转卖", Truth.FALSE),
        ("销售其自行开发生产的软件产品", "销售自行开发的医疗软件", Truth.TRUE),
        ("销售其自行开发生产的软件产品", "销售自行开发的软件外包", Truth.UNKNOWN),
        ("引才费用", "引进两名博士花了40万", Truth.TRUE),
        ("引才费用", "引进两台设备花了40万", Truth.UNKNOWN),
        ("引才费用", "打算引进两名博士花40万", Truth.UNKNOWN),
        ("获得国家级或省级工程研究中心", "有国家级企业技术中心", Truth.UNKNOWN),
        ("设立研发中心的", "研发中心设立在成都", Truth.UNKNOWN),
        ("购置工业机器人的", "生产工业机器人", Truth.UNKNOWN),
        ("购置工业机器人的", "", Truth.UNKNOWN),
        ("科技成果转化净收入", "成果转化净收入260万", Truth.TRUE),
        ("科技成果转化净收入", "成果转化收入260万", Truth.UNKNOWN),
        ("获得省级科技奖励3项以上的", "获得省级科技奖励1项", Truth.UNKNOWN),
    ],
)
def test_more_words_than_are_understood_bear_nothing_out(
    condition: str, said: str, truth: Truth
) -> None:
    assert borne_out(condition, told(f"我们在长沙。{said}")).truth is truth


def test_light_words_are_no_part_of_a_condition() -> None:
    assert parts_of("已完成股份制改造并实现融资的") == ["股份制改造", "融资"]
