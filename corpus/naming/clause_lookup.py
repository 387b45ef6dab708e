"""Which clause of a document a number path means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Clause, ParsedDocument
from corpus.naming.clause_numbers import NumberPath, Step

_KINDS = {
    "条": ("tiao",),
    "章": ("zhang",),
    "节": ("jie",),
    "编": ("bian",),
    "部分": ("bian",),
    "块": ("bian",),
    "paren": ("paren_han", "paren_arabic"),
    "han": ("han",),
    "arabic": ("arabic", "paren_arabic", "circled"),
    "shi": ("shi",),
    "dash": ("dash",),
    "附件": ("annex",),
    "项": ("paren_han", "paren_arabic", "arabic", "shi"),
    "目": ("arabic", "paren_arabic"),
}
_TOPMOST = {"章", "部分", "编", "条", "块"}
"""Units that people use for the top numbering of a document that has no such unit."""
_LOOSE = {"章", "编", "块"}
"""Of these the ones that say 一、 only where it is clear which document is meant."""
_ANY_CHILD = {"条", "节", "点", "项", "块"}
"""Units that mean whatever stands below, in a document that does not print them."""
_NUMBERED_TOP = ("bian", "zhang", "han", "arabic", "paren_han")


@dataclass(frozen=True, slots=True)
class Found:
    """A clause, narrowed to one of its paragraphs where 第N款 was asked for."""

    clause: Clause
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reach:
    """The clauses that a number may mean: a document's, or those of one titled part of it."""

    parsed: ParsedDocument
    clauses: tuple[Clause, ...]
    top_level: int

    @classmethod
    def of(cls, parsed: ParsedDocument, part: int = 0) -> Reach:
        """All clauses below the root, or below the part's heading."""
        if not part:
            return cls(parsed, parsed.clauses, 1)
        head = parsed.clauses[part]
        inside = tuple(
            c for c in parsed.clauses[part + 1 :] if head.start <= c.start and c.end <= head.end
        )
        return cls(parsed, inside, head.level + 1)

    def prints(self, unit: str) -> bool:
        """Whether any clause is counted in this unit."""
        return any(c.kind in _KINDS.get(unit, ()) for c in self.clauses)

    def running(self) -> dict[tuple[int, str], Clause]:
        """Articles by number and 之一: 第N条, or the family that counts on through the document."""
        articles = [c for c in self.clauses if c.kind == "tiao"]
        if not articles:
            articles = [c for c in self.clauses if _runs_on(self.parsed, c)]
        return {
            (c.number, c.marker.partition("条")[2]): c
            for c in reversed(articles)
            if c.number is not None
        }

    def top(self) -> list[Clause]:
        """The numbered clauses at the top; those of every part where the file holds several."""
        top = [c for c in self.clauses if c.level == self.top_level and c.kind in _NUMBERED_TOP]
        parts = {c.ordinal for c in self.clauses if c.kind in ("heading", "annex")}
        if not top and parts:
            top = [c for c in self.clauses if c.parent in parts and c.kind in _NUMBERED_TOP]
        return top


def has_unit(parsed: ParsedDocument, step: Step) -> bool:
    """Whether the document counts in this unit at all."""
    reach = Reach.of(parsed)
    if step.unit == "条":
        return bool(reach.running())
    if step.unit in _TOPMOST - _LOOSE:
        return bool(reach.top())
    return reach.prints(step.unit)


def look_up(
    parsed: ParsedDocument, path: NumberPath, named: bool, part: int = 0
) -> tuple[Found, ...]:
    """Clauses that the path names, best first; empty if there is none.

    named: it is clear that this document is meant; then looser readings are tried too.
    part: ordinal of the titled part that the number was said of, 0 for the whole document.
    """
    reach = Reach.of(parsed, part)
    current = _first(reach, path.steps[0], named)
    for index, step in enumerate(path.steps[1:], 1):
        if step.unit == "款":
            narrowed = [n for c in current for n in _paragraph(parsed, c, step.number)]
            if index == len(path.steps) - 1:
                return tuple(narrowed)
            current = [n.clause for n in narrowed]
            continue
        current = [child for c in current for child in _below(reach, c, step)]
    return tuple(Found(c, c.start, c.end) for c in current)


def _first(reach: Reach, step: Step, named: bool) -> list[Clause]:
    clauses = reach.clauses
    kinds = _KINDS.get(step.unit, ())
    if step.place:
        counted = [*reach.running().values()] if step.unit == "条" else []
        counted = counted or [c for c in clauses if c.kind in kinds] or reach.top()
        ordered = sorted(counted, key=lambda c: c.ordinal)
        return _from_end(ordered, step.number)
    top = [c for c in reach.top() if c.number == step.number]
    if step.unit == "条":
        running = reach.running()
        if running:
            key = (step.number, step.printed)
            return [running[key]] if key in running else []
        return top if named else []
    if step.unit == "decimal":
        return [c for c in clauses if c.marker.replace("．", ".") == step.printed]
    if step.unit in ("点", "款", "目"):
        return top if named else []
    if step.unit == "节" and named and not reach.prints("节"):
        kinds = _KINDS["paren"]  # 第（二）节 of what prints （二）
    found = [c for c in clauses if c.kind in kinds and c.number == step.number]
    if step.unit in _TOPMOST and not reach.prints(step.unit):
        return top if named or step.unit not in _LOOSE else []
    # （二十一） that counts on is cited alone; otherwise the shallowest is meant first.
    return sorted(found, key=lambda c: (not _runs_on(reach.parsed, c), c.level, c.ordinal))


def _from_end(ordered: list[Clause], number: int) -> list[Clause]:
    """The first clause, or the one that counts so many from the end (-1 is the last)."""
    if number > 0:
        return ordered[:1]
    return [ordered[number]] if -number <= len(ordered) else []


def _below(reach: Reach, clause: Clause, step: Step) -> list[Clause]:
    """Direct sub-clauses with the number, else deeper ones; 第N点 counts whatever is there."""
    parsed = reach.parsed
    children = [parsed.clauses[i] for i in clause.children]
    kinds = _KINDS.get(step.unit)
    if step.unit in _ANY_CHILD and not any(c.kind in (kinds or ()) for c in children):
        # 第二节 where no 节 is printed: the second of whatever stands below.
        kinds = kinds if step.unit != "项" and reach.prints(step.unit) else None
    if step.place:
        counted = [c for c in children if kinds is None or c.kind in kinds]
        return _from_end(counted, step.number)
    if step.unit == "dash":
        dashes = [c for c in children if c.kind == "dash"]
        return dashes[step.number - 1 : step.number]
    direct = [c for c in children if c.number == step.number and (kinds is None or c.kind in kinds)]
    if direct or not children:
        return direct
    if kinds is None:
        runs_on = all(_runs_on(parsed, c) for c in children)
        counted = children[step.number - 1 : step.number]
        return counted if runs_on else [c for c in counted if c.number is None]
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
