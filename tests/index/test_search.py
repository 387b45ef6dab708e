from __future__ import annotations

import threading

import pytest

from corpus.models import Corpus
from index.assemble import assemble
from index.build import silent
from index.search import Index
from tests.index.doubles import TALENT, VOUCHER, CharacterEncoder, corpus


def index_of(documents: Corpus, encoder: CharacterEncoder | None = None) -> Index:
    encoder = encoder or CharacterEncoder()
    parts = assemble(documents, encoder, silent)
    return Index(documents, encoder, parts.units, parts.dense, parts.lexical)


@pytest.fixture
def index() -> Index:
    return index_of(corpus(v=VOUCHER, t=TALENT))


def test_the_passage_that_answers_comes_first(index: Index) -> None:
    result = index.search("博士每月的住房补贴有多少？")
    assert result.query == "博士每月的住房补贴有多少？"
    assert result.hits[0].passage.id == "t/1"
    assert result.hits[0].score == max(hit.score for hit in result.hits) <= 1
    assert result.hits[0].lexical > 0
    assert set(result.timings_ms) == {"encode", "search"}


def test_hits_carry_the_cosine_of_every_sentence(index: Index) -> None:
    hit = next(h for h in index.search("不得用于购置设备。").hits if h.passage.id == "v/2")
    text = index.corpus.by_id["v"].text
    assert [text[s.start : s.end] for s in hit.sentences] == [
        "二、使用范围\n创新券用于购买检测服务。",
        "不得用于购置设备。",
    ]
    assert hit.sentences[1].score == pytest.approx(1, abs=1e-6)
    assert hit.dense == max(s.score for s in hit.sentences)


def test_a_search_can_be_kept_to_some_documents(index: Index) -> None:
    result = index.search("创新券", documents=frozenset({"t"}))
    assert {hit.passage.document_id for hit in result.hits} == {"t"}
    assert index.search("创新券", documents=frozenset()).hits == ()


def test_no_more_than_k_hits_come_back(index: Index) -> None:
    assert len(index.search("创新券", 2).hits) == 2
    assert len(index.search("创新券", 100).hits) == 6


def test_the_lexical_side_can_be_asked_in_other_words(index: Index) -> None:
    plain = {h.passage.id: h.lexical for h in index.search("娃娃").hits}
    worded = {h.passage.id: h.lexical for h in index.search("娃娃", lexical_query="子女入学").hits}
    assert plain["t/2"] == 0
    assert worded["t/2"] == max(worded.values()) > 0


def test_only_one_text_is_encoded_for_a_search() -> None:
    encoder = CharacterEncoder()
    index = index_of(corpus(v=VOUCHER), encoder)
    encoder.asked.clear()
    index.search("券", lexical_query="券 额度", dense_query="创新券的额度")
    assert encoder.asked == ["创新券的额度"]


def test_hits_under_the_threshold_are_kept_apart(index: Index) -> None:
    result = index.search("创新券用于购买什么服务", threshold=0.9)
    everything = index.search("创新券用于购买什么服务")
    assert result.hits + result.rejected == everything.hits
    assert all(hit.score >= 0.9 for hit in result.hits)
    assert all(hit.score < 0.9 for hit in result.rejected)
    assert result.hits and result.rejected


def test_word_statistics_count_passages(index: Index) -> None:
    assert index.frequency("补贴") == 1
    assert index.frequency("创新") == 3
    assert index.idf("补贴") > index.idf("创新")


def test_a_question_of_punctuation_alone_finds_by_meaning_only(index: Index) -> None:
    assert all(hit.lexical == 0 for hit in index.search("？？").hits)


def test_an_empty_corpus_finds_nothing() -> None:
    assert index_of(Corpus(())).search("创新券").hits == ()


def test_several_threads_can_search_at_once(index: Index) -> None:
    questions = ["创新券用于什么", "博士住房补贴", "子女入学", "小微企业"] * 5
    expected = [index.search(q).hits for q in questions]
    found: list[object] = [None] * len(questions)

    def ask(number: int) -> None:
        found[number] = index.search(questions[number]).hits

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(len(questions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected
