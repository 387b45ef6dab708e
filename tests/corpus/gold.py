"""Outlines and facts that people wrote from the texts alone, and how the parser's compare.

golden/NAME.outline.tsv: level, marker, title a line. golden/NAME.facts.jsonl: a fact a line, its
clause named by the markers from the top.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.models import Clause, Measure, ParsedDocument, Responsibility, Target

GOLDEN = Path(__file__).parent / "golden"
Gold = dict[str, Any]
Same = Callable[[Any, Gold], bool]


@dataclass(frozen=True, slots=True)
class Matched:
    """Facts found, gold facts, and those of each without a partner."""

    found: int
    gold: int
    surplus: tuple[Any, ...]
    missing: tuple[Gold, ...]

    @property
    def precision(self) -> float:
        return 1 - len(self.surplus) / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return 1 - len(self.missing) / self.gold if self.gold else 1.0


def gold_outline(path: Path) -> list[tuple[int, str, str]]:
    """Level, marker, title of every clause, spaces and full-width dots folded."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            level, marker, title = [*line.split("\t"), "", ""][:3]
            rows.append((int(level), folded(marker), folded(title)))
    return rows


def parsed_outline(parsed: ParsedDocument) -> list[tuple[int, str, str]]:
    """The same of the parser."""
    return [(c.level, folded(c.marker), folded(c.title or "")) for c in parsed.clauses[1:]]


def gold_facts(path: Path, fact: str) -> list[Gold]:
    """The gold facts of a kind: responsibility, target or measure."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [row for row in rows if row["fact"] == fact]


def match(
    parsed: ParsedDocument, facts: Sequence[Any], gold: Sequence[Gold], same: Same
) -> Matched:
    """Pair facts with gold facts of the same clause that `same` accepts, each once, the likest first.

    A gold fact that its author called borderline may be found or not.
    """
    pairs = sorted(
        (
            (-_overlap(fact.quote, row["quote"]), f, g)
            for f, fact in enumerate(facts)
            for g, row in enumerate(gold)
            if clause_path(parsed, fact.clause) == folded(row["clause"]) and same(fact, row)
        ),
    )
    borderline = [g for g, row in enumerate(gold) if row.get("borderline")]
    used: set[int] = set()
    taken: set[int] = set()
    for _, f, g in pairs:
        if f not in used and g not in taken:
            used.add(f)
            taken.add(g)
    free = {f for _, f, g in pairs if g in borderline}
    return Matched(
        len(facts),
        len(gold) - len(borderline),
        tuple(fact for f, fact in enumerate(facts) if f not in used | free),
        tuple(row for g, row in enumerate(gold) if g not in taken and g not in borderline),
    )


def same_responsibility(fact: Responsibility, row: Gold) -> bool:
    """Every role with the same bodies as printed."""
    roles = ("lead", "join", "shared", "single")
    return all([*getattr(fact, role)] == row[role] for role in roles)


def same_target(fact: Target, row: Gold) -> bool:
    """The same figure of the same sentence: value, unit, target or progress."""
    value = folded(fact.value + (fact.unit or ""))
    return (
        value == folded(str(row["value"] or "") + (row["unit"] or ""))
        and fact.kind == row["kind"]
        and _overlap(fact.quote, row["quote"]) >= 0.5
    )


def same_measure(fact: Measure, row: Gold) -> bool:
    """The same words, with the same amount where one is stated."""
    amounts = [
        set(re.findall(r"\d+(?:\.\d+)?", folded(a or ""))) for a in (fact.amount, row["amount"])
    ]
    return _overlap(fact.quote, row["quote"]) >= 0.5 and amounts[0] == amounts[1]


def clause_path(parsed: ParsedDocument, ordinal: int) -> str:
    """Markers from the top, —— with its position: 二、>（四）>——2."""
    markers: list[str] = []
    clause: Clause | None = parsed.clauses[ordinal]
    while clause is not None and clause.parent is not None:
        parent = parsed.clauses[clause.parent]
        own = clause.marker
        if clause.kind == "dash":
            like = [i for i in parent.children if parsed.clauses[i].kind == "dash"]
            own = f"——{like.index(clause.ordinal) + 1}"
        markers.append(own)
        clause = parent
    return folded(">".join(reversed(markers)))


def folded(words: str) -> str:
    """Without spaces, with one shape for each mark."""
    table = str.maketrans("（）：，；“”％－–—", '():,;""%---')
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words.translate(table)))


def _overlap(one: str, other: str) -> float:
    """Shared share of the shorter quote, by its longest common run of character pairs."""
    a, b = folded(one), folded(other)
    if a in b or b in a:
        return 1.0
    short, long = sorted((a, b), key=len)
    pairs = {long[i : i + 2] for i in range(len(long) - 1)}
    own = [short[i : i + 2] for i in range(len(short) - 1)]
    return sum(pair in pairs for pair in own) / max(1, len(own))
