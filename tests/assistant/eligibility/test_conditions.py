from __future__ import annotations

import pytest

from assistant.eligibility.conditions import read_condition
from assistant.eligibility.finding import Aspect, Finding, Question
from assistant.eligibility.kleene import Truth, all_of
from tests.assistant.eligibility.policies import told


def _truth(condition: str, said: str) -> Truth:
    return all_of(finding.truth for finding in read_condition(condition, told(said)))


def test_an_unknown_status_is_asked_for() -> None:
    assert read_condition("属于高新技术企业的", told("我们是企业"))[0] == Finding(
        "高新技术企业",
        Truth.UNKNOWN,
        "没有说明是不是高新技术企业",
        Aspect.STATUS,
        Question("status:高新技术企业", "你们是不是高新技术企业（已认定、评价或登记）？"),
        "高新技术企业证书",
    )


def test_a_doubt_is_quoted() -> None:
    (found,) = read_condition("高新技术企业", told("据说我们是高新技术企业"))
    assert (found.truth, found.why) == (
        Truth.UNKNOWN,
        "你们说“据说我们是高新技术企业”，还不能确定是不是高新技术企业",
    )


@pytest.mark.parametrize(
    "condition",
    ["符合条件的", "有基础、市场前景好的", "经营状况良好的", "国家需要重点扶持的", "优秀的"],
)
def test_what_only_an_authority_can_say_is_never_met(condition: str) -> None:
    said = f"我们完全{condition.removesuffix('的')}，{condition}企业就是我们"
    (found,) = read_condition(condition, told(said))
    assert (found.truth, found.aspect, found.ask) == (Truth.UNKNOWN, Aspect.VAGUE, None)


@pytest.mark.parametrize("words", ["按成交额的一定比例", "每招用1人", "通过购买服务方式"])
def test_how_it_is_given_is_no_condition(words: str) -> None:
    assert read_condition(words, told("我们是企业")) == []


@pytest.mark.parametrize(
    ("said", "truth"),
    [
        ("去年营业收入6000万元，员工30人", Truth.TRUE),
        ("去年营业收入3000万元，员工130人", Truth.TRUE),
        ("去年营业收入3000万元，员工30人", Truth.FALSE),
        ("去年营业收入3000万元", Truth.UNKNOWN),
    ],
)
def test_of_alternatives_one_is_enough(said: str, truth: Truth) -> None:
    assert _truth("年营业收入5000万元以上或员工100人以上的", said) is truth


@pytest.mark.parametrize(
    ("said", "truth"),
    [
        ("我们是民营企业", Truth.TRUE),
        ("我们是国有企业", Truth.FALSE),
        ("我们是民营、国有合资企业", Truth.UNKNOWN),
        ("我们是企业", Truth.UNKNOWN),
    ],
)
def test_ownership_holds_where_all_that_is_said_fits(said: str, truth: Truth) -> None:
    assert _truth("民营", said) is truth


def test_a_size_that_may_be_either_is_asked_for() -> None:
    (found,) = read_condition("小型", told("我们是小微企业"))
    assert (found.truth, found.why) == (
        Truth.UNKNOWN,
        "你们说明了规模是小型或微型，还要说明是哪一种",
    )


def test_the_rest_of_a_condition_has_to_be_said_of_the_same_thing() -> None:
    said = "我们是制造业单项冠军企业，有国家企业技术中心"
    assert _truth("获得国家级制造业单项冠军的", said) is Truth.UNKNOWN


def test_a_short_condition_is_asked_for_with_whom_it_is_said_of() -> None:
    (found,) = read_condition("首次认定的", told("我们是企业"), "瞪羚企业", "首次认定的瞪羚企业")
    assert found.ask == Question("said:首次认定的瞪羚企业", "你们是不是“首次认定的瞪羚企业”？")


def test_an_act_is_asked_for_with_whether_and_a_thing_with_have() -> None:
    act, thing = (
        read_condition(words, told("我们是企业"))[0].ask
        for words in ("销售其自行开发的软件产品", "有效的科技成果转化项目")
    )
    assert act and thing
    assert (act.text, thing.text) == (
        "你们是否“销售其自行开发的软件产品”？",
        "你们有没有“有效的科技成果转化项目”？",
    )
