"""Lines of the source, with what lay between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.cleaning.flattened import cut_flattened

SENTENCE_END = "。！？!?；;"
CLOSERS = "”’」』）)】》\"'"
_PARAGRAPH_INDENT = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its margins; start and end count in the text it was cut from."""

    text: str
    start: int
    end: int
    blank_before: bool = False
    indent: int = 0
    """Columns before the text: an ideographic space is two."""
    page: int = 0
    """Form feeds before the line."""


def split_lines(text: str) -> list[Line]:
    """The lines that hold anything, flattened ones split where a paragraph must have begun."""
    lines: list[Line] = []
    blank = False
    position = 0
    pages = 0
    for raw in text.split("\n"):
        for number, page in enumerate(raw.split("\f")):
            pages += number > 0
            stripped = page.strip()
            if stripped:
                start = position + len(page) - len(page.lstrip())
                margin = page[: len(page) - len(page.lstrip())]
                indent = sum(2 if c == "\u3000" else 1 for c in margin)
                whole = Line(stripped, start, start + len(stripped), blank, indent, pages)
                lines.extend(_unflatten(whole, first=not lines))
                blank = False
            elif not page:
                blank = True
            position += len(page) + 1
    return lines


def _unflatten(line: Line, first: bool) -> Iterator[Line]:
    position = 0
    for cut in [*cut_flattened(line.text, first), len(line.text)]:
        piece = line.text[position:cut]
        stripped = piece.strip()
        if stripped:
            start = line.start + position + len(piece) - len(piece.lstrip())
            yield Line(
                stripped,
                start,
                start + len(stripped),
                line.blank_before if position == 0 else False,
                line.indent if position == 0 else _PARAGRAPH_INDENT,
                line.page,
            )
        position = cut
