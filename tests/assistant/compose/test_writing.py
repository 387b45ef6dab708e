"""Statements in the clause's own words, under its address."""

from __future__ import annotations

import pytest

from assistant.compose.writing import Writer
from assistant.evidence import Evidence, ScoredSentence
from assistant.library import ClauseKey, Library
from assistant.models import Statement, Support
from tests.assistant.engine import MEASURES_NAME, key_of

FIRST = "对首次通过高新技术企业认定的企业，给予20万元一次性奖励；"
SECOND = "对连续三次通过认定的企业，给予30万元一次性奖励。"


@pytest.fixture
def writer(library: Library) -> Writer:
    return Writer(library)


def evidence(library: Library, key: ClauseKey) -> Evidence:
    sentences = tuple(ScoredSentence(s, e, 0.5, 0.5, 0.9) for s, e in library.sentences(key))
    return Evidence(key, 1.0, 0.9, 0.5, sentences)


def test_a_span_is_framed_by_address_and_title(library: Library, writer: Writer) -> None:
    key = key_of(library, "measures", FIRST)
    start = library.parsed("measures").text.index(FIRST)
    assert writer.framed(evidence(library, key), start, start + len(FIRST)) == Statement(
        f"根据{MEASURES_NAME}（二）“奖励首次认定”，{FIRST}",
        (Support("measures", key[1], start, start + len(FIRST)),),
    )


def test_a_title_that_the_span_says_is_not_said_twice(library: Library, writer: Writer) -> None:
    key = key_of(library, "measures", FIRST)
    clause = library.clause(key)
    framed = writer.framed(evidence(library, key), clause.start, clause.own_end)
    assert framed.text.count("奖励首次认定") == 1


def test_neighbours_become_one_statement_in_the_clauses_order(
    library: Library, writer: Writer
) -> None:
    key = key_of(library, "measures", FIRST)
    given = evidence(library, key)
    chosen = [s for s in reversed(given.sentences) if "奖励" in writer.sentence_text(given, s)]
    (joined,) = writer.verbatim(given, chosen)
    assert joined.text == f"{FIRST}{SECOND}"
    assert joined.supports[0].end - joined.supports[0].start == len(joined.text)


def test_sentences_that_lie_apart_stay_apart(library: Library, writer: Writer) -> None:
    key = key_of(library, "measures", "按照研发费用的15%")
    given = evidence(library, key)
    assert len(given.sentences) == 3
    apart = writer.verbatim(given, [given.sentences[0], given.sentences[2]])
    assert [statement.text for statement in apart] == [
        "按照研发费用的15%给予补贴，单个企业最高不超过200万元。",
        "（省工业和信息化厅牵头）",
    ]
