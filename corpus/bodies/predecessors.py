"""Bodies that today bear another name: 省税务局 is asked about, 省国税局 is printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.bodies.mentions import same_body
from corpus.bodies.successors import Successor, successor
from corpus.models import Document


@dataclass(frozen=True, slots=True)
class Renamed:
    """A body as the facts print it that took over from, or was followed by, the one asked about."""

    printed: str
    change: Successor


def predecessors(asked: str, printed: Iterable[tuple[str, Document]]) -> tuple[Renamed, ...]:
    """Printed bodies whose duties the asked body has taken over."""
    found: dict[str, Renamed] = {}
    for name, document in printed:
        change = successor(name, document.region)
        if change and not same_body(name, asked) and same_body(change.successor, asked):
            found.setdefault(name, Renamed(name, change))
    return tuple(found.values())


def successors(asked: str, printed: Iterable[tuple[str, Document]]) -> tuple[Renamed, ...]:
    """Printed bodies that have taken over from the asked one, which bears a former name."""
    found: dict[str, Renamed] = {}
    for name, document in printed:
        change = successor(asked, document.region)
        if change and not same_body(name, asked) and same_body(change.successor, name):
            found.setdefault(name, Renamed(name, change))
    return tuple(found.values())
