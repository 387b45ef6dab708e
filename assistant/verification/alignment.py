"""Where a text repeats another one: by the character pairs they share.

Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

# A point or comma inside a figure (1.3万件, 1,000家) ends nothing.
_SEGMENT = re.compile(r"(?:[^,.;:!?\n]|(?<=\d)[.,](?=\d))+")
_SENTENCE = re.compile(r"(?:[^.;!?\n]|(?<=\d)\.(?=\d))+")
_WORDS = re.compile(r"[\w%‰]+")
SPREAD = 4
"""A rewording may stretch words by so many characters and still say them in one place."""


def pairs(text: str) -> frozenset[str]:
    """The character pairs of a text; none reaches across a punctuation mark."""
    return frozenset(word[i : i + 2] for word in _WORDS.findall(text) for i in range(len(word) - 1))


@dataclass(frozen=True)
class Text:
    """A folded text that can be searched for places that share character pairs."""

    folded: str

    @cached_property
    def segments(self) -> tuple[tuple[int, int], ...]:
        """Spans between punctuation marks; 、 ends none."""
        return tuple(m.span() for m in _SEGMENT.finditer(self.folded))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Spans between full stops and semicolons."""
        return tuple(m.span() for m in _SENTENCE.finditer(self.folded))

    def segment(self, at: int) -> tuple[int, int]:
        """The segment that holds a place."""
        return _holding(self.segments, at)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that holds a place."""
        return _holding(self.sentences, at)

    def nearness(self, wanted: frozenset[str], width: int) -> int:
        """The most of the wanted pairs that any stretch of `width` characters holds."""
        return max((shared for _, shared in self.places(wanted, width)), default=0)

    def places(self, wanted: frozenset[str], width: int) -> list[tuple[int, int]]:
        """Where wanted pairs stand together: (start, how many within `width` characters)."""
        spots = sorted((at, pair) for pair in wanted for at in self._positions.get(pair, ()))
        starts = [at for at, _ in spots]
        found = []
        for i, (at, _) in enumerate(spots):
            last = bisect_right(starts, at + width - 2)
            found.append((at, len({pair for _, pair in spots[i:last]})))
        return found

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        positions: dict[str, list[int]] = defaultdict(list)
        for word in _WORDS.finditer(self.folded):
            for at in range(word.start(), word.end() - 1):
                positions[self.folded[at : at + 2]].append(at)
        return positions


def _holding(spans: tuple[tuple[int, int], ...], at: int) -> tuple[int, int]:
    index = max(0, bisect_left([end for _, end in spans], at + 1))
    return spans[min(index, len(spans) - 1)] if spans else (0, 0)


@lru_cache(maxsize=512)
def text_of(folded: str) -> Text:
    """The text, kept: one clause is held against many statements."""
    return Text(folded)
