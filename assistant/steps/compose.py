"""A draft from the evidence; what the clauses leave out is said to be left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant import messages
from assistant.answers import nearest_clauses, plain_answer
from assistant.compose.chat import ChatComposer
from assistant.compose.extractive import ExtractiveComposer
from assistant.library import Library
from assistant.models import Answer, Draft, Status, Turn
from assistant.steps.look_up import LOOKED_UP
from assistant.steps.planted import ANYTHING, without_planted
from assistant.steps.suspects import asked_words

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
            return self._freed(turn, turn.draft)
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
        freed = self._freed(turn, composed.draft)
        if self.chat is None or isinstance(freed, Answer):
            return freed
        assert freed.draft is not None
        turn = freed
        reworded = replace(self.chat, asked=_asked(turn)).reword(turn.standalone, freed.draft)
        return replace(turn, draft=reworded.draft).noting(
            "chat",
            composer=reworded.draft.composer,
            fallback=reworded.fallback,
            prompts=self.chat.prompts,
        )

    def _freed(self, turn: Turn, draft: Draft) -> Turn | Answer:
        """The turn with its draft, without what a document says or may say to a program."""
        asked = ANYTHING if draft.composer == LOOKED_UP else _asked(turn)
        freed = without_planted(draft, self.library, asked)
        if freed.draft is draft:
            return turn if turn.draft is draft else replace(turn, draft=draft)
        if freed.planted:
            turn = replace(turn, notices=(*turn.notices, messages.PLANTED_LEFT_OUT))
        left_out = len(draft.statements) - len(freed.draft.statements)
        turn = turn.noting("planted", left_out=left_out, sure=freed.planted)
        if freed.draft.statements:
            return replace(turn, draft=freed.draft)
        keys = [] if freed.planted else [e.key for e in turn.evidence]
        return replace(
            plain_answer(
                turn,
                Status.NOT_IN_CORPUS,
                messages.NOT_IN_CORPUS,
                nearest=nearest_clauses(self.library, keys),
            ),
            notices=(messages.HOTLINE, *turn.notices),
        )


def _asked(turn: Turn) -> str:
    """The words of the question, as far as it has been understood."""
    return asked_words(turn.understanding) if turn.understanding else turn.standalone
