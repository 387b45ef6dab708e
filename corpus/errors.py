"""The root of every error that a caller of Zhengwen can act upon."""

from __future__ import annotations


class ZhengwenError(Exception):
    """Something went wrong that the caller can mend.

    The message is Chinese, is shown to users as it is, and says what to do.
    """


class ReadError(ZhengwenError):
    """A file cannot be read as a policy text (missing, binary, undecodable, empty)."""


class ManifestError(ZhengwenError):
    """The manifest and the files beside it do not agree."""


class UnknownDocumentError(ZhengwenError):
    """A document id that the corpus does not hold."""
