"""The seam behind which everything is kept: SQLite as it comes, PostgreSQL by its URL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from assistant.models import Exchange
from assistant.records.models import (
    ApiKey,
    Asked,
    AuditEntry,
    Feedback,
    Link,
    Purged,
    Retention,
    Tally,
    Verdict,
)


class Records(Protocol):
    """Safe to use from several threads. Every method may raise RecordsError.

    `history` and `append` are what `assistant.conversation.Conversations` asks for.
    """

    @property
    def waiting(self) -> int:
        """How many records wait for the database, on disk."""
        ...

    def history(self, conversation_id: str) -> tuple[Exchange, ...]:
        """The exchanges so far, oldest first; empty for an id never seen or forgotten."""
        ...

    def append(self, conversation_id: str, exchange: Exchange) -> None:
        """Add one exchange to the end."""
        ...

    def audit(self, entry: AuditEntry) -> None:
        """Keep one entry of the audit log. An entry with an id that is kept already is left out."""
        ...

    def answered(self, entry: AuditEntry, exchange: Exchange) -> None:
        """`audit` and `append` to the entry's conversation: both or neither."""
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
        """All entries oldest first, in bounded memory."""
        ...

    def links(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[Link]:
        """All entries with their digests, as `every_entry`, for the export."""
        ...

    def head(self) -> str:
        """The digest of the newest entry."""
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
        is_open: bool = False,
        after: str | None = None,
        limit: int = 100,
    ) -> Sequence[Feedback]:
        """Feedback newest first, paged as `audited` is; `is_open`: what nobody has closed."""
        ...

    def close_feedback(self, feedback_id: str, at: datetime) -> bool:
        """Whether there was such feedback that was not closed yet."""
        ...

    def purge(self, retention: Retention, now: datetime) -> Purged:
        """Remove what is older than its time, in small steps that hold nobody up."""
        ...

    def tally(self, since: datetime, until: datetime) -> Sequence[Tally]:
        """How many entries from `since` on and before `until` have each status and channel."""
        ...

    def first_entry(self) -> datetime | None:
        """The time of the oldest entry."""
        ...

    def took_ms(
        self, since: datetime, until: datetime, shares: Sequence[float], without: str
    ) -> Sequence[float]:
        """The times below which these shares (0 to 1) of the entries stay; none without entries.

        without: a status that is left out.
        """
        ...

    def most_asked(
        self, since: datetime, until: datetime, statuses: Sequence[str], limit: int
    ) -> Sequence[Asked]:
        """The commonest questions that ended in one of the statuses."""
        ...

    def feedback_tally(self, since: datetime, until: datetime) -> Mapping[Verdict, int]:
        """How much feedback there is of each kind."""
        ...

    def open_reports(self) -> int:
        """How many complaints nobody has closed."""
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
