"""The numbers behind the charts, and the files that are drawn from them."""

from __future__ import annotations

import io
import json
import struct
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from assistant.errors import LedgerError
from assistant.ledger import charts
from assistant.ledger.charts import draw
from assistant.ledger.records import Record, find_records
from assistant.ledger.series import Count, Point, Series, count_bodies, indicator_series
from corpus.manifest import load_corpus
from corpus.models import Corpus

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PROVINCE = """山西省数据产业规划
晋政发〔2021〕5号
一、发展成效
2020年，全省数据企业达到120家。
二、目标
到2025年，全省数据企业达到300家，数据交易额累计达到50亿元，年数据交易额达到15亿元，新增数据企业180家。
三、分工
（一）建平台。建设平台。（省工信厅牵头，省数据局、省财政厅配合）
（二）育企业。培育企业。（省工业和信息化厅负责）
（三）强保障。各项任务由各有关部门按职责分工负责。
"""
CITY = """运城市数据产业规划
运政发〔2022〕6号
一、目标
到2025年，全市数据企业达到40家。
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    (tmp_path / "p.txt").write_text(PROVINCE, encoding="utf-8")
    (tmp_path / "c.txt").write_text(CITY, encoding="utf-8")
    return load_corpus(tmp_path)


def duties(corpus: Corpus) -> list[Record]:
    return find_records(corpus.documents, "responsibilities")


def targets(corpus: Corpus) -> list[Record]:
    return find_records(corpus.documents, "targets")


def test_a_body_is_counted_once_under_all_its_spellings(corpus: Corpus) -> None:
    assert count_bodies(duties(corpus)) == [
        Count("省工信厅", (1, 0, 0, 1)),
        Count("省数据局", (0, 1, 0, 0)),
        Count("省财政厅", (0, 1, 0, 0)),
    ]


def test_an_indicator_stands_beside_that_of_another_region_and_never_mixed_with_it(
    corpus: Corpus,
) -> None:
    assert indicator_series(targets(corpus))[0] == [
        Series("数据企业", "家", "运城市（文件c）", (Point(2025, 40, "target"),)),
        Series(
            "数据企业",
            "家",
            "山西省（文件p）",
            (Point(2020, 120, "progress"), Point(2025, 300, "target")),
        ),
    ]


def test_what_is_added_each_year_or_altogether_has_a_chart_of_its_own(corpus: Corpus) -> None:
    names = [group[0].indicator for group in indicator_series(targets(corpus))]
    assert sorted(names) == ["数据交易额，每年", "数据交易额，累计", "数据企业", "新增数据企业"]


def test_an_svg_holds_its_text_and_says_who_made_it(corpus: Corpus) -> None:
    root = ElementTree.fromstring(draw(duties(corpus), "responsibilities", "svg"))
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"省工信厅", "省数据局", "省财政厅", "牵头", "配合", "负责"} <= set(texts)
    assert "由政问程序从条款原文自动提取生成（人工智能生成合成内容），以文件原文为准" in texts
    assert "人工智能生成合成内容" in texts
    keywords = ["".join(node.itertext()) for node in root.iter(f"{{{RDF}}}li")]
    assert keywords[0] == "AIGC"
    assert json.loads(keywords[1])["Label"] == "1"


def test_the_same_facts_give_the_same_file(corpus: Corpus) -> None:
    assert draw(targets(corpus), "targets", "svg") == draw(targets(corpus), "targets", "svg")


def test_a_png_is_drawn_where_a_chinese_font_is_installed(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        made = draw(targets(corpus), "targets", "png")
    except LedgerError as error:
        assert "没有中文字体" in str(error)
    else:
        assert made.startswith(b"\x89PNG")
        assert struct.unpack(">I", made[16:20])[0] > 800
        with Image.open(io.BytesIO(made)) as image:
            assert json.loads(image.info["AIGC"])["Label"] == "1"
    monkeypatch.setattr(charts, "FONTS", ("没有这种字体",))
    with pytest.raises(LedgerError, match="没有中文字体，画不出 PNG；请改用 svg"):
        draw(duties(corpus), "responsibilities", "png")


def test_what_was_drawn_is_not_drawn_again(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    made = draw(targets(corpus), "targets", "svg")
    monkeypatch.delattr("matplotlib.figure.Figure.savefig")
    assert draw(targets(corpus), "targets", "svg") == made


def test_a_dollar_in_a_document_is_no_formula(corpus: Corpus) -> None:
    first = duties(corpus)[0]
    odd = replace(first, fact=replace(first.fact, lead=(r"$\frac$局",)))
    assert r"$\frac$局" in draw([odd], "responsibilities", "svg").decode()


def test_nothing_to_draw_is_said() -> None:
    for kind in ("responsibilities", "targets"):
        with pytest.raises(LedgerError, match="请放宽筛选条件"):
            draw([], kind, "svg")
    with pytest.raises(LedgerError, match="支持措施没有图表"):
        draw([], "measures", "svg")
