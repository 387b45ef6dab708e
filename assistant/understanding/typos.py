"""Typos by sound: a word the corpus does not know that sounds like one it does (专力 → 专利)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

# Characters of counting and grammar, which stand beside any other.
_FUNCTION = frozenset(
    "一二三四五六七八九十百千万两几多少的了着过是不有在和与也都就要会能可被把给让比从到个家这那我你他它们什么哪谁吗呢吧"
)
# Least share of a character's occurrences in which the pair's second character follows.
COHESION = 0.1
# Pairs that Chinese typists mix up: retroflex and flat, n and l, front and back nasals.
_LIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"))


@lru_cache(maxsize=20000)
def sounds_of(char: str) -> frozenset[str]:
    """Toneless readings of a character, folded over what is commonly confused."""
    from pypinyin import Style, pinyin  # its dictionary loads on first use only

    readings = pinyin(char, style=Style.NORMAL, heteronym=True)[0]
    return frozenset(_folded(r) for r in readings)


def _folded(sound: str) -> str:
    for long, short in _LIKE:
        if sound.startswith(long):
            sound = short + sound[len(long) :]
    for nasal in ("ang", "eng", "ing"):
        if sound.endswith(nasal):
            sound = sound[:-1]
    return sound


class SoundIndex:
    """The character pairs of a corpus by how they sound.

    A pair is offered for a written one only if both share a character: people mistype one
    character of a word, and chance likenesses of whole words would do harm. And only if its
    characters belong together (a word, not the meeting of two words).
    """

    def __init__(
        self, frequencies: Mapping[str, int], characters: Mapping[str, int], least: int = 2
    ) -> None:
        """frequencies: of pairs over clauses; characters: how often each starts or ends a pair."""
        self._frequencies = frequencies
        self._characters = characters
        self._by_char: dict[str, list[str]] = defaultdict(list)
        for pair, count in frequencies.items():
            if count >= least and self.is_word(pair):
                self._by_char["0" + pair[0]].append(pair)
                self._by_char["1" + pair[1]].append(pair)

    def is_word(self, pair: str) -> bool:
        """Whether two characters belong together: one of them seldom stands without the other."""
        count = self._frequencies.get(pair, 0)
        if count < 2 or len(pair) != 2 or pair.isascii():
            return False
        first, second = self._characters.get(pair[0], 0), self._characters.get(pair[1], 0)
        return count >= COHESION * min(first, second)

    def corrections(self, runs: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """(written, meant) for pairs that the corpus lacks and that sound like one it has.

        `runs` are unbroken content characters: a character that makes a word of the corpus with
        its other neighbour is no typo.
        """
        found: dict[str, str] = {}
        for run in runs:
            for i in range(len(run) - 1):
                pair = run[i : i + 2]
                if pair.isascii() or self._frequencies.get(pair) or _FUNCTION & set(pair):
                    continue
                keeps_first = i > 0 and self.is_word(run[i - 1 : i + 1])
                keeps_second = i + 2 < len(run) and self.is_word(run[i + 1 : i + 3])
                best = self._best(pair, not keeps_first, not keeps_second)
                if best and not (keeps_first and keeps_second):
                    found.setdefault(pair, best)
        return tuple(found.items())

    def _best(self, pair: str, first_may_change: bool, second_may_change: bool) -> str | None:
        best, most = None, 0
        if second_may_change:
            for candidate in self._by_char.get("0" + pair[0], ()):
                count = self._frequencies[candidate]
                if count > most and sounds_of(candidate[1]) & sounds_of(pair[1]):
                    best, most = candidate, count
        if first_may_change:
            for candidate in self._by_char.get("1" + pair[1], ()):
                count = self._frequencies[candidate]
                if count > most and sounds_of(candidate[0]) & sounds_of(pair[0]):
                    best, most = candidate, count
        return best
