"""What the page needs besides the answering: each may be absent, and the page says so.

The only place where the page is joined to feedback, keys, publishing and statistics.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from assistant.caller import NOBODY, Caller
from assistant.publishing import Publisher
from assistant.records.models import ApiKey, Feedback, Scope, Verdict
from assistant.service import Service
from assistant.ui.answering import Work


class Day(Protocol):
    """Questions of one day."""

    @property
    def day(self) -> date: ...
    @property
    def questions(self) -> int: ...
    @property
    def refused(self) -> int: ...


class Group(Protocol):
    """Questions alike that were not answered."""

    @property
    def example(self) -> str: ...
    @property
    def count(self) -> int: ...
    @property
    def last(self) -> datetime: ...


class Overview(Protocol):
    """Figures of use in a time, as `assistant.records.statistics` counts them."""

    @property
    def questions(self) -> int: ...
    @property
    def refused(self) -> int: ...
    @property
    def eligibility_checks(self) -> int: ...
    @property
    def by_status(self) -> Mapping[str, int]: ...
    @property
    def by_channel(self) -> Mapping[str, int]: ...
    @property
    def per_day(self) -> Sequence[Day]: ...
    @property
    def p50_ms(self) -> float | None: ...
    @property
    def p95_ms(self) -> float | None: ...
    @property
    def unanswered(self) -> Sequence[Group]: ...
    @property
    def feedback(self) -> Mapping[Verdict, int]: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """What stands behind the tabs. Every part may raise a ZhengwenError, which is shown."""

    give_feedback: Callable[[Feedback], None] | None = None
    check_key: Callable[[str], ApiKey | None] | None = None
    """The key of a secret, or None for one that is wrong, expired or revoked."""
    publisher: Publisher | None = None
    overview: Callable[[datetime, datetime], Overview] | None = None
    """From the first moment on and before the second; days are of the first one's zone."""
    open_reports: Callable[[], Sequence[Feedback]] = tuple
    """Complaints that nobody has closed, newest first."""
    close_report: Callable[[str], bool] = lambda feedback_id: False
    asker: Callable[[Any], Caller] = lambda request: NOBODY
    """Who asks, of a gr.Request; counts the question, and raises where it is one too many."""
    caller: Callable[[Any], Caller] = lambda request: NOBODY
    """The same for what is no question."""

    def work(self, service: Service, question: str, conversation: str | None, request: Any) -> Work:
        """What answers a question of the page."""
        caller = self.asker(request)
        return lambda watch: service.answer(
            question, conversation_id=conversation, caller=caller, watch=watch
        )

    def key(self, secret: str, needed: Scope) -> ApiKey | None:
        """The key, if it is valid and may do what `needed` may."""
        found = self.check_key(secret) if self.check_key and secret else None
        return found if found is not None and found.scope.covers(needed) else None


CLOSED = Doors()
