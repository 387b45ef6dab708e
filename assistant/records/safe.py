"""Records that are kept although the database is locked, gone or full: they wait in the spool."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from threading import Event, Lock

from assistant.errors import RecordsError
from assistant.models import Exchange
from assistant.records.entries import Kept
from assistant.records.exchanges import lean
from assistant.records.models import (
    ApiKey,
    Asked,
    AuditEntry,
    Feedback,
    Link,
    Purged,
    Retention,
    Said,
    Tally,
    Verdict,
)
from assistant.records.recent import Recent
from assistant.records.spool import Spool
from assistant.records.sql import SqlRecords, pair

logger = logging.getLogger(__name__)

_BATCH = 50
"""Records brought into the database in one transaction."""


class SafeRecords:
    """Implements `Records`. While anything waits in the spool everything new queues behind it."""

    def __init__(self, sql: SqlRecords, spool: Spool, recent: Recent) -> None:
        self._sql = sql
        self._spool = spool
        self._recent = recent
        self._order = Lock()
        self._catching_up = Lock()
        self.behind = Event()
        """Set while records wait in the spool."""
        self._entries = {item.id: item for item in spool if isinstance(item, AuditEntry)}
        if spool.waiting:
            self.behind.set()

    @property
    def waiting(self) -> int:
        """How many records wait for the database."""
        return self._spool.waiting

    def catch_up(self) -> bool:
        """Bring what waits into the database, in order, each once; whether nothing waits now."""
        with self._catching_up:
            while True:
                with self._order:
                    items, taken = self._spool.first(_BATCH)
                    if not items:
                        self.behind.clear()
                        return True
                try:
                    self._sql.keep(items)
                except RecordsError:
                    return False
                with self._order:
                    # Killed before this they are brought again, and found to be there.
                    self._spool.done(len(items), taken)
                    for item in items:
                        if isinstance(item, AuditEntry):
                            self._entries.pop(item.id, None)

    def close(self) -> None:
        """Bring in what waits, if that can be done at once, and let go of everything."""
        self.catch_up()
        self._spool.close()
        self._sql.close()

    def history(self, conversation_id: str) -> tuple[Exchange, ...]:
        """The exchanges so far; raises RecordsError where they cannot be known."""
        recent = self._recent.get(conversation_id)
        if recent is not None and self.behind.is_set():
            return recent
        try:
            history = self._sql.history(conversation_id)
        except RecordsError:
            if recent is None:
                raise
            return recent
        self._recent.put(conversation_id, history)
        return history

    def append(self, conversation_id: str, exchange: Exchange) -> None:
        """Add one exchange to the end."""
        said = Said(conversation_id, datetime.now(UTC), lean(exchange))
        self._keep((said,))

    def audit(self, entry: AuditEntry) -> None:
        """Keep one entry of the audit log."""
        self._keep((entry,))

    def answered(self, entry: AuditEntry, exchange: Exchange) -> None:
        """`audit` and `append` to the entry's conversation: both or neither."""
        self._keep(pair(entry, exchange))

    def give_feedback(self, feedback: Feedback) -> None:
        """Keep what somebody said of an answer."""
        self._keep((feedback,))

    def entry(self, answer_id: str) -> AuditEntry | None:
        """The entry of one answer, also one that waits."""
        return self._entries.get(answer_id) or self._sql.entry(answer_id)

    def audited(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        after: str | None = None,
        limit: int = 100,
    ) -> Sequence[AuditEntry]:
        """Entries in the database, newest first."""
        return self._sql.audited(since=since, until=until, after=after, limit=limit)

    def every_entry(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[AuditEntry]:
        """All entries in the database, oldest first."""
        return self._sql.every_entry(since=since, until=until)

    def links(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[Link]:
        """All entries in the database with their digests."""
        return self._sql.links(since=since, until=until)

    def head(self) -> str:
        """The digest of the newest entry."""
        return self._sql.head()

    def feedback(
        self,
        *,
        verdict: Verdict | None = None,
        is_open: bool = False,
        after: str | None = None,
        limit: int = 100,
    ) -> Sequence[Feedback]:
        """Feedback in the database, newest first."""
        return self._sql.feedback(verdict=verdict, is_open=is_open, after=after, limit=limit)

    def close_feedback(self, feedback_id: str, at: datetime) -> bool:
        """Whether there was such feedback that was not closed yet."""
        return self._sql.close_feedback(feedback_id, at)

    def purge(self, retention: Retention, now: datetime) -> Purged:
        """Remove what is older than its time."""
        return self._sql.purge(retention, now)

    def tally(self, since: datetime, until: datetime) -> Sequence[Tally]:
        """How many entries have each status and channel."""
        return self._sql.tally(since, until)

    def first_entry(self) -> datetime | None:
        """The time of the oldest entry."""
        return self._sql.first_entry()

    def took_ms(
        self, since: datetime, until: datetime, shares: Sequence[float], without: str
    ) -> Sequence[float]:
        """The times below which these shares of the entries stay."""
        return self._sql.took_ms(since, until, shares, without)

    def most_asked(
        self, since: datetime, until: datetime, statuses: Sequence[str], limit: int
    ) -> Sequence[Asked]:
        """The commonest questions that ended in one of the statuses."""
        return self._sql.most_asked(since, until, statuses, limit)

    def feedback_tally(self, since: datetime, until: datetime) -> Mapping[Verdict, int]:
        """How much feedback there is of each kind."""
        return self._sql.feedback_tally(since, until)

    def open_reports(self) -> int:
        """How many complaints nobody has closed."""
        return self._sql.open_reports()

    def add_key(self, key: ApiKey) -> None:
        """Keep a new API key; this does not wait: who makes one sees whether it was kept."""
        self._sql.add_key(key)

    def keys(self) -> Sequence[ApiKey]:
        """All API keys, oldest first."""
        return self._sql.keys()

    def revoke_key(self, key_id: str, at: datetime) -> bool:
        """Whether there was such a key that was not revoked yet."""
        return self._sql.revoke_key(key_id, at)

    def _keep(self, items: Sequence[Kept]) -> None:
        with self._order:
            if not self._spool.waiting:
                try:
                    self._sql.keep(items)
                except RecordsError:
                    logger.error("the database takes no records; they wait in the spool")
                    self._wait(items)
            else:
                self._wait(items)
        for item in items:
            if isinstance(item, Said):
                self._recent.append(item.conversation_id, item.exchange)

    def _wait(self, items: Sequence[Kept]) -> None:
        self._spool.add(items)
        self._entries.update((item.id, item) for item in items if isinstance(item, AuditEntry))
        self.behind.set()
