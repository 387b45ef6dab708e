"""What can go wrong with an encoder or an index."""

from __future__ import annotations

from corpus.errors import ZhengwenError


class ModelError(ZhengwenError):
    """An encoder cannot be prepared or loaded."""


class IndexStoreError(ZhengwenError):
    """The index on disk cannot be used or written."""


class IndexMissingError(IndexStoreError):
    """There is no index in the folder."""


class IndexDamagedError(IndexStoreError):
    """A file of the index is missing, half-written or changed."""


class IndexMismatchError(IndexStoreError):
    """The index was built by another encoder or in another format."""
