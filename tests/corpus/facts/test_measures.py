"""Support: for whom, on what conditions, what, how much and how firmly."""

from __future__ import annotations

import pytest

from corpus.models import Measure
from tests.corpus.facts.texts import facts_of, parsed, real

Row = tuple[str | None, tuple[str, ...], str | None, str | None]


def row(fact: Measure) -> Row:
    """Beneficiary, conditions, amount and strength."""
    return fact.beneficiary, fact.conditions, fact.amount, fact.strength


def of_clause(document_id: str, marker: str) -> list[Measure]:
    document = real(document_id)
    return [m for m in document.facts.measures if document.clauses[m.clause].marker == marker]


def test_the_voucher_clause_of_003_has_four_measures() -> None:
    measures = of_clause("003", "（二十一）")
    assert [row(m) for m in measures] == [
        ("科技型中小微企业", ("在创新券管理系统中完成信息注册和审核的",), "5万元创新券", "发放"),
        ("其", (), None, "支持"),
        ("各类科技创新团队", (), None, "支持"),
        ("民营企业科技创新团队", (), "不少于50%", "不少于"),
    ]
    assert measures[0].quote == (
        "对在创新券管理系统中完成信息注册和审核的科技型中小微企业，即发放5万元创新券"
    )
    assert measures[1].notes == ("其：科技型中小微企业",)


def test_the_pay_clause_of_003_keeps_may_apart_from_encouragement() -> None:
    assert [row(m) for m in of_clause("003", "（二十八）")] == [
        ("高校、科研院所和医院等事业单位", ("实行财政工资总量包干改革的",), None, "可"),
        (None, (), None, "不计入"),
        ("科研机构、高校", (), None, "可"),
        ("课题负责人、骨干技术人员和研发团队", (), "科技成果转化净收入的70%以上", "可"),
        ("高层次人才", (), None, "试点探索"),
        ("地方", ("有条件的",), None, "鼓励"),
    ]


def test_the_money_clause_of_003_binds_each_rate_to_its_object() -> None:
    measures = of_clause("003", "（三十三）")
    assert [row(m) for m in measures] == [
        ("民营企业科技成果转化项目", (), "支持比例不低于资金总量的50%", "给予"),
        ("民办众创空间和民办科技企业孵化器", (), "达到50%以上", "倾斜"),
        ("省级“双创”示范基地", ("认定的",), None, "给予"),
    ]
    assert measures[2].quote == "对于认定的省级“双创”示范基地，省级财政给予资金支持"


def test_the_tax_clause_of_000_has_its_conditions_and_rates() -> None:
    taxes = [m for m in real("000").facts.measures if "税" in m.quote and "科技" not in m.quote]
    assert [row(m) for m in taxes] == [
        (None, (), None, "落实"),
        (
            "企业",
            ("开展研发活动中实际发生的研发费用", "未形成无形资产计入当期损益的"),
            "实际发生额的75%",
            "加计扣除",
        ),
        ("高新技术企业", ("国家需要重点扶持的",), "减按15%的税率", "减按"),
        ("增值税一般纳税人", ("销售其自行开发生产的软件产品",), "超过3%的部分", "实行"),
    ]


def test_what_a_report_has_done_is_no_measure() -> None:
    document = real("001")
    plans = next(c for c in document.clauses if c.title and "工作谋划" in c.title and c.level)
    assert all(m.start > plans.start for m in document.facts.measures)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "对获得国家级认定的平台给予奖补，最高3000万元。",
            ("平台", ("获得国家级认定的",), "最高3000万元", "给予"),
        ),
        (
            "对首次通过认定的企业，市级财政一次性奖励20万元。",
            ("企业", ("首次通过认定的",), "20万元", "奖励"),
        ),
        (
            "鼓励企业实施技术改造，省级按照设备购置额的10%给予奖补，最高500万元。",
            ("企业", ("实施技术改造",), "设备购置额的10%；最高500万元", "给予"),
        ),
        ("鼓励有条件的企业设立研发机构。", ("企业", ("有条件的",), None, "鼓励")),
        (
            "对企业引进先进技术成果的，按技术合同成交额的5%给予补助。",
            ("企业", ("引进先进技术成果的",), "技术合同成交额的5%", "给予"),
        ),
        (
            "年满60周岁，具有本市户籍的居民，享受半价优惠。",
            ("居民", ("年满60周岁", "具有本市户籍的"), None, "享受"),
        ),
        ("新增用地指标优先安排重点产业项目。", ("重点产业项目", (), None, "优先")),
        (
            "企业招用高校毕业生，签订1年以上劳动合同的，按每人1500元的标准发放扩岗补助。",
            ("企业", ("招用高校毕业生", "签订1年以上劳动合同的"), "每人1500元", "发放"),
        ),
        (
            "支持符合条件的毕业生申请最高30万元创业担保贷款，由财政给予贴息。",
            ("毕业生", ("符合条件的",), "最高30万元", "支持"),
        ),
        ("高校可自主决定成果转化收益分配。", ("高校", (), None, "可")),
    ],
)
def test_promises_of_other_documents_are_read(sentence: str, expected: Row) -> None:
    (fact,) = facts_of(f"一、主要措施\n（一）加大支持。{sentence}\n").measures
    assert row(fact) == expected


def test_amounts_that_differ_by_grade_stay_together() -> None:
    text = (
        "一、措施\n（一）认定奖励。对通过3A、4A级评估的企业，分别给予一次性奖补50万元、100万元。\n"
    )
    (fact,) = facts_of(text).measures
    assert fact.amount == "50万元、100万元"
    assert fact.conditions == ("通过3A、4A级评估的",)


def test_a_sentence_with_two_promises_gives_two_measures() -> None:
    text = "一、措施\n（一）支持上市。支持符合条件的企业在境内上市，对成功上市的企业给予奖励100万元。\n"
    first, second = facts_of(text).measures
    assert row(first) == ("企业", ("符合条件的",), None, "支持")
    assert first.quote == "支持符合条件的企业在境内上市"
    assert row(second) == ("企业", ("成功上市的",), "100万元", "给予")


@pytest.mark.parametrize(
    "sentence",
    [
        "违反本办法规定的，处1万元以下罚款。",
        "完善人才评价机制。",
        "对弄虚作假的单位，追缴已发放的补助资金。",
        "加强培训，提高服务水平。",
        "目标责任考核结果予以公布。",
    ],
)
def test_sentences_that_promise_nothing_are_no_measures(sentence: str) -> None:
    assert facts_of(f"一、主要措施\n（一）加强管理。{sentence}\n").measures == ()


def test_the_bracket_of_responsible_bodies_is_no_part_of_a_measure() -> None:
    document = parsed("一、措施\n（一）补助。对孵化器给予补助。（市财政局牵头负责）\n")
    (fact,) = document.facts.measures
    assert fact.quote == "对孵化器给予补助"
