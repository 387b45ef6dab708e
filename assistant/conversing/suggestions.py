"""What to ask next: questions about the clauses cited that their own facts answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.conversing.offers import (
    Offer,
    can_be_asked,
    figure_question,
    figures_by_indicator,
    indicator_of,
    said_by,
    short_name,
)
from assistant.library import ClauseKey, Library
from assistant.models import Answer
from corpus.models import Target
from corpus.naming.document_names import is_copy
from corpus.outline.labels import document_name

MOST = 3
MOST_CLAUSES = 3
LONGEST_TITLE = 24


@dataclass(frozen=True)
class Suggester:
    """Makes questions from facts; a fact that the answer gives already is not asked for."""

    library: Library

    def offers(self, answer: Answer) -> tuple[Offer, ...]:
        """At most MOST questions, those about the clause cited first before others."""
        if answer.refused:
            return ()
        keys = dict.fromkeys((c.document_id, c.clause) for c in answer.citations)
        held = [key for key in keys if self._can_be_named(key)][:MOST_CLAUSES]
        found: dict[str, Offer] = {}
        for make in _MAKERS:
            for key in held:
                for offer in make(self, key, answer):
                    found.setdefault(offer.question, offer)
        return tuple(found.values())[:MOST]

    def _can_be_named(self, key: ClauseKey) -> bool:
        return key[1] > 0 and not is_copy(self.library.parsed(key[0]))

    def duty(self, key: ClauseKey, answer: Answer) -> Iterator[Offer]:
        """Who is responsible, where the answer does not say."""
        duties = self.library.responsibilities(key)
        named = self._named(key)
        if named and duties and not any(_told(key, d.start, d.end, answer) for d in duties):
            yield Offer(f"{named}由哪些部门负责？", key)

    def target(self, key: ClauseKey, answer: Answer) -> Iterator[Offer]:
        """A figure of the clause that the answer leaves out."""
        for target in self.library.targets(key):
            if not _told(key, target.start, target.end, answer) and can_be_asked(target):
                yield Offer(figure_question(target, self.library), key)
                return

    def elsewhere(self, key: ClauseKey, answer: Answer) -> Iterator[Offer]:
        """The same indicator in another document."""
        told = [t for t in self.library.targets(key) if _told(key, t.start, t.end, answer)]
        said = said_by(answer.standalone)
        asked = [t for t in told if t.indicator in said and can_be_asked(t)]
        for target in asked[:1]:
            for other in self._figures.get(indicator_of(target), ()):
                if other.document_id != key[0]:
                    place = (other.document_id, other.clause)
                    yield Offer(figure_question(other, self.library), place)
                    return

    def support(self, key: ClauseKey, answer: Answer) -> Iterator[Offer]:
        """Measures of the clause that the answer leaves out."""
        measures = self.library.measures(key)
        named = self._named(key)
        if named and measures and not all(_told(key, m.start, m.end, answer) for m in measures):
            yield Offer(f"{named}有哪些支持措施？", key)

    def leads(self, key: ClauseKey, answer: Answer) -> Iterator[Offer]:
        """What else the body leads that the answer names as leading."""
        for duty in self.library.responsibilities(key):
            if duty.lead and _told(key, duty.start, duty.end, answer) and len(answer.citations) < 4:
                yield Offer(f"{self._document(key[0])}{duty.lead[0]}牵头哪些工作？", key)
                return

    def beside(self, key: ClauseKey, answer: Answer) -> Iterator[Offer]:
        """The clause that follows."""
        parent = self.library.clause(key).parent
        siblings = self.library.clause((key[0], parent)).children if parent is not None else ()
        after = [n for n in siblings if n > key[1]] or list(siblings)
        for ordinal in after[:1]:
            named = self._named((key[0], ordinal))
            clause = self.library.clause((key[0], ordinal))
            if named and ordinal != key[1] and clause.body < clause.own_end:
                yield Offer(f"{named}讲了什么？", (key[0], ordinal))

    def text(self, key: ClauseKey, answer: Answer) -> Iterator[Offer]:
        """The clause word for word."""
        clause = self.library.clause(key)
        label = clause.address.removeprefix(document_name(self.library.document(key[0])))
        if clause.level > 1 or clause.kind != "han":
            yield Offer(f"{self._document(key[0])}{label}原文", key)

    @cached_property
    def _figures(self) -> Mapping[str, Sequence[Target]]:
        return figures_by_indicator(self.library)

    def _named(self, key: ClauseKey) -> str | None:
        """The clause by document and title; None where it has no title that tells it from others."""
        title = self.library.clause(key).title
        if not title or len(title) > LONGEST_TITLE or "“" in title:
            return None
        return f"{self._document(key[0])}“{title}”"

    def _document(self, document_id: str) -> str:
        return short_name(document_id, self.library)


def _told(key: ClauseKey, start: int, end: int, answer: Answer) -> bool:
    """Whether a citation of the answer holds a span."""
    return any(
        c.document_id == key[0] and c.start <= start and end <= c.end for c in answer.citations
    )


_MAKERS: tuple[Callable[[Suggester, ClauseKey, Answer], Iterator[Offer]], ...] = (
    Suggester.duty,
    Suggester.target,
    Suggester.elsewhere,
    Suggester.support,
    Suggester.leads,
    Suggester.beside,
    Suggester.text,
)
"""What says more about the matter asked comes before what goes on from it."""
