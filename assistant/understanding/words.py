"""What the corpus writes, character by character: which pairs are words, what follows what."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from assistant.understanding.concepts import bigrams

# Least share of a character's occurrences in which the pair's second character follows.
COHESION = 0.1
OFTEN = 2
"""A pair of characters must stand this often before what follows it tells anything."""
ALWAYS = 0.95
"""Share of its places in which a pair is followed (led) by one and the same character."""
_RUN = re.compile(r"[㐀-鿿]+|[a-z][a-z0-9&+\-.]*|\d+(?:\.\d+)?%?")
_LONG_RUN = re.compile(r"[㐀-鿿]{3,}")


class CorpusWords:
    """Character statistics over the folded texts of clauses."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = tuple(texts)
        self.clauses = max(1, len(texts))
        frequencies: Counter[str] = Counter()
        for text in texts:
            frequencies.update({t for run in _RUN.findall(text) for t in bigrams(run)})
        self.frequencies: Mapping[str, int] = frequencies
        """Clauses that hold a character pair or an ASCII word."""
        self._characters = _characters(frequencies)
        self._text = "\n".join(texts)
        self._unquoted = self._text.replace('"', "")
        after: dict[str, Counter[str]] = defaultdict(Counter)
        before: dict[str, Counter[str]] = defaultdict(Counter)
        for match in _LONG_RUN.finditer(self._text):
            run = match[0]
            for at in range(len(run) - 2):
                after[run[at : at + 2]][run[at + 2]] += 1
                before[run[at + 1 : at + 3]][run[at]] += 1
        self.after = _always(after)
        """Pairs that one and the same character follows, with it (高新技 has 新技 before 术)."""
        self.before = _always(before)
        """Pairs that one and the same character leads, with it."""

    def knows(self, token: str) -> bool:
        """Whether any clause holds the character pair or ASCII word."""
        return token in self.frequencies

    def writes(self, text: str) -> bool:
        """Whether a string stands anywhere within one clause."""
        return text in self._text

    def names(self, text: str) -> bool:
        """Whether a string stands within one clause, whatever of it is put in quotation marks."""
        return text.replace('"', "") in self._unquoted

    def is_word(self, pair: str) -> bool:
        """Whether two characters belong together: one of them seldom stands without the other."""
        count = self.frequencies.get(pair, 0)
        if count < 2 or len(pair) != 2 or pair.isascii():
            return False
        first, second = self._characters.get(pair[0], 0), self._characters.get(pair[1], 0)
        return count >= COHESION * min(first, second)


def _characters(pairs: Counter[str]) -> Mapping[str, int]:
    """How often a character starts or ends a pair, over clauses, halved."""
    characters: Counter[str] = Counter()
    for pair, count in pairs.items():
        if len(pair) == 2:
            characters[pair[0]] += count
            characters[pair[1]] += count
    return {char: count // 2 for char, count in characters.items()}


def _always(neighbours: Mapping[str, Counter[str]]) -> Mapping[str, str]:
    found = {}
    for pair, counts in neighbours.items():
        character, most = counts.most_common(1)[0]
        if most >= OFTEN and most >= ALWAYS * counts.total():
            found[pair] = character
    return found
