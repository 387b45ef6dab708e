"""What was understood of a question: kinds, concepts, places, documents, clauses, figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.concepts import Concept
from assistant.understanding.figures import Figure
from assistant.understanding.kinds import Asked
from assistant.understanding.lexicon import Expansion
from corpus.address import AddressMatches
from corpus.bodies import BodyMention
from corpus.regions import RegionMention

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{2})年(?!代)")
_QUOTED = re.compile(r"[“\"'《]([^”\"'》]{2,30})[”\"'》]")


@dataclass(frozen=True, slots=True)
class Understanding:
    """The question as the later steps see it."""

    text: str
    """Normalised: NFKC, Simplified."""
    kinds: frozenset[Asked]
    concepts: tuple[Concept, ...]
    """Of the whole standalone question."""
    focus: tuple[Concept, ...]
    """Of what was asked last; the same as concepts unless it is a follow-up."""
    follow_up: bool
    expansions: tuple[Expansion, ...]
    corrections: tuple[tuple[str, str], ...]
    """Likely typos: (as written, as the corpus writes it)."""
    regions: tuple[RegionMention, ...]
    bodies: tuple[BodyMention, ...]
    addresses: AddressMatches
    documents: frozenset[str]
    """Documents that the question names."""
    years: tuple[str, ...]
    figures: tuple[Figure, ...]
    quoted: tuple[str, ...]
    asserted: bool

    def asks(self, *kinds: Asked) -> bool:
        """Whether any of the kinds is asked for."""
        return bool(self.kinds.intersection(kinds))


def years_in(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """Years of a text, four digits each; 17年 counts as 2017. `taken` spans are left out."""
    chars = list(text)
    for start, end in taken:
        chars[start:end] = " " * (end - start)
    text = "".join(chars)
    years = list(_YEAR.findall(text))
    years += [f"20{y}" for y in _SHORT_YEAR.findall(text) if int(y) < 60]
    return tuple(dict.fromkeys(years))


def quoted_terms(text: str) -> tuple[str, ...]:
    """Terms in quotation marks or title marks."""
    return tuple(_QUOTED.findall(text))
