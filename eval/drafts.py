"""What the assistant would say before verification: the drafts of a split's right answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from assistant.assistant import HISTORY
from assistant.compose.figures import FoundFigure
from assistant.compose.figures_told import figure_statement
from assistant.compose.ledger_figures import ledger_figures
from assistant.errors import QuestionError
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Answer, Draft, Exchange, Statement, Status, Support, Turn
from assistant.pipeline import build_steps
from assistant.understanding.lexicon import Lexicon
from eval.cases import Case
from eval.judge import judge
from eval.predictions import from_answer


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, the question that verification holds it against, and where it is from."""

    origin: str
    draft: Draft
    asked: str


def right_drafts(cases: Sequence[Case], library: Library) -> Iterator[Drafted]:
    """The drafts of the cases that are answered, and answered right."""
    steps = build_steps(library, Lexicon.load())
    for case in cases:
        history: tuple[Exchange, ...] = ()
        for question in case.turns:
            state: Turn | Answer = Turn(
                question, history=history[-HISTORY:], profile=case.profile, conversation_id="eval"
            )
            drafted: Turn | None = None
            with suppress(QuestionError):
                for step in steps:
                    if not isinstance(state, Turn):
                        break
                    drafted = state
                    state = step(state)
            if isinstance(state, Answer):
                history = (*history, Exchange(question, state))
        if not isinstance(state, Answer) or drafted is None or drafted.draft is None:
            continue
        if judge(case, from_answer(case.id, state, 0.0)).right and drafted.draft.statements:
            yield Drafted(case.id, drafted.draft, drafted.standalone + drafted.question)


def ledger_drafts(library: Library) -> Iterator[Drafted]:
    """A draft a fact of every document: its figures and its responsibilities."""
    for parsed in library.corpus.documents:
        for clause in parsed.clauses:
            key = (parsed.document.id, clause.ordinal)
            evidence = Evidence(key, 1.0, 0.9, 1.0, ())
            statements = [
                figure_statement(FoundFigure(figure, evidence, 1.0), library)
                for figure in ledger_figures(key, library)
            ]
            statements += [
                Statement(
                    f"{clause.address}：{duty.quote.strip('（）() ')}",
                    (Support(*key, duty.start, duty.end),),
                )
                for duty in library.responsibilities(key)
            ]
            for at, statement in enumerate(statements):
                origin = f"{parsed.document.id}/{clause.ordinal}/{at}"
                yield Drafted(origin, Draft(Status.ANSWERED, (statement,)), "")
