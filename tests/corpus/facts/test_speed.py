"""Facts are read in linear time, whatever the text."""

from __future__ import annotations

import time

import pytest

from corpus.facts import extract_facts
from tests.corpus.facts.texts import parsed, real

_LIMIT = 5.0
"""Seconds; a quadratic reading of these texts takes minutes."""


@pytest.mark.parametrize(
    "unit",
    ["负责", "牵头", "1", "1个", "对企业", "，", "（", "支持企业", "到2025年，", "责任单位："],
)
def test_repetition_without_punctuation_stays_cheap(unit: str) -> None:
    document = parsed("一、总体要求\n" + unit * (40_000 // len(unit)) + "\n")
    started = time.perf_counter()
    extract_facts(document.document, document.text, document.clauses)
    assert time.perf_counter() - started < _LIMIT


def test_the_five_documents_take_no_second_together() -> None:
    documents = [real(i) for i in ("000", "001", "002", "003", "004")]
    started = time.perf_counter()
    for document in documents:
        extract_facts(document.document, document.text, document.clauses)
    assert time.perf_counter() - started < 1.0
