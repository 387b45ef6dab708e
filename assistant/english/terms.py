"""The English term list as a tree of words, so that the longest term is found in any inflection."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from assistant.understanding.tables import read_rows

_TOKEN = re.compile(r"[A-Za-zÀ-ɏ]+(?:[&'’][A-Za-z]+)*|\d[\d,]*(?:\.\d+)?|[㐀-鿿]+|[^\sA-Za-zÀ-ɏ\d]")
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("centre", "center"),
    ("metre", "meter"),
    ("programme", "program"),
    ("labour", "labor"),
    ("licence", "license"),
    ("defence", "defense"),
    ("favour", "favor"),
    ("behaviour", "behavior"),
    ("fibre", "fiber"),
    ("ageing", "aging"),
    ("enrol", "enroll"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of an English text. Offsets are half-open."""

    start: int
    end: int
    word: str
    """Lower case; a possessive 's is left out."""


@dataclass(slots=True)
class _Node:
    """A place in the tree of terms."""

    after: dict[str, _Node] = field(default_factory=dict)
    official: tuple[str, ...] = ()


class TermList:
    """English terms with their Chinese wordings, likeliest first."""

    def __init__(self, rows: Iterator[tuple[str, tuple[str, ...]]]) -> None:
        self._root = _Node()
        for term, official in rows:
            node = self._root
            for token in tokens(term):
                if token.word != "-":
                    node = node.after.setdefault(token.word, _Node())
            node.official = tuple(dict.fromkeys((*node.official, *official)))

    @staticmethod
    @cache
    def load() -> TermList:
        """The term list of the project; read once."""
        return TermList((row[0], tuple(row[1].split("、"))) for row in read_rows("english.tsv"))

    def longest(self, sequence: Sequence[Token], at: int) -> tuple[int, tuple[str, ...]]:
        """Behind which token the longest term that starts here ends, and its wordings.

        `at` itself and no wordings where none starts here. Hyphens join like spaces.
        """
        best: tuple[int, tuple[str, ...]] = (at, ())
        open_ends = [(at, self._root)]
        while open_ends:
            place, node = open_ends.pop()
            if node.official and place > best[0]:
                best = (place, node.official)
            if place < len(sequence) and sequence[place].word == "-" and place > at:
                open_ends.append((place + 1, node))
            elif place < len(sequence):
                for form in reversed(forms(sequence[place].word)):
                    following = node.after.get(form)
                    if following is not None:
                        open_ends.append((place + 1, following))
        return best


def tokens(text: str) -> tuple[Token, ...]:
    """Words, numbers and signs of a text, in order."""
    return tuple(
        Token(*match.span(), _without_possessive(match[0].lower().replace("’", "'")))
        for match in _TOKEN.finditer(text)
    )


@cache
def forms(word: str) -> tuple[str, ...]:
    """A word and what it may be an inflection or another spelling of."""
    found = [word]
    for british, american in _SPELLINGS:
        if british in word:
            found.append(word.replace(british, american))
    for form in tuple(found):
        if form.endswith("ies"):
            found.append(form[:-3] + "y")
        if form.endswith("es"):
            found.append(form[:-2])
        if form.endswith("s") and len(form) > 3:
            found.append(form[:-1])
        for ending in ("ing", "ed"):
            stem = form[: -len(ending)]
            if form.endswith(ending) and len(stem) > 2:
                found += [stem, stem + "e"]
                if stem[-1] == stem[-2]:
                    found.append(stem[:-1])
                if stem.endswith("i"):
                    found.append(stem[:-1] + "y")
    return tuple(dict.fromkeys(found))


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word
