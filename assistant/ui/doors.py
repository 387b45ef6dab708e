"""What the page needs besides the answering: each may be absent, and the page says so.

The only place where the page is joined to feedback, keys, publishing and statistics.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assistant.caller import NOBODY, Caller
from assistant.records.models import ApiKey, Feedback
from assistant.service import Service
from assistant.ui.answering import Work

GiveFeedback = Callable[[Feedback], None]
CheckKey = Callable[[str], ApiKey | None]


@dataclass(frozen=True, slots=True)
class Doors:
    """What stands behind the tabs."""

    give_feedback: GiveFeedback | None = None
    check_key: CheckKey | None = None
    """The key of a secret, or None for one that is wrong, expired or revoked."""
    publisher: Any = None
    overview: Callable[[datetime], Any] | None = None
    """Figures of use since a moment."""
    caller_of: Callable[[Any], Caller] = lambda request: NOBODY
    """The asker of a request of the page."""

    def work(
        self, service: Service, question: str, conversation: str | None, request: Any
    ) -> Work:
        """What answers a question of the page."""
        return lambda watch: service.answer(question, conversation_id=conversation)


CLOSED = Doors()
