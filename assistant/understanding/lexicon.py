"""What people say and what policy documents call it: colloquial, abbreviated and English words.

Data: assistant/lexicon/{colloquial,abbreviations,english}.tsv, and ordinary.tsv against misfires.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cache

from assistant.understanding.dialects import in_standard
from assistant.understanding.tables import read_rows

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
    sources: tuple[str, ...] = field(default=(), compare=False)
    """Where it is known from: files of the lexicon, clauses that say so."""


class Lexicon:
    """Looks words up in a text, the longest first at each place.

    ASCII words match whole words in any case, singular or plural; others match anywhere but
    inside an `ordinary` string, which arises by chance across words (重大专项 is no 大专).
    """

    def __init__(
        self,
        entries: Mapping[str, tuple[str, ...]],
        ordinary: Iterable[str] = (),
        sources: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._entries: dict[str, tuple[str, ...]] = {}
        for said, official in entries.items():
            key = said.translate(_FOLD)
            self._entries[key] = tuple(dict.fromkeys((*self._entries.get(key, ()), *official)))
        self._ordinary = frozenset(string.translate(_FOLD) for string in ordinary)
        self._entries.update(dict.fromkeys(self._ordinary, ()))
        self._sources = {said.translate(_FOLD): known for said, known in (sources or {}).items()}
        self._lengths: dict[str, tuple[int, ...]] = _lengths_by_first(self._entries)

    @staticmethod
    @cache
    def load() -> Lexicon:
        """The lexicon of the project; read once."""
        entries: dict[str, tuple[str, ...]] = {}
        sources: dict[str, tuple[str, ...]] = {}
        for file in _FILES:
            for written, official, *_ in read_rows(file):
                said = in_standard(written)  # as questions are read
                entries[said] = (*entries.get(said, ()), *official.split("、"))
                sources[said] = tuple(dict.fromkeys((*sources.get(said, ()), file)))
        return Lexicon(entries, (row[0] for row in read_rows("ordinary.tsv")), sources)

    def knowing(self, learned: Mapping[str, tuple[tuple[str, ...], str]]) -> Lexicon:
        """This lexicon with what documents teach: {name: (its other names, address)}."""
        richer = copy(self)  # folding all entries anew would take longer than an answer
        richer._entries, richer._sources = dict(self._entries), dict(self._sources)
        richer._lengths = dict(self._lengths)
        for name, (others, address) in learned.items():
            key = name.translate(_FOLD)
            if key in self._ordinary:
                continue
            known = richer._entries.get(key, ())
            richer._entries[key] = tuple(dict.fromkeys((*known, *others)))
            richer._sources[key] = (*richer._sources.get(key, ()), address)
            lengths = {len(key), *richer._lengths.get(key[0], ())}
            richer._lengths[key[0]] = tuple(sorted(lengths, reverse=True))
        return richer

    def expand(self, text: str) -> tuple[Expansion, ...]:
        """Every known word of the text, from left to right, without overlaps."""
        folded = text.translate(_FOLD)
        found: list[Expansion] = []
        at = 0
        while at < len(folded):
            end, key = self._longest_at(folded, at)
            official = self._entries.get(key, ())
            if official:
                sources = self._sources.get(key, ())
                found.append(Expansion(at, end, text[at:end], official, sources))
            at = max(end, at + 1)
        return tuple(found)

    def _longest_at(self, folded: str, at: int) -> tuple[int, str]:
        """Where the word that starts here ends, and the entry that it is: "" where there is none."""
        lengths = self._lengths.get(folded[at], ())
        if not lengths or (_is_word(folded, at) and _is_word(folded, at - 1)):
            return at, ""
        for length in lengths:
            key = folded[at : at + length]
            if key not in self._entries:
                continue
            if not _is_word(key, len(key) - 1):
                return at + length, key
            for plural in _PLURALS:
                end = at + length + len(plural)
                if folded.startswith(plural, at + length) and not _is_word(folded, end):
                    return end, key
        return at, ""


def _lengths_by_first(keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for key in keys:
        lengths.setdefault(key[0], set()).add(len(key))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _is_word(text: str, at: int) -> bool:
    """Whether an ASCII letter or digit stands there; nothing stands outside the text."""
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()
