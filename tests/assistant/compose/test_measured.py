"""A measure that a clause never tells is not stated."""

from __future__ import annotations

import pytest

from assistant.compose.measured import lacks_measure


@pytest.mark.parametrize(
    ("asked", "own", "lacks"),
    [
        ("科技城占地多少亩?", "建设科技城,面积12平方公里.", True),
        ("科技城占地多少亩?", "建设科技城,占地300亩.", False),
        ("建筑面积有多少平米?", "建筑面积3300平方米.", False),
        ("用地价格能打几折?", "降低用地成本.", True),
        ("用地价格能打几折?", "用地价格按七折执行.", False),
        ("由哪个部门负责?", "降低用地成本.", False),
        ("认定基地需要多少研发人员?", "认定基地10家.", True),
        ("认定基地需要多少研发人员?", "研发人员不少于10人.", False),
        ("要入驻多少家企业才算合格?", "建设15个智创城.", True),
        ("要入驻多少家企业才算合格?", "入驻企业不少于20家.", False),
        ("揭榜方没完成要赔多少?", "凝练30个左右项目,全部揭榜挂帅.", True),
        ("全国一共有多少家重点实验室?", "支持7个国家重点实验室建设.", True),
        ("全国平均投入强度是多少?", "投入强度为1.2%,与全国相差1.2个百分点.", True),
        ("全国平均投入强度是多少?", "全国平均为2.4%.", False),
        ("占全国多少?", "仅占全国约1.16%.", False),
        ("学校有多少学生?", "支持3所学校建设专业.", True),
        ("学校有多少学生?", "学校在校生5000名.", False),
        ("单户最高能贷多少?", "对7家企业授信2100万元.", True),
        ("单户最高能贷多少?", "单户授信最高500万元.", False),
    ],
)
def test_a_measure_has_to_be_told(asked: str, own: str, lacks: bool) -> None:
    assert lacks_measure(asked, own) is lacks
