"""The tables of assistant/lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "lexicon"


def read_rows(file: str) -> Iterator[list[str]]:
    """The rows of a table, comments left out: word, 、-separated terms, further columns."""
    for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
