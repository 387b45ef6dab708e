"""Facts of the five documents against gold that people wrote from the texts alone.

Gold lines that their authors called borderline may be found or not; everything else counts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.models import Corpus
from tests.corpus.gold import (
    Matched,
    Same,
    gold_facts,
    match,
    same_measure,
    same_responsibility,
    same_target,
)

GOLDEN = Path(__file__).parent / "golden"
IDS = ("000", "001", "002", "003", "004")
WANTED = 0.95


def compared(corpus: Corpus, fact: str, same: Same) -> dict[str, Matched]:
    kinds = {"responsibility": "responsibilities", "target": "targets", "measure": "measures"}
    found = {}
    for document_id in IDS:
        parsed = corpus.by_id[document_id]
        facts: tuple[Any, ...] = getattr(parsed.facts, kinds[fact])
        gold = gold_facts(GOLDEN / f"{document_id}.facts.jsonl", fact)
        found[document_id] = match(parsed, facts, gold, same)
    return found


@pytest.mark.parametrize("document_id", IDS)
def test_responsibilities_are_exact(five_documents: Corpus, document_id: str) -> None:
    matched = compared(five_documents, "responsibility", same_responsibility)[document_id]
    assert [fact.quote for fact in matched.surplus] == []
    assert [row["quote"] for row in matched.missing] == []


def test_every_article_of_the_opinion_that_names_bodies_has_its_responsibility(
    five_documents: Corpus,
) -> None:
    parsed = five_documents.by_id["003"]
    numbers = [parsed.clauses[fact.clause].number for fact in parsed.facts.responsibilities]
    assert numbers == list(range(4, 41))


@pytest.mark.parametrize(("fact", "same"), [("target", same_target), ("measure", same_measure)])
def test_targets_and_measures_are_found_and_nothing_else(
    five_documents: Corpus, fact: str, same: Same
) -> None:
    matched = compared(five_documents, fact, same).values()
    found, gold = sum(m.found for m in matched), sum(m.gold for m in matched)
    surplus = sum(len(m.surplus) for m in matched)
    missing = sum(len(m.missing) for m in matched)
    assert 1 - surplus / found >= WANTED
    assert 1 - missing / gold >= WANTED


@pytest.mark.parametrize("document_id", IDS)
def test_every_fact_quotes_its_clause_word_for_word(
    five_documents: Corpus, document_id: str
) -> None:
    parsed = five_documents.by_id[document_id]
    facts = parsed.facts
    for fact in (*facts.responsibilities, *facts.targets, *facts.measures):
        clause = parsed.clauses[fact.clause]
        assert clause.start <= fact.start < fact.end <= clause.end
        assert parsed.text[fact.start : fact.end] == fact.quote
        assert fact.address == clause.address
