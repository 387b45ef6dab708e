"""Comparisons: one figure or sentence for each side, in the order of the question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.compose.anchors import Side, compares_documents, sides, sides_in_time
from assistant.compose.figures import FIGURE_KINDS, LEAST, find_figures_asked
from assistant.compose.figures_told import figure_statement
from assistant.compose.ledger_figures import Figure, figure_years
from assistant.compose.stated import states
from assistant.compose.writing import Writer
from assistant.evidence import Evidence, ScoredSentence
from assistant.library import Library
from assistant.models import Statement, Turn
from assistant.understanding.figures import Figure as Stated
from assistant.understanding.figures import FigureKind, find_figures
from assistant.understanding.kinds import Asked
from assistant.understanding.question import Understanding
from assistant.understanding.times import years_in

PER_DOCUMENT = 20


@dataclass(frozen=True)
class Comparer:
    """Puts what the sides of a question say side by side."""

    library: Library
    writer: Writer

    def compare(self, turn: Turn, wanted: Sequence[Asked]) -> list[Statement]:
        """A statement for each side; empty where the question compares nothing."""
        understanding = turn.understanding
        assert understanding is not None
        if Asked.RANK in wanted and FIGURE_KINDS.intersection(wanted):
            return []  # 全省几个，我市的排第几: two things are asked, not one of two sides
        between = compares_documents(understanding)
        if not (wanted or between or understanding.asks(Asked.COMPARISON)):
            return []
        compared = sides(understanding, self.library)
        if len(compared) < 2:
            compared = sides_in_time(understanding, self.library)
        if len(compared) < 2:
            return []
        # 目标比一比 names no kind of figure, yet figures are what a goal can be compared by.
        parts = understanding.asks(Asked.LIST, Asked.DEFINITION, Asked.NAMES)  # 各由哪几块组成
        figures = (understanding.asks(Asked.COMPARISON) and not wanted and not parts) or bool(
            FIGURE_KINDS.intersection(wanted)
        )
        # 各定在哪一年 asks for the year alone; 多少家、各到什么时候 for figures with their years.
        said = _values(understanding.figures)
        figures = figures and (FIGURE_KINDS.intersection(wanted) != {Asked.DATE} or bool(said))
        statements: list[Statement] = []
        used: list[Figure] = []
        for side in compared:
            own = _first_of_each(turn.evidence, side)
            found = self._figure(turn, own, side, used) if figures else None
            if found is None:
                found = self._sentence(own, side, wanted)
            if found is not None:
                statements.append(found)
        distinct = list({s.supports: s for s in statements}.values())
        if len(distinct) < 2 or not any(self._tells(s, understanding, wanted) for s in distinct):
            return []
        return distinct

    def _tells(
        self, statement: Statement, understanding: Understanding, wanted: Sequence[Asked]
    ) -> bool:
        """Whether a side states any of the figures that are asked for; their years it may not."""
        figures = FIGURE_KINDS.intersection(wanted) - {Asked.DATE}
        support = statement.supports[0]
        text = self.library.text(support.document_id, support.start, support.end)
        key = (support.document_id, support.clause)
        return (
            Asked.DATE in wanted
            or not figures
            or any(
                states(kind, text, self.library, key, units=understanding.units) for kind in figures
            )
        )

    def _figure(
        self, turn: Turn, evidence: Sequence[Evidence], side: Side, used: list[Figure]
    ) -> Statement | None:
        """The side's figure; the sides should be in one unit, and none is given twice."""
        assert turn.understanding is not None
        unit = used[0].unit if used else None
        asked = replace(turn.understanding, tense=side.tense or turn.understanding.tense)
        found = find_figures_asked(evidence, asked, self.library, side.years, unit)
        said = _values(asked.figures)
        if said and asked.asks(Asked.DATE):
            # 都讲要搞一百家，期限一样不: the sides are where that figure stands.
            found = [f for f in found if said.intersection(_values(find_figures(f.figure.quote)))]
        for figure in found:
            stated = figure_years(figure.figure, self.library)
            if side.years and stated and not stated.intersection(side.years):
                continue  # a figure of another year is not this side's
            # A side names its document and its year, so less is needed to be sure.
            if figure.score >= LEAST - 0.1 and figure.figure not in used:
                used.append(figure.figure)
                return figure_statement(figure, self.library)
        return None

    def _sentence(
        self, evidence: Sequence[Evidence], side: Side, wanted: Sequence[Asked]
    ) -> Statement | None:
        ranked = [
            (self._rank(clause, sentence, side, wanted), clause, sentence)
            for clause in evidence
            for sentence in clause.sentences
        ]
        if not ranked:
            return None
        _, clause, sentence = max(ranked, key=lambda entry: entry[0])
        return self.writer.framed(clause, sentence.start, sentence.end)

    def _rank(
        self, evidence: Evidence, sentence: ScoredSentence, side: Side, wanted: Sequence[Asked]
    ) -> float:
        text = self.writer.sentence_text(evidence, sentence)
        rank = 0.4 * evidence.score + sentence.score + 0.5 * sentence.cover
        rank += 0.3 * all(states(kind, text, self.library, evidence.key) for kind in wanted)
        return rank + 0.2 * bool(set(side.years).intersection(years_in(text)))


def _values(figures: Sequence[Stated]) -> frozenset[Decimal]:
    """The values of figures that are no dates."""
    return frozenset(f.value for f in figures if f.value and f.kind is not FigureKind.DATE)


def _first_of_each(evidence: Sequence[Evidence], side: Side) -> list[Evidence]:
    """The best clauses of every document of a side: a named one must not crowd out the others."""
    seen: Counter[str] = Counter()
    own = []
    for clause in evidence:
        seen[clause.key[0]] += 1
        if clause.key[0] in side.documents and seen[clause.key[0]] <= PER_DOCUMENT:
            own.append(clause)
    return own
