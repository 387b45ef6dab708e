"""What an English question is cut into."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a piece of a question is there for."""

    ASK = "ask"
    COMPARE = "compare"
    CONFIRM = "confirm"
    TIME = "time"
    PLACE = "place"
    DOCUMENT = "document"
    CLAUSE = "clause"
    GENRE = "genre"
    GOAL = "goal"
    REPORT = "report"
    FIGURE = "figure"
    TERM = "term"
    AND = "and"
    BREAK = "break"
    ROLE = "role"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a question with what it says in Chinese."""

    kind: Kind
    chinese: str
    wordings: tuple[str, ...] = ()
    """Of a term, likeliest first."""


Reading = Callable[[re.Match[str]], str]
"""What a match says in Chinese."""
Row = tuple[Kind, str, Reading]
"""A regular expression with what a match of it is; case does not count."""


def fixed(chinese: str) -> Reading:
    """Every match says the same."""
    return lambda match: chinese
