"""Facts by exact filter: body under old and new names, role, year, region."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import LedgerError
from assistant.ledger.records import Record, check_kind, find_records, read_filter, renamed
from corpus.manifest import load_corpus
from corpus.models import Corpus
from tests.assistant.policy import NUMBER, TITLE, write_corpus

OLD = """山西省促进融资若干措施
晋政发〔2016〕3号
一、加大信贷投放
（一）增加贷款。到2018年，全省小微企业贷款余额达到800亿元。（山西银监局牵头，省经信委配合）
（二）奖励机构。对年度考核优秀的担保机构，给予50万元奖励。（省财政厅负责）
"""
NEW = """运城市促进融资实施方案
运政发〔2022〕9号
一、扩大规模
（一）增加贷款。到“十四五”末，全市小微企业贷款余额达到120亿元。（市金融办牵头）
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return load_corpus(tmp_path)


@pytest.fixture
def found(corpus: Corpus) -> Callable[..., list[str]]:
    def find(kind: str, **asked: Any) -> list[str]:
        records = find_records(corpus.documents, check_kind(kind), read_filter(**asked))
        return [record.fact.quote for record in records]

    return find


def test_rows_hold_every_field_of_the_facts(tmp_path: Path) -> None:
    records = find_records(load_corpus(write_corpus(tmp_path / "d")).documents, "responsibilities")
    rows = [record.row() for record in records]
    address = f"《{TITLE}》（{NUMBER}）"
    assert [(r["address"], r["lead"], r["join"], r["shared"], r["single"]) for r in rows] == [
        (f"{address}（一）", ["市科技局"], ["市财政局"], [], []),
        (f"{address}（二）", [], [], [], ["市科技局"]),
        (f"{address}（三）", ["市人力资源社会保障局"], [], [], []),
        (f"{address}（四）", [], [], ["市人力资源社会保障局", "市教育局"], []),
    ]
    assert rows[0]["quote"] == "（市科技局牵头，市财政局配合）"


@pytest.mark.parametrize("name", ["山西银监局", "国家金融监督管理总局山西监管局"])
def test_a_body_is_found_under_its_former_and_its_present_name(
    found: Callable[..., list[str]], name: str
) -> None:
    assert found("responsibilities", body=name) == ["（山西银监局牵头，省经信委配合）"]


@pytest.mark.parametrize(("role", "count"), [("牵头", 0), ("配合", 1), ("join", 1), (None, 1)])
def test_a_role_narrows_what_a_body_has(
    found: Callable[..., list[str]], role: str | None, count: int
) -> None:
    assert len(found("responsibilities", body="省工业和信息化厅", role=role)) == count


def test_targets_and_measures_of_a_body_stand_in_the_clauses_that_it_answers_for(
    found: Callable[..., list[str]],
) -> None:
    assert found("targets", body="省经信委") == ["全省小微企业贷款余额达到800亿元"]
    assert found("measures", body="省财政厅") == ["对年度考核优秀的担保机构，给予50万元奖励"]
    assert found("measures", body="省经信委") == []


def test_the_year_of_a_target_is_its_deadline_s(found: Callable[..., list[str]]) -> None:
    assert found("targets", year=2018) == ["全省小微企业贷款余额达到800亿元"]
    assert found("targets", year=2025) == ["全市小微企业贷款余额达到120亿元"]
    assert found("targets", year=2016) == []


def test_the_year_of_another_fact_is_its_document_s(found: Callable[..., list[str]]) -> None:
    assert found("responsibilities", year=2022) == ["（市金融办牵头）"]


def test_a_region_is_one_and_not_those_within_it(found: Callable[..., list[str]]) -> None:
    assert found("targets", region="运城") == ["全市小微企业贷款余额达到120亿元"]
    assert found("targets", region="山西省") == ["全省小微企业贷款余额达到800亿元"]


def test_the_successor_is_named_beside_the_printed_name(corpus: Corpus) -> None:
    records = find_records(corpus.documents, "responsibilities", read_filter(role="配合"))
    assert [record.fact.join for record in records if isinstance(record, Record)] == [("省经信委",)]
    told = renamed(records[0])
    assert [t.partition("（")[0] for t in told] == [
        "山西银监局：现为国家金融监督管理总局山西监管局",
        "省经信委：现为省工业和信息化厅",
    ]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"role": "观众"}, "没有“观众”这种角色，可选：牵头、配合、分工、负责。"),
        (
            {"region": "火星"},
            "不认识地区“火星”，请写省、市、县的名称，例如“山西省”“运城市”。",
        ),
        ({"year": 25}, "年份“25”不对，请写四位数的年份，例如 2025。"),
        ({"body": " "}, "部门名称是空的，请写部门名称，例如“省科技厅”。"),
    ],
)
def test_a_filter_that_means_nothing_is_told(asked: dict[str, Any], message: str) -> None:
    with pytest.raises(LedgerError) as caught:
        read_filter(**asked)
    assert str(caught.value) == message


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(LedgerError) as caught:
        check_kind("wishes")
    assert str(caught.value) == (
        "没有“wishes”这种台账，可选：responsibilities、targets、measures。"
    )
