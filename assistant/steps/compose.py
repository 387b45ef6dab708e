"""A draft from the evidence; what the clauses leave out is said to be left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.compose.chat import ChatComposer
from assistant.compose.extractive import ExtractiveComposer
from assistant.library import Library
from assistant.models import Answer, Status, Turn

COMPARED = "compare"
"""Name of the trace entry of an answer that puts the sides of a comparison side by side."""


@dataclass(frozen=True)
class Compose:
    """Sets `draft`, or ends the turn as not stated."""

    library: Library
    composer: ExtractiveComposer
    chat: ChatComposer | None = None

    def __call__(self, turn: Turn) -> Turn | Answer:
        if turn.draft:
            return turn
        composed = self.composer.compose(turn)
        if composed.draft is None:
            kind = composed.missing[0].value
            return plain_answer(
                turn,
                Status.NOT_STATED,
                messages.NOT_STATED[kind],
                nearest=nearest_clauses(self.library, [e.key for e in turn.evidence]),
            )
        if composed.sides:
            turn = turn.noting(COMPARED, sides=composed.sides)
        if self.chat is None:
            return replace(turn, draft=composed.draft)
        reworded = self.chat.reword(turn.standalone, composed.draft)
        return replace(turn, draft=reworded.draft).noting(
            "chat",
            composer=reworded.draft.composer,
            fallback=reworded.fallback,
            prompts=self.chat.prompts,
        )
