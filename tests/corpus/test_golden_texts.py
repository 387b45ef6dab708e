"""Forty invented texts of every layout: outlines and metadata that their authors wrote down.

The authors had never seen the parser. Layouts: five levels, one line, contents page, page marks,
web page, legal database, notices that forward, annexes, misprinted and skipped numbers, decimals,
tables, GB18030, UTF-16 …; the files' names say which.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.export import describe_document
from corpus.models import Clause, ParsedDocument
from corpus.parse import parse_file
from tests.corpus.gold import folded, gold_outline, parsed_outline

GOLDEN = Path(__file__).parent / "golden"
TEXTS = sorted((GOLDEN / "texts").glob("*.txt"))
LAYOUTS = sorted((GOLDEN / "outlines").glob("*.txt"))
"""Forty more, twenty base texts among them in several layouts, of which only outlines are gold."""
FIELDS = ("title", "number", "issuer", "date", "kind", "status", "effective")
LISTS = ("cites", "implements", "repeals")


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def text(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_every_clause_has_its_level_marker_and_title(text: Path) -> None:
    assert parsed_outline(parse_file(text)) == gold_outline(text.with_suffix(".outline.tsv"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_a_text_has_its_outline_in_every_layout(layout: Path) -> None:
    assert parsed_outline(parse_file(layout)) == gold_outline(layout.with_suffix(".outline.tsv"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_every_passage_of_every_layout_is_headed_by_the_clauses_above(layout: Path) -> None:
    assert_passages_headed(layout)


def test_every_passage_is_headed_by_the_document_and_the_clauses_above(text: Path) -> None:
    assert_passages_headed(text)


def assert_passages_headed(text: Path) -> None:
    """Title and path above every passage are those of the gold outline."""
    parsed = parse_file(text)
    gold = [("", ()), *gold_paths(text.with_suffix(".outline.tsv"))]
    for passage in parsed.passages:
        lines = passage.embedded_text.removesuffix(passage.text).split("\n")
        clause = parsed.clauses[passage.clause]
        own, path = gold[passage.clause]
        if goes_on(parsed, clause, passage.start) and clause.parent is not None:
            path = (*path, own)
        assert lines[0] == parsed.document.title
        assert folded("".join(lines[1:])) == ">".join(path)


def test_the_text_describes_itself(text: Path) -> None:
    described = describe_document(parse_file(text), date(2026, 11, 22))
    gold: dict[str, Any] = json.loads(
        text.with_suffix("").with_suffix(".meta.json").read_text(encoding="utf-8")
    )
    assert {name: shape(described[name]) for name in FIELDS} == {
        name: shape(gold[name]) for name in FIELDS
    }
    assert ends(described) == gold["expires"]
    assert {name: named(described[name]) for name in LISTS} == {
        name: sorted(folded(title) for title in gold[name]) for name in LISTS
    }
    forwarded = [gold["forwards"]] if gold["forwards"] else []
    assert named(described["forwards"]) == [folded(title) for title in forwarded]


def gold_paths(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """For each gold clause its own name and the names above it: titles, markers without one."""
    above: list[str] = []
    rows = []
    for level, marker, title in gold_outline(path):
        del above[level - 1 :]
        own = title or marker
        rows.append((own, tuple(above)))
        above.append(own)
    return rows


def goes_on(parsed: ParsedDocument, clause: Clause, start: int) -> bool:
    """Whether a passage is a further piece of its clause."""
    return bool(parsed.text[clause.start : start].strip())


def shape(value: str | None) -> str:
    return folded(value or "")


def named(references: list[dict[str, Any]]) -> list[str]:
    return sorted(folded(r["title"] or r["number"]) for r in references)


def ends(described: dict[str, Any]) -> str | None:
    """The last day, or the length where no day is known."""
    months = described["period_months"]
    return described["expires"] or (f"{months // 12}年" if months else None)
