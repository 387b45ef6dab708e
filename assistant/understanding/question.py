"""What was understood of a question: kinds, concepts, places, documents, clauses, figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.understanding.concepts import Concept
from assistant.understanding.figures import Figure
from assistant.understanding.kinds import Asked
from assistant.understanding.lexicon import Expansion
from corpus.bodies.mentions import BodyMention
from corpus.naming.address import AddressMatches
from corpus.regions import RegionMention

_QUOTED = re.compile(r"[“\"'《]([^”\"'》]{2,30})[”\"'》]")


@dataclass(frozen=True, slots=True)
class Understanding:
    """The question as the later steps see it."""

    text: str
    """Normalised: NFKC, Simplified."""
    kinds: frozenset[Asked]
    concepts: tuple[Concept, ...]
    """Of the whole standalone question."""
    known: float
    """Share of the question's own words, by weight, that occur anywhere in the corpus, 0–1."""
    focus: tuple[Concept, ...]
    """Of what was asked last; the same as concepts unless it is a follow-up."""
    follow_up: bool
    expansions: tuple[Expansion, ...]
    corrections: tuple[tuple[str, str], ...]
    """Likely typos and slips: (as written, as the corpus writes it)."""
    regions: tuple[RegionMention, ...]
    bodies: tuple[BodyMention, ...]
    addresses: AddressMatches
    documents: frozenset[str]
    """Documents that the question names."""
    years: tuple[str, ...]
    figures: tuple[Figure, ...]
    units: frozenset[str]
    """Units that a count is asked in, empty if none is said."""
    quoted: tuple[str, ...]
    taken: tuple[tuple[int, int], ...]
    """Spans of the text that name documents, places, times or what is asked for."""
    tense: Literal["target", "progress", None]
    """Whether goals or reported figures are asked for."""
    asserted: bool

    def asks(self, *kinds: Asked) -> bool:
        """Whether any of the kinds is asked for."""
        return bool(self.kinds.intersection(kinds))


def quoted_terms(text: str) -> tuple[str, ...]:
    """Terms in quotation marks or title marks."""
    return tuple(_QUOTED.findall(text))
