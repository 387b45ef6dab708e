"""What an English question says besides its terms; the first pattern that matches counts."""

from __future__ import annotations

import re

from assistant.english.asks import ASKS
from assistant.english.pieces import Piece
from assistant.english.references import REFERENCES

# A word is matched whole.
_PATTERNS = tuple(
    (kind, re.compile(rf"(?:{pattern})(?:(?<![A-Za-z])|(?![A-Za-z]))", re.IGNORECASE), reading)
    for kind, pattern, reading in (*REFERENCES, *ASKS)
)


def read_pattern(text: str, at: int) -> tuple[int, Piece] | None:
    """What the first pattern that matches at text[at] says, and where it ends."""
    for kind, pattern, reading in _PATTERNS:
        match = pattern.match(text, at)
        if match and match.end() > at:
            return match.end(), Piece(kind, reading(match))
    return None
