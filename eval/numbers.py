"""Numbers in a text, whether in digits or in Chinese, so that an invented one is found.

Written apart from the numerals of the corpus: a check must not share the faults of what it checks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

_OWN = re.compile(r"\[\d+\]|共\d+条")
"""The assistant's own: citation marks, and how many items a list has."""
_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")
# “十四五”一流 holds no number 十四五一.
_HAN = re.compile(
    r"十[一二三四五六七八九]五|[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*"
)
_COUNTED = "个项家条款章节年月日元万亿成倍人名所类批次届期级大%"
_VALUE = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNIT = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def unsupported(answer: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Numbers of an answer that stand in no source, as printed, in order, each once.

    Citation marks and 共3条 are the assistant's own. A lone 三 counts only where it counts (三家) or
    orders (第三) something; a lone 一 never does, as it is mostly 统一, 进一步 or 这一条.
    """
    known = {v for source in sources for values, _, _ in _numbers(_plain(source)) for v in values}
    text = _OWN.sub(" ", _plain(answer))
    missing = [
        text[start:end]
        for values, start, end in _numbers(text)
        if known.isdisjoint(values) and _counts(text, start, end)
    ]
    return tuple(dict.fromkeys(missing))


def _plain(text: str) -> str:
    # NFKC would make ， a comma, and "三1，2018年" the number 12018.
    return unicodedata.normalize("NFKC", text.replace("，", "、"))


def _numbers(text: str) -> Iterable[tuple[frozenset[str], int, int]]:
    """Every number's possible values and span: 3200万 is 3200 as well as 32000000."""
    for match in _DIGITS.finditer(text):
        value = Decimal(match.group().replace(",", ""))
        unit = _UNIT.get(text[match.end() : match.end() + 1], 1)
        yield frozenset({_printed(value), _printed(value * unit)}), match.start(), match.end()
    for match in _HAN.finditer(text):
        yield frozenset({han_value(match.group())}), match.start(), match.end()


def _counts(text: str, start: int, end: int) -> bool:
    if end - start > 1 or text[start].isdecimal():
        return True
    if text[start] == "一":
        return False
    return text[end : end + 1] in tuple(_COUNTED) or text[start - 1 : start] == "第"


def _printed(value: Decimal) -> str:
    return format(value.normalize(), "f")


def han_value(run: str) -> str:
    """A number in Chinese characters as digits.

    二十一 → 21, 二〇一七 → 2017; what is no plain number (十四五) stands for itself.
    """
    if len(run) > 1 and all(c in _VALUE for c in run):
        return "".join(str(_VALUE[c]) for c in run) if "〇" in run or "零" in run else run
    total = section = digit = 0
    for c in run:
        if c in _VALUE:
            if digit:
                return run
            digit = _VALUE[c]
        elif _UNIT[c] >= 10**4:
            total, section, digit = (total + section + digit) * _UNIT[c], 0, 0
        else:
            section, digit = section + (digit or 1) * _UNIT[c], 0
    return str(total + section + digit)
