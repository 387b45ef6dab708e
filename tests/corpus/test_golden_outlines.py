"""The outlines of the five real documents, checked by hand against their text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from corpus.models import Corpus
from tests.corpus.gold import gold_outline, parsed_outline
from tests.corpus.outlines import addresses

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("document_id", ["000", "001", "002", "003", "004"])
def test_every_clause_stands_where_a_reader_would_put_it(
    five_documents: Corpus, document_id: str
) -> None:
    parsed = five_documents.by_id[document_id]
    golden = (GOLDEN / f"{document_id}.txt").read_text(encoding="utf-8").splitlines()
    assert addresses(parsed.document, parsed.clauses) == golden


def test_the_forty_articles_run_on_and_are_cited_by_their_number_alone(
    five_documents: Corpus,
) -> None:
    parsed = five_documents.by_id["003"]
    articles = [c for c in parsed.clauses if c.kind == "paren_han"]
    assert [c.number for c in articles] == list(range(1, 41))
    voucher = articles[20]
    assert voucher.address == (
        "《关于强化实施创新驱动发展战略进一步推进大众创业万众创新深入发展的实施意见》"
        "（晋发〔2017〕51号）（二十一）"
    )
    assert voucher.path == ("拓宽融资渠道，强化“双创”金融支持",)
    assert parsed.text[voucher.start : voucher.body] == "（二十一）实施科技创新券政策。"
    assert parsed.text[voucher.body : voucher.end].startswith("完善创新券管理制度和运行机制。")
    assert parsed.text[voucher.body : voucher.end].endswith("（省科技厅、财政厅按职责分工负责）")


def test_spans_nest_and_own_text_ends_where_the_first_child_starts(five_documents: Corpus) -> None:
    for parsed in five_documents.documents:
        for clause in parsed.clauses:
            children = [parsed.clauses[i] for i in clause.children]
            assert clause.start <= clause.body <= clause.own_end <= clause.end
            assert clause.own_end == (children[0].start if children else clause.end)
            for child in children:
                assert child.parent == clause.ordinal
                assert clause.start <= child.start < child.end <= clause.end
            for left, right in pairwise(children):
                assert left.end <= right.start


def test_inline_items_are_clauses_of_their_paragraph(five_documents: Corpus) -> None:
    parsed = five_documents.by_id["001"]
    clause = next(c for c in parsed.clauses if c.title == "深入完善科技创新机制政策")
    own = parsed.text[clause.body : clause.own_end]
    assert own == "我们把今年作为“创新生态建设落实年”，"
    third = parsed.clauses[clause.children[2]]
    assert parsed.clause_text(third) == (
        "三是多部门抽调专人成立创新生态政策研究小组为省委省政府提供决策参考；"
    )


def test_a_second_marker_in_one_line_opens_its_clause(five_documents: Corpus) -> None:
    parsed = five_documents.by_id["002"]
    last = parsed.clauses[-1]
    assert (last.marker, last.title) == ("二是", "建立创新生态信息化体系")
    assert parsed.clauses[-2].title == "建立创新生态标准化体系"
    assert parsed.clause_text(parsed.clauses[-2]).endswith("形成一批自主知识产权。")


def test_sentences_that_sound_like_headings_stay_text(five_documents: Corpus) -> None:
    parsed = five_documents.by_id["000"]
    goals = next(c for c in parsed.clauses if c.title == "主要目标")
    body = parsed.text[goals.body : goals.own_end].split("\n")
    assert [line[:7] for line in body if line] == [
        "一年架梁立柱。",
        "三年点上突破。",
        "五年基本成型。",
    ]
    assert goals.children == ()


@pytest.mark.parametrize("document_id", ["000", "001", "002", "003", "004"])
def test_the_outline_is_the_one_that_a_reader_wrote_who_had_not_seen_the_parser(
    five_documents: Corpus, document_id: str
) -> None:
    written = gold_outline(GOLDEN / f"{document_id}.outline.tsv")
    assert parsed_outline(five_documents.by_id[document_id]) == written
