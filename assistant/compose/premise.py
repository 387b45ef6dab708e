"""False premises: a figure, a body or a place that the asker takes for granted and the clause puts otherwise."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.compose.rounded import holds, is_alike
from assistant.library import Library
from assistant.models import Statement, Support
from assistant.understanding.claims import places_claimed
from assistant.understanding.figures import Figure, FigureKind, find_figures
from assistant.understanding.kinds import Asked
from assistant.understanding.question import Understanding
from assistant.understanding.times import dated_event, years_of_event
from corpus.bodies.mentions import canonical_body
from corpus.regions import find_regions

_PLACED = re.compile(r"(?:放|设|建|选|定|落|试点)在(?:了)?")


def contradicted(lead: Statement, understanding: Understanding, library: Library) -> str | None:
    """The asker's figure that the leading statement's quote contradicts, as written; or None."""
    if not understanding.asserted:
        return None
    support = lead.supports[0]
    body = _other_body(support, understanding, library)
    if body:
        return body
    quote = library.text(support.document_id, support.start, support.end)
    place = _other_place(quote, library.document(support.document_id).region, understanding)
    if place:
        return place
    stated = find_figures(quote)
    event = dated_event(understanding.text)
    if event:
        happened = years_of_event(event["event"], quote)
        return event["date"] if happened and not _is_year_in(event["date"], happened) else None
    for figure in understanding.figures:
        if figure.kind is FigureKind.COUNT and figure.value == 1:
            continue  # 盖一个章 counts nothing: 一颗印章 says the same
        alike = [f for f in stated if f.kind is figure.kind and f.unit == figure.unit]
        counted = [f for f in stated if f.kind is figure.kind and is_alike(f.unit, figure.unit)]
        if alike and not any(_same(figure, f, understanding.text) for f in counted):
            return figure.text
    return None


def _other_body(support: Support, understanding: Understanding, library: Library) -> str | None:
    """A body that the asker takes for responsible and the clause's responsibilities do not name."""
    if not understanding.asks(Asked.BODY) or not understanding.bodies:
        return None
    duties = [
        d
        for d in library.responsibilities((support.document_id, support.clause))
        if d.start == support.start
    ]
    if "牵头" in understanding.text and any(d.lead for d in duties):
        duties = [replace(d, join=(), shared=()) for d in duties]
    named = {canonical_body(n) for d in duties for n in (*d.lead, *d.join, *d.shared, *d.single)}
    if not named or any(b.canonical in named for b in understanding.bodies):
        return None
    body = understanding.bodies[-1]
    return understanding.text[body.start : body.end]


def _other_place(quote: str, home: str | None, understanding: Understanding) -> str | None:
    """Where the asker puts something (放在甲市和乙市) that the quote puts elsewhere."""
    placed = _PLACED.search(understanding.text)
    said = list(places_claimed(understanding.text)) or [
        m for m in understanding.regions if placed and placed.end() <= m.start <= placed.end() + 8
    ]
    told = {m.region for m in find_regions(quote) if m.region.name != home}
    if not said or not told or told & {m.region for m in said}:
        return None
    behind = [m for m in understanding.regions if m.start >= said[0].start]
    return understanding.text[said[0].start : behind[-1].end]


def _is_year_in(date: str, years: frozenset[str]) -> bool:
    return any(year[-2:] == date.split("年")[0][-2:] for year in years)


def _same(one: Figure, other: Figure, text: str) -> bool:
    if one.kind is FigureKind.DATE:
        return one.text[:4] in other.text
    return holds(one, other, text)
