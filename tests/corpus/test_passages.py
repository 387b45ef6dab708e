"""Passages: a clause's own text, each character once."""

from __future__ import annotations

import hashlib

from corpus.clean import clean
from corpus.models import Corpus, Document, Passage
from corpus.outline.clauses import outline
from corpus.passages import LIMIT, cut_passages

OPINION = Document(id="a", file="a.txt", title="某意见")


def _passages(raw: str) -> tuple[Passage, ...]:
    text = clean(raw).text
    return cut_passages(OPINION, text, outline(OPINION, text)[0])


def test_a_passage_has_title_path_text_id_and_digest() -> None:
    embedded = "某意见\n任务 > 平台\n一是建设平台。支持企业。"
    assert _passages("某意见\n一、任务\n（一）平台\n一是建设平台。支持企业。\n二是运营平台。")[
        1
    ] == Passage(
        id="a/3",
        document_id="a",
        clause=3,
        address="《某意见》一（一）一是",
        text="一是建设平台。支持企业。",
        embedded_text=embedded,
        start=15,
        end=27,
        digest=hashlib.sha256(embedded.encode()).hexdigest(),
    )


def test_a_heading_above_clauses_has_no_passage_and_one_above_nothing_has() -> None:
    texts = [p.text for p in _passages("某意见\n一、任务\n（一）平台\n建设。\n二、流程")]
    assert texts == ["某意见", "（一）平台\n建设。", "二、流程"]


def test_a_long_clause_is_cut_at_sentence_ends_with_its_title_in_the_path() -> None:
    sentence = "支持各类创新主体建设研发机构并按规定给予相应的资金奖励和用地保障。"
    raw = f"某意见\n一、任务\n（一）平台\n{sentence * 30}"
    pieces = [p for p in _passages(raw) if p.clause == 2]
    assert [p.id for p in pieces] == ["a/2", "a/2/2", "a/2/3"]
    assert "".join(p.text for p in pieces) == f"（一）平台\n{sentence * 30}"
    assert all(p.text.endswith("。") and len(p.text) <= LIMIT + 80 for p in pieces)
    assert [p.embedded_text.split("\n")[1] for p in pieces] == [
        "任务",
        "任务 > 平台",
        "任务 > 平台",
    ]


def test_a_sentence_without_end_is_cut_all_the_same() -> None:
    pieces = _passages("某意见\n一、任务\n" + "推动各类要素集聚" * 400)
    assert max(len(p.text) for p in pieces) <= LIMIT + 80


def test_every_character_of_own_text_stands_in_exactly_one_passage(
    five_documents: Corpus,
) -> None:
    for parsed in five_documents.documents:
        covered = [0] * len(parsed.text)
        for passage in parsed.passages:
            clause = parsed.clauses[passage.clause]
            assert clause.start <= passage.start < passage.end <= clause.own_end
            assert passage.text == parsed.text[passage.start : passage.end]
            for index in range(passage.start, passage.end):
                covered[index] += 1
        for clause in parsed.clauses:
            body = range(clause.body, clause.own_end)
            assert all(covered[i] == 1 for i in body if not parsed.text[i].isspace())
        assert max(covered) == 1


def test_ids_are_unique_and_no_passage_is_much_too_long(five_documents: Corpus) -> None:
    passages = [p for parsed in five_documents.documents for p in parsed.passages]
    assert len({p.id for p in passages}) == len(passages)
    assert max(len(p.text) for p in passages) <= LIMIT + 80
