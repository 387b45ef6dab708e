"""When a question is one of the approved ones: the same words, however politely they are put."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from assistant.understanding.normalise import fold, normalise_question

MOST_WORDINGS = 500
"""One pattern may stand for this many plain wordings."""

_OPENING = re.compile(
    r"^(?:您好|你好|请问|请教|劳驾|打扰|麻烦|您|你|帮我|帮忙|给我|我们?|想要?|请|"
    r"(?:问|了解|知道|咨询|打听|查|看|说|讲|告诉我?|介绍)(?:问|查|看)?(?:一?下|一声)?(?!题)|一下|一声|那么|[^\w%])+"
)
_CLOSING = re.compile(r"(?:谢谢|多谢|感谢|您|你|了|啦|啊|呀|呢|哦|哈|呗|[^\w%])+$")
_BETWEEN = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w%.]|_")
_CHOICE = re.compile(r"\{([^{}]*)\}")


def question_key(question: str) -> str:
    """What two questions share that differ in politeness, punctuation, width or script alone.

    >>> question_key("您好，請問創新券一年能領多少？謝謝！") == question_key("创新券一年能领多少")
    True
    """
    folded = fold(normalise_question(question))
    bare = _CLOSING.sub("", _OPENING.sub("", folded))
    return _BETWEEN.sub("", bare or folded)


def wordings(pattern: str) -> Iterator[str]:
    """The plain wordings of a pattern; raises ValueError, in Chinese, for one that cannot be read.

    >>> list(wordings("{每年|一年|}能领多少"))
    ['每年能领多少', '一年能领多少', '能领多少']
    """
    pieces = _CHOICE.split(pattern)
    if any("{" in plain or "}" in plain for plain in pieces[::2]):
        raise ValueError("花括号要成对，且不能套用，例如“{每年|一年}能领多少”")
    if any("|" not in choice for choice in pieces[1::2]):
        raise ValueError("花括号里要用“|”隔开几种说法，例如“{每年|一年}能领多少”")
    choices = [piece.split("|") if i % 2 else [piece] for i, piece in enumerate(pieces)]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > MOST_WORDINGS:
        raise ValueError(f"一个问法展开后有{count}种，最多{MOST_WORDINGS}种，请拆成几个问法")
    return ("".join(words) for words in product(*choices))
