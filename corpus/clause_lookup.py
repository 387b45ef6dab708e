"""Which clause of a document a number path means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clause_numbers import NumberPath, Step
from corpus.models import Clause, ParsedDocument

_KINDS = {
    "条": ("tiao",),
    "章": ("zhang",),
    "节": ("jie",),
    "编": ("bian",),
    "部分": ("bian",),
    "paren": ("paren_han", "paren_arabic"),
    "han": ("han",),
    "arabic": ("arabic", "paren_arabic", "circled"),
    "shi": ("shi",),
    "dash": ("dash",),
    "附件": ("annex",),
    "项": ("paren_han", "paren_arabic", "arabic", "shi"),
    "目": ("arabic", "paren_arabic"),
}
_TOPMOST = {"章", "部分", "编", "条"}
"""Units that people use for the top numbering of a document that has no such unit."""
_NUMBERED_TOP = ("bian", "zhang", "han", "arabic", "paren_han")


@dataclass(frozen=True, slots=True)
class Found:
    """A clause, narrowed to one of its paragraphs where 第N款 was asked for."""

    clause: Clause
    start: int
    end: int


def running_numbers(parsed: ParsedDocument) -> dict[tuple[int, str], Clause]:
    """Articles by number and 之一: 第N条, or the family that counts on through the whole document."""
    articles = [c for c in parsed.clauses if c.kind == "tiao"]
    if not articles:
        articles = [c for c in parsed.clauses if _runs_on(parsed, c)]
    return {
        (c.number, c.marker.partition("条")[2]): c
        for c in reversed(articles)
        if c.number is not None
    }


def has_unit(parsed: ParsedDocument, step: Step) -> bool:
    """Whether the document counts in this unit at all."""
    if step.unit == "条":
        return bool(running_numbers(parsed))
    if step.unit in _TOPMOST:
        return any(c.level == 1 and c.kind in _NUMBERED_TOP for c in parsed.clauses)
    return any(c.kind in _KINDS.get(step.unit, ()) for c in parsed.clauses)


def look_up(parsed: ParsedDocument, path: NumberPath, named: bool) -> tuple[Found, ...]:
    """Clauses that the path names, best first; empty if there is none.

    named: the document was named beside the number; then looser readings are tried too.
    """
    current = _first(parsed, path.steps[0], named)
    for index, step in enumerate(path.steps[1:], 1):
        if step.unit == "款":
            narrowed = [n for c in current for n in _paragraph(parsed, c, step.number)]
            if index == len(path.steps) - 1:
                return tuple(narrowed)
            current = [n.clause for n in narrowed]
            continue
        current = [child for c in current for child in _below(parsed, c, step)]
    return tuple(Found(c, c.start, c.end) for c in current)


def _first(parsed: ParsedDocument, step: Step, named: bool) -> list[Clause]:
    clauses = parsed.clauses
    if step.unit == "条":
        running = running_numbers(parsed)
        if running:
            key = (step.number, step.printed)
            return [running[key]] if key in running else []
        return _top(parsed, step.number) if named else []
    if step.unit == "decimal":
        return [c for c in clauses if c.marker.replace("．", ".") == step.printed]
    if step.unit in ("点", "款", "目"):
        return _top(parsed, step.number) if named else []
    kinds = _KINDS.get(step.unit, ())
    found = [c for c in clauses if c.kind in kinds and c.number == step.number]
    if step.unit in _TOPMOST and not any(c.kind in kinds for c in clauses):
        return _top(parsed, step.number)
    # （二十一） that counts on is cited alone; otherwise the shallowest is meant first.
    return sorted(found, key=lambda c: (not _runs_on(parsed, c), c.level, c.ordinal))


def _top(parsed: ParsedDocument, number: int) -> list[Clause]:
    top = [c for c in parsed.clauses if c.level == 1 and c.kind in _NUMBERED_TOP]
    parts = [c for c in parsed.clauses if c.kind in ("heading", "annex")]
    if not top and parts:
        ordinals = {p.ordinal for p in parts}
        top = [c for c in parsed.clauses if c.parent in ordinals and c.kind in _NUMBERED_TOP]
    return [c for c in top if c.number == number]


def _below(parsed: ParsedDocument, clause: Clause, step: Step) -> list[Clause]:
    """Direct sub-clauses with the number, else deeper ones; 第N点 counts whatever is there."""
    children = [parsed.clauses[i] for i in clause.children]
    if step.unit == "dash":
        dashes = [c for c in children if c.kind == "dash"]
        return dashes[step.number - 1 : step.number]
    kinds = _KINDS.get(step.unit)
    direct = [c for c in children if c.number == step.number and (kinds is None or c.kind in kinds)]
    if direct or not children:
        return direct
    if kinds is None:
        return [c for c in children[step.number - 1 : step.number] if c.number is None]
    inside = range(clause.ordinal + 1, len(parsed.clauses))
    return [
        c
        for c in (parsed.clauses[i] for i in inside)
        if c.start < clause.end and c.kind in kinds and c.number == step.number
    ]


def _paragraph(parsed: ParsedDocument, clause: Clause, number: int) -> Sequence[Found]:
    """第N款: the N-th unnumbered paragraph of an article, its enumeration included."""
    paragraphs: list[tuple[int, int]] = []
    starts = {parsed.clauses[i].start for i in clause.children}
    for match in re.finditer(r"[^\n]+", parsed.text[clause.body : clause.end]):
        start, end = clause.body + match.start(), clause.body + match.end()
        if start in starts and paragraphs:
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    if not 1 <= number <= len(paragraphs):
        return ()
    return (Found(clause, *paragraphs[number - 1]),)


def _runs_on(parsed: ParsedDocument, clause: Clause) -> bool:
    """Whether the clause is addressed without what stands above it, though something does."""
    if clause.parent is None or clause.level < 2:
        return False
    parent = parsed.clauses[clause.parent]
    return parent.kind not in ("heading", "annex") and not clause.address.startswith(parent.address)
