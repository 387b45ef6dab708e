"""What people say and what policy documents call it: colloquial, abbreviated and English words.

Data: assistant/lexicon/{colloquial,abbreviations,english}.tsv, and ordinary.tsv against misfires.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "lexicon"
_FILES = ("colloquial.tsv", "abbreviations.tsv", "english.tsv")
_FOLD = str.maketrans(
    {code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
    | {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
)
"""Lower case and half width, one character for one, so that offsets stay those of the text."""
_PLURALS = ("", "s", "es")


@dataclass(frozen=True, slots=True)
class Expansion:
    """A word of a text with its official wordings. Offsets are half-open."""

    start: int
    end: int
    said: str
    """As written in the text."""
    official: tuple[str, ...]
    """Likeliest first."""


def read_rows(file: str) -> Iterator[list[str]]:
    """The rows of a lexicon file, comments left out: word, 、-separated terms, further columns."""
    for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


class Lexicon:
    """Looks words up in a text, the longest first at each place.

    ASCII words match whole words in any case, singular or plural; others match anywhere but
    inside an `ordinary` string, which arises by chance across words (重大专项 is no 大专).
    """

    def __init__(
        self, entries: Mapping[str, tuple[str, ...]], ordinary: Iterable[str] = ()
    ) -> None:
        self._entries: dict[str, tuple[str, ...]] = {}
        for said, official in entries.items():
            key = said.translate(_FOLD)
            self._entries[key] = tuple(dict.fromkeys((*self._entries.get(key, ()), *official)))
        for string in ordinary:
            self._entries[string.translate(_FOLD)] = ()
        self._lengths: dict[str, tuple[int, ...]] = _lengths_by_first(self._entries)

    @staticmethod
    @cache
    def load() -> Lexicon:
        """The lexicon of the project; read once."""
        entries: dict[str, tuple[str, ...]] = {}
        for file in _FILES:
            for said, official, *_ in read_rows(file):
                entries[said] = (*entries.get(said, ()), *official.split("、"))
        return Lexicon(entries, (row[0] for row in read_rows("ordinary.tsv")))

    def expand(self, text: str) -> tuple[Expansion, ...]:
        """Every known word of the text, from left to right, without overlaps."""
        folded = text.translate(_FOLD)
        found: list[Expansion] = []
        at = 0
        while at < len(folded):
            end, official = self._longest_at(folded, at)
            if official:
                found.append(Expansion(at, end, text[at:end], official))
            at = max(end, at + 1)
        return tuple(found)

    def _longest_at(self, folded: str, at: int) -> tuple[int, tuple[str, ...]]:
        """Where the word that starts here ends, and its wordings: none for an ordinary string."""
        lengths = self._lengths.get(folded[at], ())
        if not lengths or (_is_word(folded, at) and _is_word(folded, at - 1)):
            return at, ()
        for length in lengths:
            key = folded[at : at + length]
            official = self._entries.get(key)
            if official is None:
                continue
            if not _is_word(key, len(key) - 1):
                return at + length, official
            for plural in _PLURALS:
                end = at + length + len(plural)
                if folded.startswith(plural, at + length) and not _is_word(folded, end):
                    return end, official
        return at, ()


def _lengths_by_first(keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for key in keys:
        lengths.setdefault(key[0], set()).add(len(key))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _is_word(text: str, at: int) -> bool:
    """Whether an ASCII letter or digit stands there; nothing stands outside the text."""
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()
