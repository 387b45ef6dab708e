"""The first tables: conversations, the audit log with its chain, feedback, API keys."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def _caller() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("visitor", sa.Text),
        sa.Column("key_id", sa.Text),
        sa.Column("request_id", sa.Text),
    )


def upgrade() -> None:
    """From nothing."""
    op.create_table(
        "exchange",
        sa.Column("seq", _SEQUENCE, primary_key=True, autoincrement=True),
        sa.Column("conversation_id", sa.Text, nullable=False),
        sa.Column("answer_id", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.UniqueConstraint("conversation_id", "answer_id", name="uq_exchange"),
    )
    op.create_index("ix_exchange_conversation", "exchange", ["conversation_id", "at"])
    op.create_table(
        "audit",
        sa.Column("seq", _SEQUENCE, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("at", _MOMENT, nullable=False),
        *_caller(),
        sa.Column("conversation_id", sa.Text),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("standalone", sa.Text, nullable=False),
        sa.Column("status", sa.String(64), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("citations", sa.JSON, nullable=False),
        sa.Column("notices", sa.JSON, nullable=False),
        sa.Column("versions", sa.JSON, nullable=False),
        sa.Column("composer", sa.Text, nullable=False),
        sa.Column("took_ms", sa.Double, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_at", "audit", ["at", "status", "channel", "took_ms"])
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.bulk_insert(head, [{"id": 1, "digest": "0" * 64}])
    op.create_table(
        "feedback",
        sa.Column("seq", _SEQUENCE, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("answer_id", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("comment", sa.Text, nullable=False),
        *_caller(),
        sa.Column("closed", _MOMENT),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feedback_at", "feedback", ["at", "verdict"])
    op.create_table(
        "api_key",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("scope", sa.String(16), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("expires", _MOMENT),
        sa.Column("revoked", _MOMENT),
    )
