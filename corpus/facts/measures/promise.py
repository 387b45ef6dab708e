"""A promise read from a piece of a sentence, and what the piece is read in."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.facts.measures.beneficiaries import Beneficiary
from corpus.facts.spans import Span


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise in a piece of a sentence; spans count from the piece."""

    whom: Beneficiary
    benefit: Span
    strength: str | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a piece is read in: whom its clause spoke of last, or its heading names; reports."""

    before: Beneficiary | None = None
    heading: str | None = None
    sentence: str | None = None
    """Whom the sentence itself named before: 着力培育领军企业，…，支持创建平台."""
    report: bool = False
