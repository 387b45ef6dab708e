"""Removing what is older than its time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, delete, func, select

from assistant.records.models import Purged, Retention
from assistant.records.tables import audit, exchange, feedback

Write = Callable[[], AbstractContextManager[Connection]]

_STEP = 1000
"""Rows removed in one transaction: a few milliseconds, so that no answer waits for long."""
_CONVERSATIONS = 200


def purge(write: Write, retention: Retention, now: datetime) -> Purged:
    """Remove in small steps; what a failure leaves is removed the next time."""
    return Purged(
        audit=_oldest_links(write, now - retention.audit),
        feedback=_remove(write, feedback, feedback.c.at < now - retention.feedback),
        exchanges=_silent(write, retention, now),
    )


def _oldest_links(write: Write, before: datetime) -> int:
    """From the beginning of the chain without a gap: what was written late, from a spool or by a
    clock that went wrong, goes when all before it goes, and the chain stays whole."""
    kept = select(audit.c.seq).where(audit.c.at >= before).order_by(audit.c.seq).limit(1)
    with write() as connection:
        first = connection.scalar(kept)
    old = audit.c.at < before
    return _remove(write, audit, old if first is None else and_(old, audit.c.seq < first))


def _remove(write: Write, table: Table, which: ColumnElement[bool]) -> int:
    removed = 0
    old = select(table.c.seq).where(which).order_by(table.c.seq).limit(_STEP)
    while True:
        with write() as connection:
            gone = connection.execute(delete(table).where(table.c.seq.in_(old))).rowcount
        removed += gone
        if gone < _STEP:
            return removed


def _silent(write: Write, retention: Retention, now: datetime) -> int:
    """Conversations that were silent for too long, then those silent longest of too many."""
    last = func.max(exchange.c.at)
    each = select(exchange.c.conversation_id).group_by(exchange.c.conversation_id)
    too_old = each.having(last < now - retention.conversations)
    too_many = each.order_by(last.desc()).offset(retention.max_conversations)
    return _forget(write, too_old) + _forget(write, too_many)


def _forget(write: Write, found: Select[tuple[str]]) -> int:
    removed = 0
    while True:
        with write() as connection:
            ids = connection.scalars(found.limit(_CONVERSATIONS)).all()
            gone = delete(exchange).where(exchange.c.conversation_id.in_(ids))
            removed += connection.execute(gone).rowcount if ids else 0
        if len(ids) < _CONVERSATIONS:
            return removed
