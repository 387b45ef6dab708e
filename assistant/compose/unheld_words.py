"""Words beside an asked figure that no document writes: 租金比例."""

from __future__ import annotations

import re

from assistant.library import Library
from assistant.understanding.concepts import bigrams
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from assistant.understanding.typos import ordinary_words

NEAR_ASK = 4
"""Characters before 比例, 金额 … that say what the figure is of."""
_FIGURE_NOUN = re.compile(
    r"比例|金额|标准|额度|税率|利率|费率|数量|(?:能|可以|要|该|得)?[免减补报贴退收交罚扣付租](?:掉|去|回)?多少"
)


def names_unheld(understanding: Understanding, library: Library) -> bool:
    """Whether the word right before the asked figure is one that no document writes (租金比例)."""
    for noun in _FIGURE_NOUN.finditer(understanding.text):
        before = understanding.text[max(0, noun.start() - NEAR_ASK) : noun.start()]
        if any(_is_unheld(pair, understanding, library) for pair in bigrams(before)):
            return True
    return False


def _is_unheld(pair: str, understanding: Understanding, library: Library) -> bool:
    """Whether a word is an ordinary one that no document writes, in these or in official words."""
    words = library.words
    held = any(
        words.writes(fold(w))
        for e in understanding.expansions
        if pair in e.said
        for w in e.official
    )
    return pair in ordinary_words() and not words.knows(pair) and not held
