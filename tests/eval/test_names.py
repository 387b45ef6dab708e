from __future__ import annotations

import pytest

from eval.names import unsupported_names

SOURCE = (
    "《某意见》（晋发〔2017〕51号）由省科技厅牵头，省财政厅、市统计局、省发展改革委，"
    "县人民政府配合，报省委、科技部备案"
)


@pytest.mark.parametrize(
    "answer",
    [
        "根据《某意见》（晋发〔2017〕51号），由省科技厅牵头[1]",
        "依照晋发[2017]51号办理",
        "以下任务由省财政厅 、市统计局负责",
        "由省发展改革委配合",
        "报省委、科技部",
        "优化布局，全部、内部都要统筹，干部带头，客厅",
        "县人民政府",
        "该局",
    ],
)
def test_what_the_source_names_and_what_is_no_name_is_supported(answer: str) -> None:
    assert unsupported_names(answer, [SOURCE]) == ()


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        ("由省教育厅牵头", ("由省教育厅",)),
        ("由市财政厅牵头", ("由市财政厅",)),
        ("报市委", ("报市委",)),
        ("省市场监管局、省教育厅", ("省市场监管局", "省教育厅")),
        ("见晋政发〔2017〕51号", ("见晋政发[2017]51号",)),
        ("见晋发〔2018〕51号", ("见晋发[2018]51号",)),
        ("由市人民政府、教育部负责", ("由市人民政府", "教育部")),
    ],
)
def test_a_body_or_number_of_another_clause_is_named(answer: str, named: tuple[str, ...]) -> None:
    assert unsupported_names(answer, [SOURCE]) == named
