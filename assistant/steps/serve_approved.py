"""What an editor has answered and approved is served as it was approved."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assistant import messages
from assistant.approved.book import ApprovedBook
from assistant.library import Library
from assistant.models import Answer, Turn
from assistant.verification.verify import verify

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ServeApproved:
    """Ends the turn with an approved answer, verified and cited like any other.

    What has expired, rests on documents that were excluded, or does not pass verification is not
    served: the turn goes on.
    """

    library: Library
    book: ApprovedBook
    finish: Callable[[Turn], Answer]

    def __call__(self, turn: Turn) -> Turn | Answer:
        found = self.book.find(turn.standalone, turn.question)
        if found is None or found.entry.expired(turn.as_of or date.today()):
            return turn
        entry, draft = found.entry, found.draft
        used = {s.document_id for statement in draft.statements for s in statement.supports}
        if turn.documents is not None and not used <= turn.documents:
            return turn
        if verify(draft, self.library, turn.standalone).removed:
            logger.warning("approved answer %s did not pass verification", entry.id)
            return turn.noting("approved", id=entry.id, served=False)
        notices = (*draft.notices, messages.approved(entry.approved_on))
        noted = turn.noting("approved", id=entry.id, served=True, approved_by=entry.approved_by)
        return self.finish(replace(noted, draft=replace(draft, notices=notices)))
