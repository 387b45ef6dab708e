"""Typos by sound and by shape: a word the corpus does not know, like one it does (专力 → 专利)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.concepts import bigrams
from assistant.understanding.lookalikes import look_alike
from assistant.understanding.tables import read_rows
from assistant.understanding.words import CorpusWords

# Characters of counting, grammar and everyday doings, which stand beside any other.
_FUNCTION = frozenset(
    "一二三四五六七八九十百千万两几多少的了着过是不有在和与也都就要会能可被把给让比从到个家这那我你他它们什么哪谁吗呢吧"
    "钱占花买卖租借欠赚亏送拿找问看听想"
)
# Pairs that Chinese typists mix up: retroflex and flat, n and l, front and back nasals.
_LIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_WRITTEN = ("colloquial.tsv", "abbreviations.tsv", "english.tsv")
_LEAST = 2


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


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters may be read alike."""
    return bool(sounds_of(one) & sounds_of(other))


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Everyday words of two characters, and those of the lexicon."""
    rows = (row for file in _WRITTEN for row in read_rows(file))
    words = {w for word, official, *_ in rows for w in (word, *official.split("、"))}
    everyday = (row[0].split() for row in read_rows("everyday.tsv"))
    return frozenset(w for w in words.union(*everyday) if len(w) == 2)


@lru_cache(maxsize=1)
def ordinary_pairs() -> frozenset[str]:
    """Character pairs that are right Chinese, whether the corpus writes them or not."""
    rows = (row for file in _WRITTEN for row in read_rows(file))
    pairs = {
        pair
        for word, official, *_ in rows
        for written in (word, *official.split("、"))
        for pair in bigrams(written)
    }
    # 太忻 is a place, not 太行 mistyped.
    errands = {
        pair for row in read_rows("errands.tsv") for w in row[0].split() for pair in bigrams(w)
    }
    return frozenset(pairs.union(errands, *(row[0].split() for row in read_rows("everyday.tsv"))))


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    """What may be meant; the better one is greater: beside its neighbours, then in more clauses."""

    fits: bool
    count: int
    meant: str


class TypoIndex:
    """The character pairs of a corpus by how they sound, and where none does, by how they look.

    A pair is offered for a written one only if both share a character: people mistype one
    character of a word, and chance likenesses of whole words would do harm. And only if its
    characters belong together (a word or a piece of one, not the meeting of two words).
    """

    def __init__(self, words: CorpusWords) -> None:
        self._words = words
        self._by_char: dict[str, list[str]] = defaultdict(list)
        for pair, count in words.frequencies.items():
            known = pair in ordinary_words()
            bound = words.is_word(pair) or pair in words.after or pair in words.before
            if (known or (count >= _LEAST and bound)) and not pair.isascii():
                self._by_char["0" + pair[0]].append(pair)
                self._by_char["1" + pair[1]].append(pair)

    def corrections(self, runs: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """(written, meant) for pairs that the corpus lacks and that sound or look like one it has.

        `runs` are unbroken content characters: a character that makes a word of the corpus with
        its other neighbour is no typo.
        """
        found: dict[str, str] = {}
        for run in runs:
            for at in range(len(run) - 1):
                pair = run[at : at + 2]
                if pair.isascii() or self._words.knows(pair) or _FUNCTION & set(pair):
                    continue
                if pair in ordinary_pairs():
                    continue
                for alike in (sound_alike, look_alike):
                    best = max(self._candidates(run, at, alike), default=None)
                    if best:
                        found.setdefault(pair, best.meant)
                        run = run[:at] + best.meant + run[at + 2 :]
                        break
        return tuple(found.items())

    def _candidates(
        self, run: str, at: int, alike: Callable[[str, str], bool]
    ) -> Iterator[_Candidate]:
        first, second = run[at], run[at + 1]
        left, right = run[max(0, at - 1) : at], run[at + 2 : at + 3]
        keeps_first = bool(left) and self._is_word(left + first)
        keeps_second = bool(right) and self._is_word(second + right)
        if keeps_first and keeps_second:
            return
        # 创新券面额: 券 ends a longer word, which 全面 would break.
        ends_word = at > 1 and self._words.writes(run[at - 2 : at] + first)
        begins_word = len(run) > at + 3 and self._words.writes(second + run[at + 2 : at + 4])
        for meant in (
            self._by_char.get("0" + first, ()) if not (keeps_second or begins_word) else ()
        ):
            # 新能原: a word of three goes on after a word of two, 企业批 does not.
            goes_on = not keeps_first or self._words.after.get(left + first) == meant[1]
            if (
                goes_on
                and self._mistaken(meant, meant[1], second, alike)
                and self._holds(left, meant, right)
            ):
                yield self._candidate(left, meant, right)
        for meant in self._by_char.get("1" + second, ()) if not (keeps_first or ends_word) else ():
            goes_on = not keeps_second or self._words.before.get(second + right) == meant[0]
            if (
                goes_on
                and self._mistaken(meant, meant[0], first, alike)
                and self._holds(left, meant, right)
            ):
                yield self._candidate(left, meant, right)

    def _holds(self, left: str, meant: str, right: str) -> bool:
        """Whether a pair is a word, or a piece of one that stands here (加计 before 扣除)."""
        words = self._words
        if words.is_word(meant) or words.frequencies[meant] < _LEAST:
            return True
        return right == words.after.get(meant, " ") or left == words.before.get(meant, " ")

    def _mistaken(
        self, meant: str, right: str, written: str, alike: Callable[[str, str], bool]
    ) -> bool:
        """Whether a character stands for another; in a word that is written once, for one that both
        sounds and looks like it (注消)."""
        rare = self._words.frequencies[meant] < _LEAST
        return (
            sound_alike(right, written) and look_alike(right, written)
            if rare
            else alike(right, written)
        )

    def _is_word(self, pair: str) -> bool:
        """Whether the corpus writes a pair as a word, or anybody would (科室, 注意)."""
        return self._words.is_word(pair) or pair in ordinary_words()

    def _candidate(self, left: str, meant: str, right: str) -> _Candidate:
        writes = self._words.writes
        fits = bool(left and writes(left + meant)) or bool(right and writes(meant + right))
        return _Candidate(fits, self._words.frequencies[meant], meant)
