"""Errors of the assistant that a caller can act upon."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.errors import ZhengwenError


class SettingsError(ZhengwenError):
    """A setting that cannot be read or is not known."""


class QuestionError(ZhengwenError):
    """A question that cannot be taken: empty, too long, or not text."""


class ProfileError(ZhengwenError):
    """A profile file or field that cannot be read."""


class PageError(ZhengwenError):
    """A place to go on from that the list does not have."""


class UnknownClauseError(ZhengwenError):
    """A clause that the document does not have."""


class ServeError(ZhengwenError):
    """The server cannot start, e.g. because the port is taken."""


class ApprovedError(ZhengwenError):
    """A file of approved answers that cannot be used as it stands."""


class LedgerError(ZhengwenError):
    """A kind of fact or a format that is not known, or an export that cannot be written."""


class RecordsError(ZhengwenError):
    """What the service has to keep cannot be kept or read: the database is gone, locked or full."""


class UnknownAnswerError(ZhengwenError):
    """An answer or a piece of feedback that the records do not hold."""


class TokenError(ZhengwenError):
    """A widget token that does not hold, or that may not be minted."""


class LimitError(ZhengwenError):
    """One request too many; `headers` say when the next one is allowed."""

    def __init__(self, message: str, headers: Mapping[str, str]) -> None:
        super().__init__(message)
        self.headers = headers


class KeyStoreError(ZhengwenError):
    """There is no place where a key could be kept."""


class PublishError(ZhengwenError):
    """A document that cannot be taken or kept as it was sent."""


class PublishingBusyError(ZhengwenError):
    """Another document is being published or withdrawn just now."""


class StorageError(PublishError):
    """The disk does not take what has to be written."""
