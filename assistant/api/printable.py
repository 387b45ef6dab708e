"""Text that can be sent."""

from __future__ import annotations


def printable(text: str) -> str:
    """The text with a question mark for every half of a character, which is no UTF-8."""
    return text.encode("utf-8", "replace").decode()
