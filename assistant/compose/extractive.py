"""The composer that needs no model: the asked thing first, then its conditions and context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import messages
from assistant.compose.anchors import Side, sides
from assistant.compose.figures import (
    FIGURE_KINDS,
    LEAST,
    SURE,
    FoundFigure,
    figure_statement,
    find_figures_asked,
)
from assistant.compose.stated import ABSOLUTE, states, strict_kinds
from assistant.evidence import Evidence, ScoredSentence
from assistant.library import ClauseKey, Library
from assistant.models import Draft, Statement, Status, Support, Turn
from assistant.understanding.figures import FigureKind, find_figures
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from assistant.understanding.times import years_in
from corpus.models import Target

# A second clause is worth showing when it comes this close to the best one.
RELATED = 0.86
STATED_WITHIN = 0.80
LISTED = 0.75
LONGEST_LIST = 15
SAME_OBJECT = 0.6
WHOLE_CLAUSE = 320
CONTEXT = 360


@dataclass(frozen=True)
class Composed:
    """A draft, or the strict kinds that no close clause states."""

    draft: Draft | None
    missing: tuple[Asked, ...] = ()


@dataclass(frozen=True)
class ExtractiveComposer:
    """Writes an answer out of the clauses' own sentences."""

    library: Library

    def compose(self, turn: Turn) -> Composed:
        """The draft for a turn whose evidence has been judged relevant."""
        understanding = turn.understanding
        assert understanding is not None
        wanted = strict_kinds(understanding.kinds)
        close = [e for e in turn.evidence if e.score >= STATED_WITHIN * turn.evidence[0].score][:6]
        compared = self._compare(turn, understanding, wanted)
        if compared:
            return Composed(Draft(Status.ANSWERED, tuple(compared)))
        listed = self._list_siblings(turn, understanding)
        if listed:
            return Composed(Draft(Status.ANSWERED, tuple(listed)))
        figure = self._figure(turn, understanding, wanted)
        primary = figure.evidence if figure else self._primary(close, wanted, understanding)
        if primary is None:
            return Composed(None, wanted)
        statements = list(self._clause_statements(primary, understanding, wanted, lead=True))
        if figure:
            statements = self._led_by(figure, statements)
        limit = 4 if understanding.asks(Asked.SUPPORT, Asked.LIST, Asked.COMPARISON) else 3
        for evidence in turn.evidence[:8]:
            if figure or len({s.supports[0].clause for s in statements}) >= limit:
                break
            if evidence.key == primary.key or evidence.score < RELATED * primary.score:
                continue
            if self._repeats(evidence, primary) or not self._same_place(evidence, primary):
                continue
            statements.extend(self._clause_statements(evidence, understanding, wanted, lead=False))
        asserted = self._contradicted(statements[0], understanding)
        if asserted:
            statements[0] = replace(
                statements[0], text=f"{messages.corrected(asserted)}{statements[0].text}"
            )
            return Composed(Draft(Status.ANSWERED_CORRECTED, tuple(statements)))
        return Composed(Draft(Status.ANSWERED, tuple(statements)))

    def _figure(
        self, turn: Turn, understanding: Understanding, wanted: Sequence[Asked]
    ) -> FoundFigure | None:
        """The fact that is the asked figure, if one surely is."""
        if not FIGURE_KINDS.intersection(wanted) or Asked.DATE in wanted:
            return None
        if ABSOLUTE.intersection(wanted):
            return None
        found = find_figures_asked(turn.evidence[:12], understanding, self.library)
        leading = [e.key for e in turn.evidence[:3]]
        if not found or found[0].score < (LEAST if found[0].evidence.key in leading else SURE):
            return None
        return found[0]

    def _led_by(self, figure: FoundFigure, statements: list[Statement]) -> list[Statement]:
        """The figure first, then the sentence it stands in and the rest of the clause."""
        lead = figure_statement(figure, self.library)
        target = figure.target
        rest = []
        for statement in statements:
            support = statement.supports[0]
            text = self.library.text(support.document_id, support.start, support.end).strip()
            if fold(text).strip(",.;") == fold(target.quote).strip(",.;"):
                continue
            rest.append(replace(statement, text=text) if statement is statements[0] else statement)
        return [lead, *rest]

    def _list_siblings(self, turn: Turn, understanding: Understanding) -> list[Statement]:
        """Where a list is asked for and its items are clauses under one heading: all of them."""
        if not understanding.asks(Asked.LIST) or not turn.evidence:
            return []
        top = [e for e in turn.evidence[:8] if e.score >= LISTED * turn.evidence[0].score]
        parents: Counter[ClauseKey] = Counter()
        for evidence in top:
            parent = self.library.clause(evidence.key).parent
            if parent:
                parents[(evidence.key[0], parent)] += 1
        for key, count in parents.most_common(1):
            children = self.library.clause(key).children
            first = turn.evidence[0].key
            belongs = first == key or (first[0] == key[0] and first[1] in children)
            if belongs and count >= max(3, len(children) / 2) and len(children) <= LONGEST_LIST:
                return [self._item(key[0], child) for child in children]
        return []

    def _item(self, document_id: str, ordinal: int) -> Statement:
        clause = self.library.clause((document_id, ordinal))
        spans = self.library.sentences((document_id, ordinal))
        start, end = (clause.start, clause.body) if clause.title else spans[0]
        if end <= start:
            start, end = clause.start, clause.own_end
        text = self.library.text(document_id, start, end).strip()
        return Statement(
            text if text.startswith(clause.marker) else f"{clause.marker}{text}",
            (Support(document_id, ordinal, start, end),),
        )

    def _contradicted(self, lead: Statement, understanding: Understanding) -> str | None:
        """A figure that the asker takes for granted and the lead sentence puts otherwise."""
        if not understanding.asserted:
            return None
        support = lead.supports[0]
        stated = find_figures(self.library.text(support.document_id, support.start, support.end))
        for figure in understanding.figures:
            alike = [f for f in stated if f.kind is figure.kind and f.unit == figure.unit]
            if figure.kind is FigureKind.DATE:
                if alike and not any(figure.text[:4] in f.text for f in alike):
                    return figure.text
            elif alike and figure.value is not None and all(f.value != figure.value for f in alike):
                return figure.text
        return None

    def _compare(
        self, turn: Turn, understanding: Understanding, wanted: Sequence[Asked]
    ) -> list[Statement]:
        """One clause for each side of a comparison, side by side."""
        compared = sides(understanding, self.library)
        if len(compared) < 2:
            compared = self._sides_in_time(understanding)
        if len(compared) < 2 or not (wanted or understanding.asks(Asked.COMPARISON)):
            return []
        statements: list[Statement] = []
        unit: str | None = None
        used: list[Target] = []
        for side in compared:
            own = [e for e in turn.evidence if e.key[0] in side.documents][:12]
            if FIGURE_KINDS.intersection(wanted) and Asked.DATE not in wanted:
                found = [
                    f
                    for f in find_figures_asked(own, understanding, self.library, side.years, unit)
                    if f.target not in used
                ]
                if found and found[0].score >= LEAST - 0.1:
                    unit = unit or found[0].target.unit
                    used.append(found[0].target)
                    statements.append(figure_statement(found[0], self.library))
                    continue
            pairs = [(e, s) for e in own for s in e.sentences]
            if pairs:
                evidence, sentence = max(
                    pairs, key=lambda pair: self._side_rank(*pair, side, wanted)
                )
                statements.append(self._framed(evidence, sentence.start, sentence.end))
        return statements if len(statements) >= 2 else []

    def _sides_in_time(self, understanding: Understanding) -> tuple[Side, ...]:
        """「从十三五末到十四五末」: the same thing at two times."""
        if not understanding.asks(Asked.COMPARISON) or len(understanding.years) < 2:
            return ()
        documents = understanding.documents or frozenset(self.library.corpus.by_id)
        named = {m.region.name for m in understanding.regions}
        held = frozenset(d for d in documents if self.library.document(d).region in named)
        return tuple(Side(held or documents, (year,), year) for year in understanding.years)

    def _side_rank(
        self, evidence: Evidence, sentence: ScoredSentence, side: Side, wanted: Sequence[Asked]
    ) -> float:
        text = self._text(evidence, sentence)
        rank = 0.4 * evidence.score + sentence.score
        rank += 0.3 * all(states(kind, text, self.library, evidence.key) for kind in wanted)
        return rank + 0.2 * bool(set(side.years).intersection(years_in(text)))

    def _primary(
        self, close: Sequence[Evidence], wanted: Sequence[Asked], understanding: Understanding
    ) -> Evidence | None:
        if not wanted:
            return close[0]
        # A figure answers only where the sentence is about what was asked: one that covers much
        # less of the question than the best sentence found speaks of something else.
        most = max((s.cover for e in close for s in e.sentences), default=0.0)
        least = SAME_OBJECT * most
        counts = [
            sum(self._states(e, kind, least, understanding) for kind in wanted) for e in close
        ]
        best = max(counts)
        absolute = [k for k in wanted if k in ABSOLUTE]
        chosen = close[counts.index(best)]
        if not best or not all(self._states(chosen, k, least, understanding) for k in absolute):
            return None
        return chosen

    def _states(
        self, evidence: Evidence, asked: Asked, least_cover: float, understanding: Understanding
    ) -> bool:
        top = evidence.sentences[0].score if evidence.sentences else 0.0
        items = max(
            (int(f.value) for f in understanding.figures if f.value and f.value < 50), default=0
        )
        return any(
            s.score >= 0.5 * top
            and s.cover >= least_cover
            and states(asked, self._text(evidence, s), self.library, evidence.key, items)
            for s in evidence.sentences
        )

    def _text(self, evidence: Evidence, sentence: ScoredSentence) -> str:
        return self.library.text(evidence.key[0], sentence.start, sentence.end)

    def _same_place(self, evidence: Evidence, primary: Evidence) -> bool:
        """A city's clause is no context for the province's, nor the other way round."""
        first = self.library.document(evidence.key[0])
        second = self.library.document(primary.key[0])
        return (first.level, first.region) == (second.level, second.region)

    def _repeats(self, evidence: Evidence, primary: Evidence) -> bool:
        """A copy's clause says the same again."""
        return self.library.own(evidence.key)[:80] == self.library.own(primary.key)[:80]

    def _clause_statements(
        self,
        evidence: Evidence,
        understanding: Understanding,
        wanted: Sequence[Asked],
        *,
        lead: bool,
    ) -> list[Statement]:
        clause = self.library.clause(evidence.key)
        duty = self.library.responsibilities(evidence.key)
        if lead and Asked.BODY in wanted and duty:
            head = [
                Statement(
                    f"{clause.address}：{fact.quote.strip('（）() ')}",
                    (Support(evidence.key[0], clause.ordinal, fact.start, fact.end),),
                )
                for fact in duty
            ]
            return [*head, *self._verbatim(evidence, evidence.sentences[:1])]
        if not evidence.sentences:
            return [self._framed(evidence, clause.start, clause.own_end)]
        first = self._lead_sentence(evidence, wanted)
        own_length = clause.own_end - clause.body
        if own_length <= WHOLE_CLAUSE:
            rest = [s for s in evidence.sentences if s is not first]
        else:
            rest = [
                s for s in evidence.sentences if s is not first and s.score >= 0.6 * first.score
            ]
        if not lead:
            rest = [s for s in rest if s.score >= 0.75 * first.score]
        statements = [self._framed(evidence, first.start, first.end)]
        budget = CONTEXT - (first.end - first.start)
        chosen = []
        for sentence in sorted(rest, key=lambda s: -s.score):
            if sentence.end - sentence.start <= budget:
                chosen.append(sentence)
                budget -= sentence.end - sentence.start
        statements.extend(self._verbatim(evidence, chosen))
        if lead and duty and understanding.asks(Asked.SUPPORT):
            statements.append(
                Statement(
                    f"责任分工：{duty[0].quote.strip('（）() ')}",
                    (Support(evidence.key[0], clause.ordinal, duty[0].start, duty[0].end),),
                )
            )
        return statements

    def _lead_sentence(self, evidence: Evidence, wanted: Sequence[Asked]) -> ScoredSentence:
        def rank(sentence: ScoredSentence) -> float:
            text = self._text(evidence, sentence)
            stated = sum(states(kind, text, self.library, evidence.key) for kind in wanted)
            return sentence.score + 0.25 * stated

        return max(evidence.sentences, key=rank)

    def _framed(self, evidence: Evidence, start: int, end: int) -> Statement:
        clause = self.library.clause(evidence.key)
        text = self.library.text(evidence.key[0], start, end).strip()
        title = clause.title if clause.level and clause.title else ""
        named = f"“{title}”" if title and title not in text and "“" not in title else ""
        return Statement(
            f"根据{clause.address}{named}，{text}",
            (Support(evidence.key[0], clause.ordinal, start, end),),
        )

    def _verbatim(self, evidence: Evidence, sentences: Sequence[ScoredSentence]) -> list[Statement]:
        """Neighbouring sentences become one statement with one mark."""
        runs: list[list[int]] = []
        for sentence in sorted(sentences, key=lambda s: s.start):
            if runs and sentence.start - runs[-1][1] <= 2:
                runs[-1][1] = sentence.end
            else:
                runs.append([sentence.start, sentence.end])
        ordinal = evidence.key[1]
        return [
            Statement(
                self.library.text(evidence.key[0], start, end).strip(),
                (Support(evidence.key[0], ordinal, start, end),),
            )
            for start, end in runs
        ]
