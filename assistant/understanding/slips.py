"""Slips of the fingers: characters swapped (科型技), doubled (高新新技术) or lost (高新技企业).

A slip is mended only where one change turns it into a string that the corpus writes and the corpus
never writes what stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.understanding.words import CorpusWords


class SlipIndex:
    """What the corpus writes, for finding the one string that was meant."""

    def __init__(self, words: CorpusWords) -> None:
        self._words = words

    def corrections(self, runs: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """(written, meant) of the slips in unbroken runs of content characters."""
        found: dict[str, str] = {}
        for run in runs:
            if len(run) < 3 or run.isascii() or self._words.writes(run):
                continue
            for mend in (self._swapped, self._doubled, self._lost):
                meant = set(mend(run))
                if meant:
                    if len(meant) == 1:  # two readings are none
                        found.update(meant)
                    break
        return tuple(found.items())

    def _swapped(self, run: str) -> Iterator[tuple[str, str]]:
        for at in range(len(run) - 1):
            written = run[max(0, at - 1) : at + 3]
            if len(written) < 3 or self._words.knows(run[at : at + 2]):
                continue
            meant = run[max(0, at - 1) : at] + run[at + 1] + run[at] + run[at + 2 : at + 3]
            if self._words.writes(meant) and not self._words.writes(written):
                yield written, meant

    def _doubled(self, run: str) -> Iterator[tuple[str, str]]:
        for at in range(len(run) - 1):
            if run[at] != run[at + 1] or self._words.knows(run[at : at + 2]):
                continue
            start, end = max(0, at - 1), at + 4
            meant = run[start : at + 1] + run[at + 2 : end]
            if len(meant) >= 3 and self._words.writes(meant):
                yield run[start:end], meant

    def _lost(self, run: str) -> Iterator[tuple[str, str]]:
        """A lost character makes a word with one beside it, and nothing else ever stands there."""
        for at in range(len(run) - 2):
            left, right = run[max(0, at - 1) : at + 1], run[at + 1 : at + 3]
            lost = self._words.after.get(left)
            if lost and self._words.is_word(left[-1] + lost):
                meant = left + lost + right
                if self._words.writes(meant) and not self._words.writes(left + right[0]):
                    start = max(0, at - 3)
                    yield run[start : at + 3], run[start : at - 1] + meant
                    continue
            lost = self._words.before.get(right)
            if (
                lost
                and self._words.is_word(left[-1] + lost)
                and not self._words.knows(run[at : at + 2])
            ):
                meant = left[-1] + lost + right
                if self._words.writes(meant):
                    yield run[at : at + 3], meant
