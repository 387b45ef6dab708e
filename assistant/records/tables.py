"""The tables, in types that SQLite and PostgreSQL both have."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Double,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware time in UTC; SQLite itself knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """In UTC; without its zone for SQLite, whose texts then sort by time."""
        if value is None:
            return None
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


SEQUENCE = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers only columns that are called INTEGER."""

metadata = MetaData()


def _caller() -> tuple[Column[Any], ...]:
    return (
        Column("channel", String(16), nullable=False),
        Column("visitor", Text),
        Column("key_id", Text),
        Column("request_id", Text),
    )


exchange = Table(
    "exchange",
    metadata,
    Column("seq", SEQUENCE, primary_key=True, autoincrement=True),
    Column("conversation_id", Text, nullable=False),
    Column("answer_id", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("conversation_id", "answer_id", name="uq_exchange"),
    Index("ix_exchange_conversation", "conversation_id", "at"),
)
audit = Table(
    "audit",
    metadata,
    Column("seq", SEQUENCE, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Moment, nullable=False),
    *_caller(),
    Column("conversation_id", Text),
    Column("question", Text, nullable=False),
    Column("standalone", Text, nullable=False),
    Column("status", String(64), nullable=False),
    Column("answer", Text, nullable=False),
    Column("citations", JSON, nullable=False),
    Column("notices", JSON, nullable=False),
    Column("versions", JSON, nullable=False),
    Column("composer", Text, nullable=False),
    Column("took_ms", Double, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    # Holds all that the statistics count, so that they never read the answers themselves.
    Index("ix_audit_at", "at", "status", "channel", "took_ms"),
    sqlite_autoincrement=True,
)
audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String(64), nullable=False),
)
"""One row: the digest of the newest entry. Locked while an entry is added."""
feedback = Table(
    "feedback",
    metadata,
    Column("seq", SEQUENCE, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Moment, nullable=False),
    Column("answer_id", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("comment", Text, nullable=False),
    *_caller(),
    Column("closed", Moment),
    Index("ix_feedback_at", "at", "verdict"),
    sqlite_autoincrement=True,
)
api_key = Table(
    "api_key",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("scope", String(16), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("created", Moment, nullable=False),
    Column("expires", Moment),
    Column("revoked", Moment),
)
