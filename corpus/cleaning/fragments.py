"""Words that a page break printed twice: "其中享受高" / "高新技术企业".

A repetition is taken out only where the document itself proves it: the doubled form stands nowhere
else, the whole word does, and what would be left before it is attested nowhere else either, so it
was a torn word. Everything less certain stays (corpus.cleaning.suspicious tells of it).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.cleaning.lines import Line

_LONGEST = 4
_CONTEXT = 3
_ATTESTED = 2
_PROBES = 2000
"""Joints looked at; beyond that a text is no policy document and the search would take long."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """The fragment that is printed twice; start and end span its first, torn printing."""

    text: str
    start: int
    end: int


def find_repetitions(paragraphs: list[list[Line]]) -> Iterator[Repetition]:
    """Proven repetitions at the joints of lines, in order; spans count as the lines' do."""
    joints = [
        (above, below)
        for paragraph in paragraphs
        for above, below in pairwise(paragraph)
        if _repeated(above.text, below.text)
    ]
    if not joints:
        return
    text = "".join(line.text for paragraph in paragraphs for line in paragraph)
    for above, below in joints[:_PROBES]:
        fragment = _repeated(above.text, below.text)
        doubled = fragment + below.text[: len(fragment) + _CONTEXT]
        whole = below.text[: len(fragment) + _CONTEXT]
        torn = above.text[-len(fragment) - 1 :]
        if text.count(doubled) == 1 and text.count(whole) > _ATTESTED and text.count(torn) == 1:
            yield Repetition(fragment, above.end - len(fragment), above.end)


def _repeated(above: str, below: str) -> str:
    """The longest end of a line that the next line begins with, Han characters only."""
    for length in range(min(_LONGEST, len(above), len(below)), 0, -1):
        fragment = below[:length]
        if above.endswith(fragment) and all("\u4e00" <= char <= "\u9fff" for char in fragment):
            return fragment
    return ""
