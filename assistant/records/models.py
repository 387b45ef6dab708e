"""What is kept. All times are aware and in UTC; all texts of askers are masked before they come here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from assistant.caller import Caller
from assistant.models import Exchange


class Verdict(StrEnum):
    """What somebody says of an answer."""

    USEFUL = "useful"
    USELESS = "useless"
    REPORT = "report"
    """A complaint (投诉举报): an editor has to look at it."""


class Scope(StrEnum):
    """What an API key may do; each holds those before it."""

    PUBLIC = "public"
    EDITOR = "editor"
    ADMIN = "admin"

    def covers(self, needed: Scope) -> bool:
        """Whether a key of this scope may do what `needed` may do."""
        order = list(Scope)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One question with what became of it, as the law wants it kept."""

    id: str
    """The answer's id."""
    at: datetime
    caller: Caller
    conversation_id: str | None
    question: str
    standalone: str
    status: str
    answer: str
    citations: tuple[Mapping[str, Any], ...]
    """document_id, address, quote, start, end of each."""
    notices: tuple[str, ...]
    versions: Mapping[str, str]
    """The software, the index and each cited document (by its digest) that the answer rests on."""
    composer: str
    """extractive, or the name of the chat model that worded the answer."""
    took_ms: float


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody said of one answer."""

    id: str
    at: datetime
    answer_id: str
    verdict: Verdict
    comment: str
    caller: Caller
    closed: datetime | None = None
    """When an editor was done with it; only complaints need one."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it is kept: the secret itself is shown once and never stored."""

    id: str
    name: str
    scope: Scope
    digest: str
    """Hex SHA-256 of the secret."""
    created: datetime
    expires: datetime | None = None
    revoked: datetime | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An entry in the chain of the audit log."""

    entry: AuditEntry
    previous: str
    """Digest of the entry before; 64 zeros before the first one."""
    digest: str
    """Hex SHA-256 of `previous` and the entry."""


@dataclass(frozen=True, slots=True)
class Said:
    """An exchange of a conversation with the time at which it was kept."""

    conversation_id: str
    at: datetime
    exchange: Exchange


@dataclass(frozen=True, slots=True)
class Retention:
    """How long what is kept is kept, and how many conversations."""

    audit: timedelta
    feedback: timedelta
    conversations: timedelta
    """Since the last question of each."""
    max_conversations: int


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was removed because its time is over."""

    audit: int
    feedback: int
    exchanges: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries have a status and a channel."""

    status: str
    channel: str
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in one wording, as it was understood."""

    question: str
    count: int
    last: datetime
