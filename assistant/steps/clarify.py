"""Where two readings lead to different answers: the likelier is answered, and the question put back.

A city's figure is no answer to what is asked of its province: that is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.conversing.offers import figures_by_indicator
from assistant.conversing.readings import Open, Readings, asks_for_figure, other_readings
from assistant.library import Library
from assistant.models import Answer, Status, Turn
from corpus.models import Target


@dataclass(frozen=True)
class Clarify:
    """Marks a draft that answers one of several readings and offers the other ones.

    Other readings' figures stand in no answer: only the questions that ask for them are offered.
    """

    library: Library

    def __call__(self, turn: Turn) -> Turn | Answer:
        draft = turn.draft
        if draft is None or draft.status is not Status.ANSWERED:
            return turn
        readings = other_readings(turn, draft, self.library, self._figures)
        if readings is None:
            return turn
        questions = tuple(offer.question for offer in readings.offers)
        if readings.open is Open.PART and asks_for_figure(turn):
            return self._not_of_the_whole(turn, readings, questions)
        told = self._told(turn, readings, questions)
        status = Status.CLARIFY if questions else draft.status
        draft = replace(draft, status=status, notices=(told, *draft.notices))
        return replace(turn, draft=draft, readings=questions).noting(
            "clarify", open=readings.open.value, others=list(questions)
        )

    def _not_of_the_whole(
        self, turn: Turn, readings: Readings, questions: tuple[str, ...]
    ) -> Answer:
        taken = readings.taken
        region = self.library.document(taken.document_id).region
        assert turn.understanding is not None and region is not None
        asked = "、".join(m.region.name for m in turn.understanding.regions)
        noted = turn.noting("clarify", open=readings.open.value, others=list(questions))
        return plain_answer(
            noted,
            Status.NOT_STATED,
            messages.only_of_a_part(asked, region),
            nearest=nearest_clauses(self.library, [(taken.document_id, taken.clause)]),
            suggestions=questions,
        )

    @cached_property
    def _figures(self) -> Mapping[str, Sequence[Target]]:
        return figures_by_indicator(self.library)

    def _told(self, turn: Turn, readings: Readings, questions: Sequence[str]) -> str:
        document = self.library.document(readings.taken.document_id)
        match readings.open:
            case Open.WHERE:
                return messages.read_as_of(document.title, questions)
            case Open.PART:
                assert turn.understanding is not None and document.region is not None
                asked = "、".join(m.region.name for m in turn.understanding.regions)
                return messages.of_a_part(asked, document.region, questions)
            case Open.WHETHER:
                return messages.read_as(readings.taken.kind, questions)
