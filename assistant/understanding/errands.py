"""What people come to an office for (驾照, 学区): matters of many policies, named by concrete words."""

from __future__ import annotations

from functools import lru_cache

from assistant.understanding.normalise import fold
from assistant.understanding.tables import read_rows


@lru_cache(maxsize=1)
def errands() -> tuple[str, ...]:
    """Folded words of errands.tsv."""
    return tuple(fold(word) for row in read_rows("errands.tsv") for word in row[0].split())
