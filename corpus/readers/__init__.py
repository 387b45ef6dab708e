"""Files become raw text here: one reader a format, found by the file's suffix."""

from __future__ import annotations

from corpus.readers.registry import SUFFIXES, read_text

__all__ = ["SUFFIXES", "read_text"]
