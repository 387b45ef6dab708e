"""Everything that can go wrong between a question to a chat model and its text."""

from __future__ import annotations

from enum import StrEnum

from corpus.errors import ZhengwenError


class Failure(StrEnum):
    """Why there is no text of the model; the value stands in the trace."""

    FIRST_TIMEOUT = "timeout before the first token"
    STALLED = "timeout between tokens"
    DEADLINE = "deadline passed"
    UNREACHABLE = "endpoint not reached"
    BROKEN_OFF = "connection broke off"
    BUSY = "endpoint is busy"
    SERVER_ERROR = "endpoint failed"
    NO_ACCESS = "key refused"
    NOT_FOUND = "model or address not found"
    BAD_REQUEST = "request refused"
    GARBAGE = "reply is no chat completion"
    TOO_LONG = "reply too long"
    CIRCUIT_OPEN = "circuit open"
    NO_BUDGET = "hourly token budget spent"
    ASKER_LEFT = "asker has left"

    @property
    def retryable(self) -> bool:
        """Whether asking once more may help. After a timeout the asker has waited enough."""
        return self in (Failure.UNREACHABLE, Failure.BUSY, Failure.SERVER_ERROR)


class ChatModelError(ZhengwenError):
    """The model gave no text that could be used; holds nothing that the endpoint said."""

    def __init__(self, failure: Failure, *, retry_after_s: float | None = None) -> None:
        super().__init__(failure.value)
        self.failure = failure
        self.retry_after_s = retry_after_s
        """How long the endpoint asks to be left alone."""
