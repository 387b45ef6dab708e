"""Figures with unit and limits, equal however they are written: 至少30%, 不低于百分之三十.

Everything here works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from corpus.numerals import parse_number

_LIMITS = {
    "≥": "不少于|不低于|不小于|至少|最低|最少|最短|及?以上",
    "≤": "最高不超过|不超过|不高于|不大于|不多于|至多|最高|最多|最长|及?以下|以内|之内",
    ">": "超过|高于|大于|多于|突破|逾|以外",
    "<": "不足|低于|小于|少于|未满|不满",
    "≈": "大约|约|接近|近|左右|上下",
    "满": "满",
    "每": "每",
}
_LIMIT_OF = {
    word: sign
    for sign, words in _LIMITS.items()
    for pattern in words.split("|")
    for word in ([pattern.replace("及?", ""), "及" + pattern[2:]] if "?" in pattern else [pattern])
}
_WORDS = sorted(_LIMIT_OF, key=len, reverse=True)
_AFTER = "以上|以下|以内|以外|之内|左右|上下"
_BEFORE = "|".join(w for w in _WORDS if w.removeprefix("及") not in _AFTER.split("|"))
_WORD = re.compile(_BEFORE)
_UNIT = (
    "个百分点|个工作日|工作日|个月|小时|分钟|平方米|平方公里|立方米|公里|公顷|千瓦时|千瓦|公斤|人次|人日|人月|美元|"
    "[%‰元年月日号天倍成条章款项名位家户个人件所座次批种支处台套亩篇份类门辆级期届大岁只周吨米例股张轮场头株班院校站]"
)
_HAN = "零一二三四五六七八九十百千两"
_QUANTITY = re.compile(
    rf"(?P<before>(?:{_BEFORE})*)"
    rf"(?:第(?P<rank>[{_HAN}]+|\d+)(?=[^{_HAN}\d]|$)(?!条|章|款|项|次|[一二三四]产业)|"
    rf"(?P<value>\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+(?:\.\d+)?(?:/\d+)?|百分之[{_HAN}]+|[{_HAN}]+分之[{_HAN}]+|"
    rf"[{_HAN}]+(?=[余多来]?[万亿]*(?:{_UNIT})))"
    rf"(?P<more>[余多来]?)(?P<times>[十百千万亿]*)(?P<unit>(?:{_UNIT})?))"
    rf"(?P<after>及?(?:{_AFTER}))?"
)
# 一个, 一项 and the like count nothing.
_ARTICLE = re.compile(r"一[个项种批条家名位次类级支套件处站]")
_DATE_UNITS = frozenset("年月日号")
_TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_YEAR_OF_PLAN = re.compile(r"十[三四五六]五")
_WHOLE = 10**12


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a folded text, e.g. 不超过5万元. Offsets are half-open."""

    start: int
    end: int
    said: str
    value: Decimal | str
    """In single units: 5万元 is 50000; what is no plain number (三分之一) stays as said."""
    unit: str
    limits: frozenset[str]

    @property
    def is_date(self) -> bool:
        """A year, a day of the calendar; 3年 is a length."""
        if self.unit == "年":
            return isinstance(self.value, Decimal) and 1900 <= self.value < 2100
        return self.unit in _DATE_UNITS

    @property
    def meaning(self) -> tuple[Decimal | str, str, frozenset[str]]:
        """Equal for figures that mean the same."""
        return self.value, self.unit, self.limits


def limits_in(folded: str) -> frozenset[str]:
    """The limits that words in front of a figure set: 不超过 in 不超过新增投入的15%."""
    return frozenset(_LIMIT_OF[word] for word in _WORD.findall(folded) if len(word) > 1)


@lru_cache(maxsize=2048)
def quantities(folded: str) -> tuple[Quantity, ...]:
    """Every figure of a folded text, from left to right."""
    return tuple(_read(folded))


def _read(folded: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(folded):
        words = [*_WORD.findall(match["before"]), *filter(None, (match["after"],))]
        limits = frozenset(_LIMIT_OF[word] for word in words)
        limits |= frozenset("余") if match["more"] else frozenset()
        if match["rank"]:
            value: Decimal | str = _value(match["rank"], "")
            yield Quantity(*match.span(), match[0], value, "第", limits)
        elif not _ARTICLE.fullmatch(match[0]):
            unit = match["unit"]
            value = _value(match["value"], match["times"])
            if match["value"].startswith("百分之"):
                value, unit = _value(match["value"][3:], ""), "%"
            yield Quantity(*match.span(), match[0], value, "日" if unit == "号" else unit, limits)


def _value(written: str, times: str) -> Decimal | str:
    digits = written.replace(",", "")
    if digits.replace(".", "", 1).isdecimal():
        value = Decimal(digits)
    else:
        number = None if "分之" in written or "千" in written else parse_number(written)
        if number is None:
            return written + times
        value = Decimal(number)
    for sign in times:
        value *= _TIMES[sign]
    return value.normalize() if value < _WHOLE else value
