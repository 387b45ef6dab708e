from __future__ import annotations

import pytest

from assistant.eligibility.beneficiary import is_for_enterprises, read_beneficiary
from assistant.eligibility.finding import Aspect
from assistant.eligibility.kleene import Truth, all_of
from tests.assistant.eligibility.policies import told


@pytest.mark.parametrize(
    ("name", "said", "truth"),
    [
        ("企业", "我们是企业", Truth.TRUE),
        ("企业", "我们是高校", Truth.FALSE),
        ("企业", "你好", Truth.UNKNOWN),
        ("科研机构、高校", "我们是高校", Truth.TRUE),
        ("高校、科研院所和医院等事业单位", "我们是医院", Truth.TRUE),
        ("高新技术企业和科技型中小企业", "我们是高新技术企业", Truth.TRUE),
        ("创新型、科技型中小企业", "我们是大型企业", Truth.FALSE),
        ("制造业企业", "我们是贸易企业", Truth.UNKNOWN),
        ("制造业企业", "我们是制造企业", Truth.TRUE),
        ("龙头企业", "我们是企业", Truth.UNKNOWN),
        ("科技企业孵化器", "我们是科技企业", Truth.FALSE),
        ("农业产业化国家级龙头企业", "我们是农业产业化国家级龙头企业", Truth.TRUE),
        ("农业产业化国家级龙头企业", "我们是农业产业化龙头企业", Truth.UNKNOWN),
        ("增值税一般纳税人", "本人是大学生", Truth.FALSE),
        ("单位", "我们是企业", Truth.TRUE),
        ("科技创新团队", "我们是企业", Truth.UNKNOWN),
        ("科研人员", "本人是农民", Truth.UNKNOWN),
        ("科研人员", "我们是研究所", Truth.UNKNOWN),
        ("企业", "我们是会计师事务所", Truth.UNKNOWN),
        ("社会组织", "我们是会计师事务所", Truth.TRUE),
        ("企业", "我们是大学里的课题组", Truth.FALSE),
        ("大学生创业项目", "我们是企业", Truth.UNKNOWN),
        ("大学生创业项目", "我们是医院", Truth.FALSE),
    ],
)
def test_a_measure_is_for_those_it_names(name: str, said: str, truth: Truth) -> None:
    assert all_of(finding.truth for finding in read_beneficiary(name, told(said))) is truth


def test_nobody_named_is_for_nobody_known() -> None:
    (found,) = read_beneficiary(None, told("我们是企业"))
    assert (found.truth, found.aspect, found.why) == (
        Truth.UNKNOWN,
        Aspect.VAGUE,
        "条款没有写明支持哪一类对象",
    )


def test_enterprises_are_found_among_others() -> None:
    assert [is_for_enterprises(n) for n in ("高校和企业", "高校", None)] == [True, False, False]
