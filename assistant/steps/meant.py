"""What words said stand for in official language, where that is telling: rare terms of several characters."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.library import ClauseKey, Library
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding

FEW_CLAUSES = 3
"""A term in no more clauses than these names the one that is meant."""
TERM = 4
"""Characters from which on a wording is a term of its own; 贷款 and 抵押 are said of many things."""
Meant = tuple[Mapping[str, float], ...]
"""For each word said that the lexicon knows its telling official wordings, folded, by rarity."""


def meant(understanding: Understanding, library: Library) -> Meant:
    """The telling official wordings of each word said."""
    return tuple(
        {
            word: library.rarity(word)
            for word in map(fold, expansion.official)
            if len(word) >= TERM and 0 < library.clauses_with(word) <= FEW_CLAUSES
        }
        for expansion in understanding.expansions
    )


def says(key: ClauseKey, words: Meant, library: Library) -> float:
    """How rare are the official wordings that one sentence of a clause has for several words said.

    0 where it has them for one word only: that may be chance.
    """
    most = 0.0
    for start, end in library.sentences(key) if sum(map(bool, words)) > 1 else ():
        text = fold(library.text(key[0], start, end))
        rare = [max((r for w, r in word.items() if w in text), default=0.0) for word in words]
        if sum(r > 0 for r in rare) > 1:
            most = max(most, sum(rare))
    return most
