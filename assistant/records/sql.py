"""Records in a database, by SQL that SQLite and PostgreSQL share."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Select, delete, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from assistant.errors import RecordsError
from assistant.models import Exchange
from assistant.records import messages
from assistant.records.counting import Counting
from assistant.records.entries import Kept, chained_digest
from assistant.records.exchanges import exchange_from_json, lean
from assistant.records.models import (
    ApiKey,
    AuditEntry,
    Feedback,
    Link,
    Purged,
    Retention,
    Said,
    Verdict,
)
from assistant.records.purging import purge
from assistant.records.rows import (
    audit_row,
    clean,
    feedback_of,
    feedback_row,
    key_of,
    key_row,
    link_of,
    said_row,
)
from assistant.records.tables import api_key, audit, audit_head, exchange, feedback

logger = logging.getLogger(__name__)

_PAGE = 500
"""Rows read at once by what goes through all of them: no transaction stays open in between."""


class SqlRecords(Counting):
    """Implements `Records`. Every write is idempotent: what is kept already is left as it is."""

    def __init__(self, engine: Engine, max_exchanges: int) -> None:
        """max_exchanges: kept of each conversation."""
        self._engine = engine
        self._writing = engine.execution_options(writes=True)
        self._max_exchanges = max_exchanges
        # Threads of this process queue here in turn; SQLite's own waiting is no queue.
        self._turn = Lock()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def keep(self, items: Sequence[Kept]) -> None:
        """Keep all of them, in their order, or none."""
        with self._write() as connection:
            for item in items:
                match item:
                    case AuditEntry():
                        _keep_entry(connection, item)
                    case Said():
                        self._keep_said(connection, item)
                    case Feedback():
                        _keep_feedback(connection, item)

    @property
    def waiting(self) -> int:
        """None: what cannot be kept here at once raises."""
        return 0

    def history(self, conversation_id: str) -> tuple[Exchange, ...]:
        """The exchanges so far, oldest first; empty for an id never seen or forgotten."""
        kept = self._latest(conversation_id).with_only_columns(exchange.c.body)
        with self._read() as connection:
            bodies = connection.scalars(kept).all()
        return tuple(exchange_from_json(body) for body in reversed(bodies))

    def append(self, conversation_id: str, exchange: Exchange) -> None:
        """Add one exchange to the end."""
        self.keep([Said(conversation_id, datetime.now(UTC), lean(exchange))])

    def audit(self, entry: AuditEntry) -> None:
        """Keep one entry of the audit log."""
        self.keep([entry])

    def answered(self, entry: AuditEntry, exchange: Exchange) -> None:
        """`audit` and `append` to the entry's conversation: both or neither."""
        self.keep(pair(entry, exchange))

    def audited(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        after: str | None = None,
        limit: int = 100,
    ) -> Sequence[AuditEntry]:
        """Entries newest first; after an id that is not kept there is nothing."""
        found = _within(select(audit), since, until).order_by(audit.c.seq.desc()).limit(limit)
        if after is not None:
            last = select(audit.c.seq).where(audit.c.id == after).scalar_subquery()
            found = found.where(audit.c.seq < last)
        with self._read() as connection:
            return [link_of(row).entry for row in connection.execute(found)]

    def every_entry(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[AuditEntry]:
        """All entries oldest first, in bounded memory."""
        return (link.entry for link in self.links(since=since, until=until))

    def links(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> Iterator[Link]:
        """All entries with their digests, oldest first, a page of rows at a time."""
        last = 0
        while True:
            page = _within(select(audit), since, until).where(audit.c.seq > last)
            with self._read() as connection:
                rows = connection.execute(page.order_by(audit.c.seq).limit(_PAGE)).all()
            for row in rows:
                yield link_of(row)
            if len(rows) < _PAGE:
                return
            last = rows[-1].seq

    def head(self) -> str:
        """The digest of the newest entry."""
        with self._read() as connection:
            return str(connection.scalars(select(audit_head.c.digest)).one())

    def entry(self, answer_id: str) -> AuditEntry | None:
        """The entry of one answer."""
        with self._read() as connection:
            row = connection.execute(select(audit).where(audit.c.id == answer_id)).one_or_none()
        return link_of(row).entry if row else None

    def give_feedback(self, feedback: Feedback) -> None:
        """Keep what somebody said of an answer."""
        self.keep([feedback])

    def feedback(
        self,
        *,
        verdict: Verdict | None = None,
        is_open: bool = False,
        after: str | None = None,
        limit: int = 100,
    ) -> Sequence[Feedback]:
        """Feedback newest first, paged as `audited` is."""
        found = select(feedback).order_by(feedback.c.seq.desc()).limit(limit)
        if verdict is not None:
            found = found.where(feedback.c.verdict == verdict.value)
        if is_open:
            found = found.where(feedback.c.closed.is_(None))
        if after is not None:
            last = select(feedback.c.seq).where(feedback.c.id == after).scalar_subquery()
            found = found.where(feedback.c.seq < last)
        with self._read() as connection:
            return [feedback_of(row) for row in connection.execute(found)]

    def close_feedback(self, feedback_id: str, at: datetime) -> bool:
        """Whether there was such feedback that was not closed yet."""
        closing = update(feedback).where(feedback.c.id == feedback_id, feedback.c.closed.is_(None))
        with self._write() as connection:
            return connection.execute(closing.values(closed=at)).rowcount == 1

    def purge(self, retention: Retention, now: datetime) -> Purged:
        """Remove what is older than its time, in small steps that hold nobody up."""
        return purge(self._write, retention, now)

    def add_key(self, key: ApiKey) -> None:
        """Keep a new API key."""
        with self._write() as connection:
            connection.execute(insert(api_key).values(key_row(key)))

    def keys(self) -> Sequence[ApiKey]:
        """All API keys, the revoked among them, oldest first."""
        found = select(api_key).order_by(api_key.c.created, api_key.c.id)
        with self._read() as connection:
            return [key_of(row) for row in connection.execute(found)]

    def revoke_key(self, key_id: str, at: datetime) -> bool:
        """Whether there was such a key that was not revoked yet."""
        revoking = update(api_key).where(api_key.c.id == key_id, api_key.c.revoked.is_(None))
        with self._write() as connection:
            return connection.execute(revoking.values(revoked=at)).rowcount == 1

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            logger.warning("records cannot be read: %s", error)
            raise RecordsError(messages.UNREADABLE) from error

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        try:
            with self._turn, self._writing.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            logger.warning("records cannot be written: %s", error)
            raise RecordsError(messages.NOT_WRITTEN) from error

    def _latest(self, conversation_id: str) -> Select[Any]:
        """By time, not by row: an exchange that is written again takes its old place."""
        mine = select(exchange).where(exchange.c.conversation_id == conversation_id)
        newest = mine.order_by(exchange.c.at.desc(), exchange.c.seq.desc())
        return newest.limit(self._max_exchanges)

    def _keep_said(self, connection: Connection, said: Said) -> None:
        mine = exchange.c.conversation_id == said.conversation_id
        same = select(exchange.c.seq).where(mine, exchange.c.answer_id == said.exchange.answer.id)
        if connection.execute(same).first():
            return
        connection.execute(insert(exchange).values(said_row(said)))
        latest = self._latest(said.conversation_id).with_only_columns(exchange.c.seq)
        connection.execute(delete(exchange).where(mine, exchange.c.seq.not_in(latest)))


def pair(entry: AuditEntry, exchange: Exchange) -> tuple[Kept, ...]:
    """An answer's entry, and its exchange where it is part of a conversation."""
    if entry.conversation_id is None:
        return (entry,)
    return (entry, Said(entry.conversation_id, entry.at, lean(exchange)))


def _keep_entry(connection: Connection, given: AuditEntry) -> None:
    if connection.execute(select(audit.c.seq).where(audit.c.id == given.id)).first():
        return
    # The lock on this row makes processes that share a PostgreSQL add to the chain one by one.
    previous = connection.scalars(select(audit_head.c.digest).with_for_update()).one()
    entry = clean(given)
    digest = chained_digest(previous, entry)
    connection.execute(insert(audit).values(audit_row(entry, previous, digest)))
    connection.execute(update(audit_head).values(digest=digest))


def _keep_feedback(connection: Connection, given: Feedback) -> None:
    if not connection.execute(select(feedback.c.seq).where(feedback.c.id == given.id)).first():
        connection.execute(insert(feedback).values(feedback_row(given)))


def _within(found: Select[Any], since: datetime | None, until: datetime | None) -> Select[Any]:
    if since is not None:
        found = found.where(audit.c.at >= since)
    if until is not None:
        found = found.where(audit.c.at < until)
    return found
