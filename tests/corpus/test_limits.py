"""Large and odd inputs take seconds and end in a document or in an error that says why."""

from __future__ import annotations

import time

import pytest

from corpus.errors import ReadError
from corpus.models import Document
from corpus.parse import parse_document
from tests.corpus.conftest import DOCUMENTS

SIZE = 150_000
"""Characters: large enough to show quadratic time, small enough for every run of the suite."""
DOCUMENT = Document(id="x", file="x.txt", title="某意见")


def _filled(unit: str) -> str:
    return (unit * (SIZE // len(unit) + 1))[:SIZE]


@pytest.mark.parametrize(
    "unit",
    [
        "推动产业发展，支持企业创新，",
        "一、总体要求 坚持创新。（一）目标 到2025年翻番。",
        "一是我；二是你；",
        "我　　",
        "我" + " " * 1000,
        "我\n",
        "一、总体要求.....1\n",
        "——坚持创新。\n",
        "（省科技厅",
        "《某意见",
        "3.",
        "我—",
    ],
    ids=range(12),
)
def test_time_grows_with_length_not_with_its_square(unit: str) -> None:
    started = time.perf_counter()
    parsed = parse_document(DOCUMENT, "某意见\n" + _filled(unit))
    assert time.perf_counter() - started < 10
    assert parsed.passages


def test_a_document_on_one_line_is_read_in_linear_time() -> None:
    raw = (DOCUMENTS / "003.txt").read_text(encoding="utf-8").replace("\n", " ")
    started = time.perf_counter()
    parsed = parse_document(DOCUMENT, _filled(raw))
    assert time.perf_counter() - started < 10
    assert {c.number for c in parsed.clauses if c.kind == "paren_han"} >= set(range(1, 41))


@pytest.mark.parametrize("unit", ["（", ".", "1.", "12\n", "—\n", "　"])
def test_signs_without_words_are_no_policy_text(unit: str) -> None:
    with pytest.raises(ReadError, match="没有正文"):
        parse_document(DOCUMENT, _filled(unit))
