"""English words that say nothing of what a policy question is about.

Data: assistant/lexicon/english_function_words.txt.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "lexicon" / "english_function_words.txt"


@cache
def function_words() -> frozenset[str]:
    """The words in lower case; read once."""
    return frozenset(_FILE.read_text(encoding="utf-8").split())
