"""Characters that look alike (税 and 锐, 券 and 卷). Data: assistant/lexicon/lookalikes.tsv."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from assistant.understanding.tables import read_rows


@cache
def lookalikes() -> Mapping[str, frozenset[str]]:
    """Every character of the file with the characters it may be taken for."""
    alike: dict[str, set[str]] = defaultdict(set)
    for character, others in read_rows("lookalikes.tsv"):
        for other in others:
            alike[character].add(other)
            alike[other].add(character)
    return {character: frozenset(others) for character, others in alike.items()}


def look_alike(one: str, other: str) -> bool:
    """Whether two characters are easily taken for each other."""
    return other in lookalikes().get(one, frozenset())
