"""What is kept as rows of the tables, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import Any

from sqlalchemy import Row

from assistant.caller import Caller, Channel
from assistant.records.database import storable
from assistant.records.exchanges import exchange_to_json, plain
from assistant.records.models import ApiKey, AuditEntry, Feedback, Link, Said, Scope, Verdict


def clean(entry: AuditEntry) -> AuditEntry:
    """The entry as a database gives it back, so that its digest stays what it was."""
    return replace(
        entry,
        at=entry.at.astimezone(UTC),
        question=storable(entry.question),
        standalone=storable(entry.standalone),
        answer=storable(entry.answer),
        citations=tuple(plain(entry.citations)),
        notices=tuple(storable(notice) for notice in entry.notices),
        took_ms=round(float(entry.took_ms), 3),
    )


def audit_row(entry: AuditEntry, previous: str, digest: str) -> dict[str, Any]:
    """A clean entry in its place in the chain."""
    return {
        "id": entry.id,
        "at": entry.at,
        **_caller_row(entry.caller),
        "conversation_id": entry.conversation_id,
        "question": entry.question,
        "standalone": entry.standalone,
        "status": entry.status,
        "answer": entry.answer,
        "citations": list(entry.citations),
        "notices": list(entry.notices),
        "versions": dict(entry.versions),
        "composer": entry.composer,
        "took_ms": entry.took_ms,
        "previous": previous,
        "digest": digest,
    }


def link_of(row: Row[Any]) -> Link:
    """An audit row."""
    entry = AuditEntry(
        id=row.id,
        at=row.at,
        caller=_caller_of(row),
        conversation_id=row.conversation_id,
        question=row.question,
        standalone=row.standalone,
        status=row.status,
        answer=row.answer,
        citations=tuple(row.citations),
        notices=tuple(row.notices),
        versions=row.versions,
        composer=row.composer,
        took_ms=row.took_ms,
    )
    return Link(entry, row.previous, row.digest)


def said_row(said: Said) -> dict[str, Any]:
    """An exchange."""
    return {
        "conversation_id": said.conversation_id,
        "answer_id": said.exchange.answer.id,
        "at": said.at,
        "body": exchange_to_json(said.exchange),
    }


def feedback_row(feedback: Feedback) -> dict[str, Any]:
    """A piece of feedback."""
    return {
        "id": feedback.id,
        "at": feedback.at,
        "answer_id": feedback.answer_id,
        "verdict": feedback.verdict.value,
        "comment": storable(feedback.comment),
        **_caller_row(feedback.caller),
        "closed": feedback.closed,
    }


def feedback_of(row: Row[Any]) -> Feedback:
    """A feedback row."""
    verdict = Verdict(row.verdict)
    return Feedback(
        row.id, row.at, row.answer_id, verdict, row.comment, _caller_of(row), row.closed
    )


def key_row(key: ApiKey) -> dict[str, Any]:
    """A key."""
    return {
        "id": key.id,
        "name": key.name,
        "scope": key.scope.value,
        "digest": key.digest,
        "created": key.created,
        "expires": key.expires,
        "revoked": key.revoked,
    }


def key_of(row: Row[Any]) -> ApiKey:
    """A key row."""
    return ApiKey(
        row.id, row.name, Scope(row.scope), row.digest, row.created, row.expires, row.revoked
    )


def _caller_row(caller: Caller) -> dict[str, Any]:
    return {
        "channel": caller.channel.value,
        "visitor": caller.visitor,
        "key_id": caller.key_id,
        "request_id": caller.request_id,
    }


def _caller_of(row: Row[Any]) -> Caller:
    return Caller(Channel(row.channel), row.visitor, row.key_id, row.request_id)
