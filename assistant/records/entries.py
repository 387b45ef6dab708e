"""Audit entries and feedback as plain JSON, and back; what stands in the spool and in exports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from assistant.caller import Caller, Channel
from assistant.records.exchanges import exchange_from_json, exchange_to_json, plain
from assistant.records.models import AuditEntry, Feedback, Said, Verdict

Kept = AuditEntry | Said | Feedback
"""Everything that is kept although the database is away."""


def entry_to_json(entry: AuditEntry) -> dict[str, Any]:
    """All of an entry; times in ISO 8601, UTC."""
    return {
        "id": entry.id,
        "at": _iso(entry.at),
        "caller": caller_to_json(entry.caller),
        "conversation_id": entry.conversation_id,
        "question": entry.question,
        "standalone": entry.standalone,
        "status": entry.status,
        "answer": entry.answer,
        "citations": plain(entry.citations),
        "notices": list(entry.notices),
        "versions": dict(entry.versions),
        "composer": entry.composer,
        "took_ms": entry.took_ms,
    }


def entry_from_json(told: Mapping[str, Any]) -> AuditEntry:
    """The entry again."""
    return AuditEntry(
        id=told["id"],
        at=datetime.fromisoformat(told["at"]),
        caller=_caller(told["caller"]),
        conversation_id=told["conversation_id"],
        question=told["question"],
        standalone=told["standalone"],
        status=told["status"],
        answer=told["answer"],
        citations=tuple(told["citations"]),
        notices=tuple(told["notices"]),
        versions=told["versions"],
        composer=told["composer"],
        took_ms=told["took_ms"],
    )


def chained_digest(previous: str, entry: AuditEntry) -> str:
    """Hex SHA-256 over the digest before and the entry: a change anywhere breaks all that follow."""
    body = json.dumps(
        entry_to_json(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(f"{previous}\n{body}".encode("utf-8", "replace")).hexdigest()


def feedback_to_json(feedback: Feedback) -> dict[str, Any]:
    """All of a piece of feedback."""
    return {
        "id": feedback.id,
        "at": _iso(feedback.at),
        "answer_id": feedback.answer_id,
        "verdict": feedback.verdict.value,
        "comment": feedback.comment,
        "caller": caller_to_json(feedback.caller),
        "closed": _iso(feedback.closed) if feedback.closed else None,
    }


def kept_to_json(kept: Kept) -> dict[str, Any]:
    """What `kept_from_json` reads."""
    match kept:
        case AuditEntry():
            return {"audit": entry_to_json(kept)}
        case Feedback():
            return {"feedback": feedback_to_json(kept)}
        case Said():
            said = exchange_to_json(kept.exchange)
            return {"said": said, "in": kept.conversation_id, "at": _iso(kept.at)}


def kept_from_json(told: Mapping[str, Any]) -> Kept:
    """What was kept again; raises KeyError or ValueError for anything else."""
    if "audit" in told:
        return entry_from_json(told["audit"])
    if "feedback" in told:
        given = told["feedback"]
        return Feedback(
            id=given["id"],
            at=datetime.fromisoformat(given["at"]),
            answer_id=given["answer_id"],
            verdict=Verdict(given["verdict"]),
            comment=given["comment"],
            caller=_caller(given["caller"]),
            closed=datetime.fromisoformat(given["closed"]) if given["closed"] else None,
        )
    at = datetime.fromisoformat(told["at"])
    return Said(told["in"], at, exchange_from_json(told["said"]))


def caller_to_json(caller: Caller) -> dict[str, Any]:
    """Channel and pseudonyms."""
    return {**asdict(caller), "channel": caller.channel.value}


def _caller(told: Mapping[str, Any]) -> Caller:
    return Caller(**{**told, "channel": Channel(told["channel"])})


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
