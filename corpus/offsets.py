"""Text that remembers where each of its characters stood in the source.

Cleaning is a chain of edits; every edit keeps, for each remaining character, the index it had in
the raw text. At the end the map is squeezed into runs, because most neighbours stay neighbours.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""Replace text[start:end] by a string."""


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text and, for each character, its index in the raw source."""

    text: str
    offsets: array[int]

    @classmethod
    def of(cls, raw: str) -> MappedText:
        """The raw text itself, every character at its own place."""
        return cls(raw, array("q", range(len(raw))))

    def edit(self, edits: Iterable[Edit]) -> MappedText:
        """Apply edits that are in order and do not overlap.

        Characters of a replacement take the place of the character they replace; characters
        beyond the replaced length share the place of the last one.
        """
        pieces: list[str] = []
        offsets: array[int] = array("q")
        position = 0
        for start, end, replacement in edits:
            pieces.append(self.text[position:start])
            offsets.extend(self.offsets[position:start])
            pieces.append(replacement)
            for index in range(len(replacement)):
                offsets.append(self._offset_near(min(start + index, max(start, end - 1))))
            position = end
        if position == 0:
            return self
        pieces.append(self.text[position:])
        offsets.extend(self.offsets[position:])
        return MappedText("".join(pieces), offsets)

    def with_text(self, text: str) -> MappedText:
        """The same places under a text of the same length."""
        if len(text) != len(self.text):
            raise ValueError("a text that is laid over another must have its length")
        return MappedText(text, self.offsets)

    def runs(self) -> tuple[tuple[int, int], ...]:
        """Starts (clean offset, source offset) of the stretches that were copied unbroken."""
        found: list[tuple[int, int]] = []
        expected = -1
        for index, offset in enumerate(self.offsets):
            if offset != expected:
                found.append((index, offset))
            expected = offset + 1
        return tuple(found)

    def _offset_near(self, index: int) -> int:
        if index < len(self.offsets):
            return self.offsets[index]
        return self.offsets[-1] + 1 if self.offsets else 0


def source_offset(runs: tuple[tuple[int, int], ...], offset: int) -> int:
    """Where a clean offset stands in the raw source (both count characters)."""
    if not runs:
        return offset
    index = bisect_right(runs, (offset, 1 << 62)) - 1
    clean, source = runs[max(index, 0)]
    return source + (offset - clean)
