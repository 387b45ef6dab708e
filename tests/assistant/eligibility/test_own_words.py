"""Measures of the corpus and what askers say in words of their own: sorts, regions, deeds, denials."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from assistant.eligibility.check import check
from assistant.eligibility.describe import merged
from assistant.understanding.normalise import fold
from corpus.manifest import load_corpus
from corpus.models import ParsedDocument
from tests.assistant.eligibility.policies import DAY

HERE = Path(__file__).parent
VERDICTS = {
    "+": {"met"},
    "x": {"unmet"},
    "o": {"not_applicable"},
    "?": {"unknown"},
    "g": {"guidance"},
}
NOT_MET = {"unmet", "not_applicable", "unknown", "guidance"}


@cache
def _documents() -> dict[str, ParsedDocument]:
    corpus = load_corpus(HERE.parents[2] / "corpus" / "documents")
    return {parsed.document.id: parsed for parsed in corpus.documents}


def _measures() -> list[tuple[str, str, list[tuple[str, str]]]]:
    found: list[tuple[str, str, list[tuple[str, str]]]] = []
    for line in (HERE / "own_words.txt").read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "=":
            document, _, quote = text.partition(" ")
            found.append((document, quote, []))
        elif mark in (*VERDICTS, "-"):
            found[-1][2].append((mark, text))
    return found


def _askers() -> list[tuple[str, str]]:
    lines = (HERE / "askers.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return [(text, kinds) for kinds, _, text in pairs]


def _verdict(document: str, quote: str, said: str) -> str:
    checklist = check((_documents()[document],), merged([said], None, DAY), DAY)
    words = fold(quote)
    (item,) = [i for i in checklist.items if words in fold(i.measure.quote)]
    return item.verdict.value


@pytest.mark.parametrize(
    ("document", "quote", "askers"), [pytest.param(*m, id=m[1][:12]) for m in _measures()]
)
def test_every_asker_gets_the_verdict_that_his_words_bear(
    document: str, quote: str, askers: list[tuple[str, str]]
) -> None:
    found = {said: _verdict(document, quote, said) for _, said in askers}
    wrong = {
        said: found[said] for mark, said in askers if found[said] not in VERDICTS.get(mark, NOT_MET)
    }
    assert wrong == {}


@pytest.mark.parametrize(("said", "kinds"), _askers())
def test_the_sort_of_body_that_asks_is_known(said: str, kinds: str) -> None:
    assert "+".join(sorted(merged([said], None, DAY).kinds)) == kinds
