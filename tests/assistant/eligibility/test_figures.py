from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.eligibility.figures import read_figures
from assistant.eligibility.ranges import Range


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("员工35人", {"员工": "35人"}),
        ("12个人", {"员工": "12人"}),
        ("员工30多人", {"员工": "30人到60人"}),
        ("员工不到35人", {"员工": "不到35人"}),
        ("大约50名员工", {"员工": "40人到60人"}),
        ("去年营收2.1亿", {"营业收入": "21000万元"}),
        ("营业收入超过1500万元", {"营业收入": "超过1500万元"}),
        ("研发投入占营业收入的6%", {"研发投入占比": "6%"}),
        ("有5件发明专利", {"发明专利": "5件"}),
        ("2023年成立", {"成立年限": "2年到4年"}),
        ("成立3年", {"成立年限": "3年到4年"}),
        ("上年度新增就业15人", {"新增就业": "15人"}),
        ("现在只剩12人", {"员工": "12人"}),
    ],
)
def test_a_plain_figure_is_read_with_its_indicator(text: str, figures: dict[str, str]) -> None:
    units = {"员工": "人", "新增就业": "人", "营业收入": "元", "研发投入占比": "%"}
    units |= {"发明专利": "件", "成立年限": "年"}
    read = read_figures(text, 2026)
    assert {name: said.in_words(units[name]) for name, said in read.items()} == figures


@pytest.mark.parametrize(
    "text",
    [
        "月营业收入1500万元",
        "单个项目收入1500万元",
        "营业收入1500万美元",
        "利润率6%",
        "研发投入占利润的6%",
        "申请了5件发明专利",
        "发明专利5个人名下",
        "食堂能坐35人",
        "员工工资35万",
        "员工10-25人",
        "2025年成立分公司",
        "前年研发投入占比6%",
        "三年累计研发费用620万元",
    ],
)
def test_a_figure_of_something_else_is_not_read(text: str) -> None:
    assert read_figures(text, 2026) == {}


def test_two_figures_of_one_telling_are_a_range() -> None:
    assert Range(Decimal(35), Decimal(35)).or_else(Range(Decimal(18), Decimal(18))) == Range(
        Decimal(18), Decimal(35)
    )


def test_a_range_is_a_number_in_json_only_where_it_is_one() -> None:
    assert [
        Range(Decimal("3.5"), Decimal("3.5")).to_json(),
        Range(Decimal(30), Decimal(30)).to_json(),
        Range(None, Decimal(8), open_high=True).to_json(),
    ] == [3.5, 30, "不到8"]
