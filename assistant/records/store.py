"""The seam behind which everything is kept: SQLite as it comes, PostgreSQL by its URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from assistant.models import Exchange
from assistant.records.models import ApiKey, AuditEntry, Feedback, Verdict


class Records(Protocol):
    """Safe to use from several threads. Every method may raise RecordsError.

    `history` and `append` are what `assistant.conversation.Conversations` asks for.
    """

    def history(self, conversation_id: str) -> tuple[Exchange, ...]:
        """The exchanges so far, oldest first; empty for an id never seen or forgotten."""
        ...

    def append(self, conversation_id: str, exchange: Exchange) -> None:
        """Add one exchange to the end."""
        ...

    def audit(self, entry: AuditEntry) -> None:
        """Keep one entry of the audit log."""
        ...

    def audited(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        after: str | None = None,
        limit: int = 100,
    ) -> Sequence[AuditEntry]:
        """Entries newest first, `after` the id of the last one seen (a page), at most `limit`."""
        ...

    def every_entry(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[AuditEntry]:
        """All entries oldest first, in bounded memory, for the export."""
        ...

    def entry(self, answer_id: str) -> AuditEntry | None:
        """The entry of one answer."""
        ...

    def give_feedback(self, feedback: Feedback) -> None:
        """Keep what somebody said of an answer."""
        ...

    def feedback(
        self,
        *,
        verdict: Verdict | None = None,
        after: str | None = None,
        limit: int = 100,
    ) -> Sequence[Feedback]:
        """Feedback newest first, paged as `audited` is."""
        ...

    def add_key(self, key: ApiKey) -> None:
        """Keep a new API key."""
        ...

    def keys(self) -> Sequence[ApiKey]:
        """All API keys, the revoked among them, oldest first."""
        ...

    def revoke_key(self, key_id: str, at: datetime) -> bool:
        """Whether there was such a key that was not revoked yet."""
        ...
