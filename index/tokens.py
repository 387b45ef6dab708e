"""Tokens for the lexical side: single Chinese characters, pairs of them, whole ASCII words.

No dictionary and no segmentation: 科创券 must be found although no word list has it. Single
characters stay because pairs alone find less (docs/adr/0001-search-units.md).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

_RUN = re.compile(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f〇]+)"
    r"|(?P<word>\d+(?:\.\d+)?%?(?![a-z])|[a-z0-9]+(?:[&+.-][a-z][a-z0-9]*)*)"
)

_ASKING = re.compile(
    "请问|为什么|什么样?|哪[些个几]|多少|怎么样?|怎样|如何|能不能|可不可以|可以吗|有没有|会不会|要不要"
    "|是不是|[吗呢啊吧啥谁]|我们?|你们?"
)


def fold(text: str) -> str:
    """Compatibility forms, case and Traditional characters folded: Ｒ＆Ｄ經費 → r&d经费.

    Offsets do not survive this; it is for tokens only.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    try:
        # GB 2312 has next to no Traditional character, and checking costs less than converting.
        folded.encode("gb2312")
    except UnicodeEncodeError:
        return str(_simplifier().convert(folded))
    return folded


@cache
def _simplifier() -> Any:
    from opencc import OpenCC  # 30 ms and 7 MB that most texts do not need

    return OpenCC("t2s")


def tokens(text: str) -> list[str]:
    """Tokens in order, repeated as often as they occur: 研发5G → 研 发 研发 5g."""
    found: list[str] = []
    for match in _RUN.finditer(fold(text)):
        run = match.group()
        if match.lastgroup == "word":
            found.append(run)
            continue
        found.extend(run)
        found.extend(run[i : i + 2] for i in range(len(run) - 1))
    return found


def question_tokens(question: str) -> set[str]:
    """The tokens of a question without the words that only ask: 科创券有多少？ → 科 创 券 有 …"""
    return {token for part in _ASKING.split(fold(question)) for token in tokens(part)}
