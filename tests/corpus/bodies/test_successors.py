"""Who took over from a body that is no more, with the basis for saying so."""

from __future__ import annotations

import pytest

from corpus.bodies.successors import Successor, successor


@pytest.mark.parametrize(
    ("name", "region", "expected", "since"),
    [
        ("省经信委", "山西省", "省工业和信息化厅", "2018"),
        ("省经信委", "安徽省", "省经济和信息化厅", "2018"),
        ("山西省经济和信息化委员会", None, "山西省工业和信息化厅", "2018"),
        ("省工商局", "山西省", "省市场监督管理局", "2018"),
        ("省质监局", "山西省", "省市场监督管理局", "2018"),
        ("省国土厅", "山西省", "省自然资源厅", "2018"),
        ("运城市国土局", None, "运城市自然资源局", "2018"),
        ("省农业厅", "山西省", "省农业农村厅", "2018"),
        ("省国税局", "山西省", "国家税务总局山西省税务局", "2018"),
        ("省地税局", "山西省", "国家税务总局山西省税务局", "2018"),
        ("山西银监局", None, "国家金融监督管理总局山西监管局", "2023"),
        ("省法制办", "山西省", "省司法厅", "2018"),
        ("市法制办", None, "市司法局", "2018"),
        ("省编办", "山西省", "省委机构编制委员会办公室", "2018"),
        ("省中小企业局", "山西省", "省小企业发展促进局", "2018"),
        ("人行太原中心支行", "山西省", "中国人民银行山西省分行", "2023"),
    ],
)
def test_former_bodies_have_successors(
    name: str, region: str | None, expected: str, since: str
) -> None:
    found = successor(name, region)
    assert isinstance(found, Successor)
    assert (found.successor, found.since) == (expected, since)
    assert found.basis


@pytest.mark.parametrize("name", ["省科技厅", "省财政厅", "团省委", "山西证监局", "不是单位"])
def test_bodies_that_go_on_have_none(name: str) -> None:
    assert successor(name, "山西省") is None


def test_a_local_change_is_said_only_of_its_province() -> None:
    assert successor("省中小企业局", "安徽省") is None
