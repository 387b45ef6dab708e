"""Cantonese, northern and other speech in a question, read as the standard words for it.

Data: assistant/lexicon/dialects.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.understanding.tables import read_rows

_NOTHING = "-"
_BESIDE = "旁"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of some speech with its standard one."""

    standard: str
    speech: str
    sure: bool
    """Whether it is written in no Standard text, where its neighbours allow it."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The words outside the standard, and where they stand in a text."""

    words: Mapping[str, Word]
    pattern: re.Pattern[str]

    def standard(self, text: str) -> str:
        """A text in Simplified characters with such words in the standard ones."""
        found = [self.words[match[0]] for match in self.pattern.finditer(text)]
        if not found:
            return text
        heard = {word.speech for word in found if word.sure}

        def read(match: re.Match[str]) -> str:
            word = self.words[match[0]]
            return word.standard if word.sure or word.speech in heard else match[0]

        return self.pattern.sub(read, text)


@cache
def speech() -> Speech:
    """The words of the project's table; read once."""
    words: dict[str, Word] = {}
    guarded: dict[str, str] = {}
    for written, standard, spoken, behind, before, when in read_rows("dialects.tsv"):
        for said in written.split("、"):
            words[said] = Word(standard.strip(_NOTHING), spoken, when != _BESIDE)
            guarded[said] = f"{_none_of(behind, '<!')}{said}{_none_of(before, '!')}"
    longest_first = sorted(guarded, key=len, reverse=True)
    return Speech(words, re.compile("|".join(guarded[said] for said in longest_first)))


def in_standard(text: str) -> str:
    """A Simplified text with the words of local speech in standard ones (边个单位 → 哪个单位)."""
    return speech().standard(text)


def _none_of(characters: str, look: str) -> str:
    return "" if characters == _NOTHING else f"(?{look}[{re.escape(characters)}])"
