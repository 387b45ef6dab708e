"""The composer that needs no model: the asked thing first, then its conditions and context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import messages
from assistant.compose.comparison import Comparer
from assistant.compose.figures import (
    FIGURE_KINDS,
    LEAST,
    SURE,
    FoundFigure,
    figure_statement,
    find_figures_asked,
)
from assistant.compose.listing import sibling_list
from assistant.compose.premise import contradicted
from assistant.compose.stated import ABSOLUTE, states, strict_kinds
from assistant.compose.support import is_open, support_statements
from assistant.compose.writing import Writer
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Draft, Statement, Status, Turn
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding

# A further clause is worth showing when it comes this close to the best one.
RELATED = 0.86
STATED_WITHIN = 0.80
SAME_OBJECT = 0.6
MANY, FEW = 4, 3
"""Clauses shown for an open question (support, lists) and for a narrow one."""


@dataclass(frozen=True)
class Composed:
    """A draft, or the strict kinds that no close clause states."""

    draft: Draft | None
    missing: tuple[Asked, ...] = ()


@dataclass(frozen=True)
class ExtractiveComposer:
    """Writes an answer out of the clauses' own sentences."""

    library: Library
    writer: Writer
    comparer: Comparer

    @classmethod
    def over(cls, library: Library) -> ExtractiveComposer:
        """The composer with its parts."""
        writer = Writer(library)
        return cls(library, writer, Comparer(library, writer))

    def compose(self, turn: Turn) -> Composed:
        """The draft for a turn whose evidence has been judged relevant and is not empty."""
        understanding = turn.understanding
        assert understanding is not None
        wanted = strict_kinds(understanding.kinds)
        statements = self.comparer.compare(turn, wanted)
        if not statements and understanding.asks(Asked.LIST):
            statements = sibling_list(turn.evidence, self.library)
        if not statements and is_open(understanding):
            statements = support_statements(turn.evidence, understanding, self.library)
        if statements:
            return Composed(Draft(Status.ANSWERED, tuple(statements)))
        figure = self._figure(turn, understanding, wanted)
        primary = figure.evidence if figure else self._primary(turn, wanted, understanding)
        if primary is None:
            return Composed(None, wanted)
        statements = self.writer.answer_from(primary, understanding, wanted)
        if figure:
            statements = self._led_by(figure, statements)
        else:
            statements += self._further(turn, primary, understanding, wanted)
        asserted = contradicted(statements[0], understanding, self.library)
        if asserted is None:
            return Composed(Draft(Status.ANSWERED, tuple(statements)))
        lead = replace(statements[0], text=messages.corrected(asserted) + statements[0].text)
        return Composed(Draft(Status.ANSWERED_CORRECTED, (lead, *statements[1:])))

    def _figure(
        self, turn: Turn, understanding: Understanding, wanted: Sequence[Asked]
    ) -> FoundFigure | None:
        """The fact that is the asked figure, if one surely is."""
        if not FIGURE_KINDS.intersection(wanted) or ABSOLUTE.union({Asked.DATE}).intersection(
            wanted
        ):
            return None
        found = find_figures_asked(turn.evidence[:12], understanding, self.library)
        leading = [e.key for e in turn.evidence[:3]]
        if not found or found[0].score < (LEAST if found[0].evidence.key in leading else SURE):
            return None
        return found[0]

    def _led_by(self, figure: FoundFigure, statements: list[Statement]) -> list[Statement]:
        """The figure first, then the sentence it stands in and the rest of the clause."""
        rest = []
        for statement in statements:
            support = statement.supports[0]
            text = self.library.text(support.document_id, support.start, support.end).strip()
            if fold(text).strip(",.;") == fold(figure.target.quote).strip(",.;"):
                continue  # the fact is the whole sentence
            rest.append(replace(statement, text=text) if statement is statements[0] else statement)
        return [figure_statement(figure, self.library), *rest]

    def _further(
        self,
        turn: Turn,
        primary: Evidence,
        understanding: Understanding,
        wanted: Sequence[Asked],
    ) -> list[Statement]:
        """What other close clauses of the same place add."""
        limit = MANY if understanding.asks(Asked.SUPPORT, Asked.LIST, Asked.COMPARISON) else FEW
        further = [
            e
            for e in turn.evidence[:8]
            if e.key != primary.key
            and e.score >= RELATED * primary.score
            and not self._repeats(e, primary)
            and self._same_place(e, primary)
        ]
        return [
            statement
            for evidence in further[: limit - 1]
            for statement in self.writer.context_from(evidence, wanted)
        ]

    def _primary(
        self, turn: Turn, wanted: Sequence[Asked], understanding: Understanding
    ) -> Evidence | None:
        """The best clause that states most of what is asked; None where none states any."""
        close = [e for e in turn.evidence if e.score >= STATED_WITHIN * turn.evidence[0].score][:6]
        if not wanted:
            return close[0]
        # A figure answers only where the sentence is about what was asked: one that covers much
        # less of the question than the best sentence found speaks of something else.
        least = SAME_OBJECT * max((s.cover for e in close for s in e.sentences), default=0.0)
        stated = [
            {kind for kind in wanted if self._states(e, kind, least, understanding)} for e in close
        ]
        most = max(len(kinds) for kinds in stated)
        chosen = next(i for i, kinds in enumerate(stated) if len(kinds) == most)
        if not most or not ABSOLUTE.intersection(wanted) <= stated[chosen]:
            return None
        return close[chosen]

    def _states(
        self, evidence: Evidence, asked: Asked, least_cover: float, understanding: Understanding
    ) -> bool:
        best = evidence.sentences[0].score if evidence.sentences else 0.0
        named = [int(f.value) for f in understanding.figures if f.value and f.value < 50]
        return any(
            s.score >= 0.5 * best
            and s.cover >= least_cover
            and states(
                asked,
                self.writer.sentence_text(evidence, s),
                self.library,
                evidence.key,
                max(named, default=0),
            )
            for s in evidence.sentences
        )

    def _same_place(self, evidence: Evidence, primary: Evidence) -> bool:
        """A city's clause is no context for the province's, nor the other way round."""
        first = self.library.document(evidence.key[0])
        second = self.library.document(primary.key[0])
        return (first.level, first.region) == (second.level, second.region)

    def _repeats(self, evidence: Evidence, primary: Evidence) -> bool:
        """A copy's clause says the same again."""
        return self.library.own(evidence.key)[:80] == self.library.own(primary.key)[:80]
