"""The descriptions of eval/data/eligibility, written blind, over the corpus of five documents."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.eligibility.check import check
from assistant.eligibility.describe import merged
from assistant.understanding.normalise import fold
from corpus.manifest import load_corpus
from corpus.models import ParsedDocument

ROOT = Path(__file__).parents[3]
DAY = date(2026, 5, 1)


@cache
def _documents() -> tuple[ParsedDocument, ...]:
    return tuple(load_corpus(ROOT / "corpus" / "documents").documents)


def _cases() -> list[dict[str, Any]]:
    lines = (ROOT / "eval/data/eligibility.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["id"])
def test_every_expected_verdict_is_given_and_nothing_wrong_is_met(case: dict[str, Any]) -> None:
    checklist = check(_documents(), merged([case["text"]], None, DAY), DAY)
    given = {
        (item.measure.document_id, fold(item.measure.quote)): item.verdict.value
        for item in checklist.items
    }

    def verdicts(document: str, quote: str) -> set[str]:
        words = fold(quote)
        return {v for (d, q), v in given.items() if d == document and (words in q or q in words)}

    for expected in case["expected"]:
        allowed = {expected["verdict"], *expected.get("also_ok", ())}
        assert verdicts(expected["doc"], expected["quote"]) & allowed, expected
    for never in case["not_offered"]:
        assert "met" not in verdicts(never["doc"], never["quote"]), never
