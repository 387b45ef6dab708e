"""Complete lists of goals (到2025年的量化目标有哪些), from the facts by exact filter, never from top-k."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.compose.figures_told import told
from assistant.compose.ledger_figures import Figure, figure_years, ledger_figures
from assistant.library import Library
from assistant.models import Answer, Draft, Statement, Status, Support, Turn
from assistant.steps.asked_targets import AskedTargets, asked_targets
from assistant.steps.planted import may_be_said
from assistant.steps.scope import documents_in_scope
from assistant.steps.suspects import asked_words
from assistant.understanding.concepts import bigrams
from assistant.understanding.normalise import fold
from assistant.understanding.times import time_spans
from corpus.models import Target

_TOPIC_COVER = 0.6
FEW = 3
"""Goals under which a question that may mean goals in words is left to the search."""


@dataclass(frozen=True)
class ListTargets:
    """Drafts every goal of the asked documents, year and matter, or says that no figure is set.

    Where goals in words may be meant, or the matter has none in figures, the clauses are searched.
    """

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        understanding = turn.understanding
        assert understanding is not None
        if turn.draft or understanding.addresses.clauses:
            return turn
        taken = [
            *time_spans(understanding.text),
            *((r.start, r.end) for r in understanding.regions),
            *((s, e) for s, e, _ in understanding.addresses.document_spans),
        ]
        asked = asked_targets(understanding.text, taken, dated=bool(understanding.years))
        if asked is None:
            return turn
        said = asked_words(understanding)
        listed = [
            figure
            for parsed in documents_in_scope(turn, self.library)
            for clause in parsed.clauses
            for figure in ledger_figures((parsed.document.id, clause.ordinal), self.library)
            if figure.kind == "target"
            and self._is_for(figure, understanding.years)
            and self._is_about(figure, asked)
            and may_be_said(self._text(figure), said)
        ]
        statements = self._statements(listed)
        if not statements and asked.surely and not asked.topic:
            return plain_answer(
                turn.noting("list_targets", count=0),
                Status.NOT_STATED,
                messages.no_targets(understanding.years),
                nearest=nearest_clauses(self.library, [e.key for e in turn.evidence]),
            )
        if len(statements) < (1 if asked.surely else FEW):
            return turn
        draft = Draft(
            Status.ANSWERED,
            statements,
            facts=tuple(_as_row(target) for target in self._targets(listed)),
            composer="list_targets",
        )
        return replace(turn, draft=draft).noting("list_targets", count=len(statements))

    def _text(self, figure: Figure) -> str:
        return self.library.text(figure.document_id, *told(figure, self.library)[1])

    def _is_for(self, figure: Figure, years: tuple[str, ...]) -> bool:
        return not years or bool(figure_years(figure, self.library).intersection(years))

    def _is_about(self, figure: Figure, asked: AskedTargets) -> bool:
        """Whether a goal, with the heading that it stands under, is about the asked matter."""
        if not asked.topic:
            return True
        pairs = {p for run in asked.topic for p in bigrams(fold(run)) if self.library.knows(p)}
        clause = self.library.clause((figure.document_id, figure.clause))
        said = fold(f"{figure.subject} {figure.indicator} {figure.quote} {clause.title or ''}")
        held = sum(self.library.idf(p) for p in pairs if p in said)
        return bool(pairs) and held >= _TOPIC_COVER * sum(map(self.library.idf, pairs))

    def _statements(self, listed: Iterable[Figure]) -> tuple[Statement, ...]:
        """A line a goal, each once; the first of a clause says where it stands."""
        lines: dict[Support, str] = {}
        clause = None
        for figure in listed:
            when, (start, end) = told(figure, self.library)
            support = Support(figure.document_id, figure.clause, start, end)
            if support in lines:
                continue
            text = self._text(figure).strip("，；。、 \n")
            key = (figure.document_id, figure.clause)
            place = f"根据{self.library.clause(key).address}，" if key != clause else ""
            clause = key
            lines[support] = f"{place}{when}{text}。"
        if not lines:
            return ()
        count = f"{messages.list_count(len(lines))}：\n"
        statements = [Statement(text, (support,)) for support, text in lines.items()]
        return (replace(statements[0], text=count + statements[0].text), *statements[1:])

    def _targets(self, listed: Iterable[Figure]) -> Iterable[Target]:
        spans = {(f.document_id, f.start, f.end) for f in listed}
        for parsed in self.library.corpus.documents:
            for target in parsed.facts.targets:
                if (target.document_id, target.start, target.end) in spans:
                    yield target


def _as_row(target: Target) -> dict[str, object]:
    """A goal as a fact of an answer."""
    row = asdict(target)
    # What it counts for is told apart from what kind of fact it is.
    return {**row, "kind": "target", "notes": list(target.notes)}
