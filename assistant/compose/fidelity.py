"""How far rewording may go: a chat model may order and join a clause's words, not bring its own.

Small models change a clause by one word (加快 to 放缓, 科技型企业 to 企业) where no figure, name or
negation gives it away. So whatever is new is refused, and so is a part that has gone. Everything
here works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections import Counter

JOINING = frozenset("的了和与及其中等为是由该此对于在将并以也即共")
"""Characters that join words and change nothing of what they say."""
_PART = re.compile(r"[^,.;:、!?()\"\n]+")
_WORD = re.compile(r"[a-z0-9][a-z0-9.+%‰:/@_\-]*")
_FOREIGN = re.compile(r"[^\W\d_a-z㐀-鿿]+|[{}<>|$\\^~`#*=]")
"""Words of other scripts, and marks of markup: a character of them at a time would say too little."""
_HAN = re.compile(r"[㐀-鿿]")


def own_word(text: str, source: str) -> str | None:
    """What the text says and the source does not, or not as often: a character, a word of
    another script, a mark of markup."""
    words, held = _words(text), _words(source)
    return next(iter((words - held) + (_han(text) - _han(source))), None)


def _words(text: str) -> Counter[str]:
    ascii_words = (word.rstrip(".:") for word in _WORD.findall(text))
    return Counter((*ascii_words, *_FOREIGN.findall(text)))


def left_out(quote: str, text: str) -> str | None:
    """A part of the quote, between two marks, that no part of the text says whole, or None.

    Whole: with every character that does not merely join, as often as it stands there. Words may
    change their order within a part, and parts theirs, but nothing is said for two parts at once.
    """
    said = [_characters(part) for part in _PART.findall(text)]
    for part in sorted(_PART.findall(quote), key=len, reverse=True):
        wanted = _characters(part)
        holding = [held for held in said if wanted <= held]
        if wanted and not holding:
            return str(part)
        if holding:
            min(holding, key=Counter.total).subtract(wanted)
    return None


def _characters(part: str) -> Counter[str]:
    return Counter(c for c in part if c not in JOINING)


def _han(text: str) -> Counter[str]:
    return Counter(c for c in _HAN.findall(text) if c not in JOINING)
