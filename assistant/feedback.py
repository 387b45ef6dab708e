"""What somebody says of an answer, through whatever surface, on its way into the records."""

from __future__ import annotations

from dataclasses import replace

from assistant.access.door import taken
from assistant.errors import UnknownAnswerError
from assistant.records.messages import unknown_answer
from assistant.records.models import Feedback
from assistant.records.store import Records


def keep_feedback(records: Records, feedback: Feedback) -> None:
    """Keep it, its comment without personal data.

    Raises UnknownAnswerError for an answer that was not given, RecordsError.
    """
    if records.entry(feedback.answer_id) is None:
        raise UnknownAnswerError(unknown_answer(feedback.answer_id))
    comment = taken(feedback.comment.strip()).text
    records.give_feedback(replace(feedback, comment=comment))
