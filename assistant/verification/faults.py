"""What can be wrong with a claim, and how it is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

ABSENT = "not in the source"
ELSEWHERE = "belongs to something else"
LEFT_OUT = "left out"


class ClaimKind(StrEnum):
    """What kind of claim failed."""

    NUMBER = "number"
    UNIT = "unit"
    COMPARATOR = "comparator"
    DATE = "date"
    DOCUMENT_NUMBER = "document number"
    TITLE = "title"
    PROGRAMME = "programme"
    BODY = "body"
    ROLE = "role"
    REGION = "region"
    LEVEL = "level"
    NEGATION = "negation"
    FORCE = "force"
    SCOPE = "scope"
    FOREIGN_WORD = "foreign word"
    QUOTE = "quote"
    ADDRESS = "address"
    COUNT = "count"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Fault:
    """A claim that its source does not bear."""

    kind: ClaimKind
    claim: str
    """The words of the statement, or of the source where they were left out; folded."""
    why: str

    @property
    def reason(self) -> str:
        """For the trace: number 不超过8万元 not in the source."""
        return f"{self.kind.value} {self.claim} {self.why}" if self.claim else self.why


def first(faults: Iterable[Fault | None]) -> Fault | None:
    """The first fault; what comes after it is not looked for."""
    return next((fault for fault in faults if fault), None)
