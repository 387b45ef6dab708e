"""Errors of the assistant that a caller can act upon."""

from __future__ import annotations

from corpus.errors import ZhengwenError


class SettingsError(ZhengwenError):
    """A setting that cannot be read or is not known."""


class QuestionError(ZhengwenError):
    """A question that cannot be taken: empty, too long, or not text."""


class ProfileError(ZhengwenError):
    """A profile file or field that cannot be read."""


class ServeError(ZhengwenError):
    """The server cannot start, e.g. because the port is taken."""


class ApprovedError(ZhengwenError):
    """A file of approved answers that cannot be used as it stands."""


class LedgerError(ZhengwenError):
    """A kind of fact or a format that is not known, or an export that cannot be written."""


class PublishError(ZhengwenError):
    """A document that cannot be taken or kept as it was sent."""


class PublishingBusyError(ZhengwenError):
    """Another document is being published or withdrawn just now."""


class StorageError(PublishError):
    """The disk does not take what has to be written."""
