"""What became of one condition of a Measure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.eligibility.kleene import Truth


class Aspect(StrEnum):
    """What a condition is about; kind and region decide whether a Measure is for the asker at all."""

    KIND = "kind"
    REGION = "region"
    SIZE = "size"
    OWNERSHIP = "ownership"
    STATUS = "status"
    TAXPAYER = "taxpayer"
    FIGURE = "figure"
    STATED = "stated"
    VAGUE = "vague"
    VALIDITY = "validity"


@dataclass(frozen=True, slots=True)
class Question:
    """What would decide a condition; equal keys are one question."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A condition as printed (or what is tested of it), whether it holds, and why."""

    text: str
    truth: Truth
    why: str
    """Chinese, one clause without full stop; quotes the asker's words where they decide."""
    aspect: Aspect
    ask: Question | None = None
    """What is missing; None where nothing is, or where only an authority can say."""
    proof: str | None = None
    """What would show it, as the assistant's own hint."""
