"""Other readings of a figure question: another document's figure, or the goal instead of the fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.conversing.offers import Offer, figure_question, indicator_of, said_by
from assistant.library import Library
from assistant.models import Draft, Support, Turn
from assistant.steps.weigh import CITY_WORDS, PROVINCE_WORDS
from assistant.understanding.kinds import Asked
from assistant.understanding.question import Understanding
from assistant.understanding.times import years_in
from corpus.models import Target

_FIGURES = (Asked.COUNT, Asked.QUANTITY, Asked.RATE, Asked.AMOUNT)
MOST = 2


class Open(StrEnum):
    """What a question leaves open."""

    WHERE = "where"
    """Which place or document."""
    PART = "part"
    """A province is asked about, and the figure is that of a city in it."""
    WHETHER = "whether"
    """Whether what is to be reached or what has been reached."""


@dataclass(frozen=True, slots=True)
class Readings:
    """The figure that was taken for the asked one, and questions that ask for the others.

    Without offers only what the figure is not can be told.
    """

    taken: Target
    open: Open
    offers: tuple[Offer, ...]


def asks_for_figure(turn: Turn) -> bool:
    """Whether a figure is asked for in words, not by keywords alone."""
    return turn.understanding is not None and turn.understanding.asks(*_FIGURES)


def other_readings(
    turn: Turn, draft: Draft, library: Library, figures: Mapping[str, Sequence[Target]]
) -> Readings | None:
    """What the question may mean as well, with another answer; None where it means one thing.

    `figures`: those of the corpus by indicator (offers.figures_by_indicator).
    """
    understanding = turn.understanding
    assert understanding is not None
    figure = understanding.asks(*_FIGURES) or not understanding.kinds
    compared = understanding.asks(Asked.COMPARISON) or len(understanding.regions) > 1
    if not figure or compared or understanding.asserted or understanding.addresses.spans:
        return None
    taken = _taken(understanding, draft, library)
    if taken is None:
        return None
    shown = [s for statement in draft.statements for s in statement.supports]
    others = [
        other
        for other in figures.get(indicator_of(taken), ())
        if (turn.documents is None or other.document_id in turn.documents)
        and (other.value, other.unit) != (taken.value, taken.unit)
        and not any(
            s.document_id == other.document_id and s.start <= other.start and other.end <= s.end
            for s in shown
        )
    ]
    part = _is_of_a_part(taken, shown[0], understanding, library)
    for open_slot, chosen in (
        (Open.WHERE, [] if turn.follows else _elsewhere(taken, others, understanding, library)),
        (Open.PART, _of_the_whole(others, understanding, library) if part else []),
        (Open.WHETHER, _otherwise(taken, others, understanding)),
    ):
        if chosen or (part and open_slot is Open.PART):
            offers = {figure_question(o, library): (o.document_id, o.clause) for o in chosen}
            found = tuple(Offer(question, key) for question, key in offers.items())
            return Readings(taken, open_slot, found[:MOST])
    return None


def _taken(understanding: Understanding, draft: Draft, library: Library) -> Target | None:
    """The figure of the leading statement whose indicator is asked for."""
    said = said_by(understanding.text)
    lead = draft.statements[0].supports[0]
    told = [
        target
        for target in library.targets((lead.document_id, lead.clause))
        if lead.start <= target.start and target.end <= lead.end and target.indicator in said
    ]
    return max(told, key=lambda t: len(t.indicator), default=None)


def _elsewhere(
    taken: Target, others: list[Target], understanding: Understanding, library: Library
) -> list[Target]:
    """Those of other documents, where no place is named: for the time asked, if one is.

    Who names no place may well mean the whole province: a city's figure is never given without
    saying so.
    """
    text = understanding.text
    if understanding.regions or PROVINCE_WORDS.search(text) or CITY_WORDS.search(text):
        return []
    alike = [o for o in others if o.document_id != taken.document_id and o.kind == taken.kind]
    years = set(understanding.years)
    timely = [o for o in alike if not years or years.intersection(years_in(o.deadline or ""))]
    if timely or library.document(taken.document_id).level not in ("市", "县"):
        return timely
    return [o for o in alike if library.document(o.document_id).level == "省"]


def _is_of_a_part(
    taken: Target, lead: Support, understanding: Understanding, library: Library
) -> bool:
    """Whether a place is named, and the figure is that of another one in it."""
    quote = library.text(lead.document_id, lead.start, lead.end)
    if any(mention.region.short in quote for mention in understanding.regions):
        return False
    named = {mention.region.name for mention in understanding.regions}
    if PROVINCE_WORDS.search(understanding.text) or CITY_WORDS.search(understanding.text):
        return False
    return bool(named) and library.document(taken.document_id).region not in (None, *named)


def _of_the_whole(
    others: list[Target], understanding: Understanding, library: Library
) -> list[Target]:
    named = {mention.region.name for mention in understanding.regions}
    return [o for o in others if library.document(o.document_id).region in named]


def _otherwise(taken: Target, others: list[Target], understanding: Understanding) -> list[Target]:
    """Goal and fact of one document, where the question says neither which nor when."""
    if understanding.tense or understanding.years or "十" in understanding.text:
        return []
    return [
        other
        for other in others
        if other.document_id == taken.document_id and other.kind != taken.kind
    ]
