"""Answers that say why there is none; the nearest clauses stand beside, not in the answer."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from assistant import messages
from assistant.library import ClauseKey, Library
from assistant.models import Answer, Nearest, Status, Turn

NEAREST_LENGTH = 160


def plain_answer(
    turn: Turn,
    status: Status,
    text: str,
    *,
    nearest: tuple[Nearest, ...] = (),
    suggestions: tuple[str, ...] = (),
) -> Answer:
    """An answer without citations. Policy refusals also say whom to ask."""
    policy = status in (Status.NOT_IN_CORPUS, Status.NOT_STATED, Status.NO_SUCH_CLAUSE)
    return Answer(
        id=uuid.uuid4().hex,
        conversation_id=turn.conversation_id,
        question=turn.question,
        status=status,
        answer=text,
        notices=(messages.HOTLINE,) if policy else (),
        nearest=nearest,
        suggestions=suggestions,
        standalone=turn.standalone or turn.question,
        retrieved=turn.result.hits if turn.result else (),
        trace=turn.trace,
    )


def nearest_clauses(
    library: Library, keys: Iterable[ClauseKey], limit: int = 3
) -> tuple[Nearest, ...]:
    """The first distinct clauses of a ranking as offers."""
    offers = []
    for key in dict.fromkeys(keys):
        clause = library.clause(key)
        text = library.text(key[0], clause.start, clause.own_end).strip()
        offers.append(
            Nearest(
                key[0],
                library.document(key[0]).title,
                clause.address,
                clause.ordinal,
                text if len(text) <= NEAREST_LENGTH else text[:NEAREST_LENGTH] + "……",
            )
        )
        if len(offers) == limit:
            break
    return tuple(offers)
