"""Figures in a text: money, rates, counts and dates with what they are worth, in any writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_SUMS = (("元", 1), ("万元", 10**4), ("亿元", 10**8))
_LEAST_PRINTED = Decimal("0.1")
_LARGE = {"万": 10**4, "亿": 10**8}

COUNT_UNITS = "家户个项名人所座件位条种批次支处台套亩篇份类门辆只级倍张期届轮株头吨天部门岗"  # one character each
_COUNT_UNIT = f"(?:平方米|公里|人次|余家|[{COUNT_UNITS}])"
_NUMERAL = r"(?:\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)"
_NUMBER = rf"(?:{_NUMERAL}[万亿千百]*)"

_FIGURE = re.compile(
    rf"""
    (?P<date>\d{{4}}年(?:\d{{1,2}}月(?:\d{{1,2}}[日号])?)?|(?<!\d)\d{{1,2}}月\d{{1,2}}[日号])
  | (?P<percent>{_NUMERAL}\s*[%％]|百分之{_NUMERAL}|[一二两三四五六七八九]成[半一二三四五六七八九]?(?![为果立员本功年长])|一半)
  | (?P<money>{_NUMBER}(?:余|多)?\s*(?:亿元|万元|千元|百元|元|万块|块钱|美元|亿(?!级)|万(?=块|钱|[，。,.?？]|吧|吗|呢|啊|$)))
  | (?P<count>(?<!第)(?<!第\d)(?<!第\d\d)(?!十[一二三四五六七八]五(?:期|时期))(?:数|几|上|近|约)?{_NUMBER}(?:余|多|来)?\s*{_COUNT_UNIT})
    """,
    re.VERBOSE,
)


class FigureKind(StrEnum):
    """What a figure measures."""

    DATE = "date"
    PERCENT = "percent"
    MONEY = "money"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed, and its value where it has one (money in 元, percent as 0–100)."""

    kind: FigureKind
    text: str
    value: Decimal | None
    unit: str
    start: int
    end: int


def chinese_number(text: str) -> Decimal | None:
    """The value of 五, 二十一, 1.5万, 3亿 …; None where the text is no number.

    >>> chinese_number("二十一"), chinese_number("1.5万")
    (Decimal('21'), Decimal('15000.0'))
    """
    text = text.replace(",", "").strip()
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([十百千万亿]*)", text)
    if match:
        try:
            value = Decimal(match[1])
        except InvalidOperation:
            return None
        for scale in match[2]:
            value *= _SMALL.get(scale) or _LARGE[scale]
        return value
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char] if digit else _DIGITS[char]
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit = 0
        elif char in _LARGE:
            total = (total + section + digit) * _LARGE[char]
            section = digit = 0
        else:
            return None
    return Decimal(total + section + digit)


def _percent_value(text: str) -> Decimal | None:
    if text == "一半":
        return Decimal(50)
    match = re.fullmatch(r"百分之(.+)", text)
    if match:
        return chinese_number(match[1])
    match = re.fullmatch(r"(.)成(.)?", text)
    if match:
        tens = Decimal(_DIGITS[match[1]] * 10)
        return tens + (5 if match[2] == "半" else _DIGITS.get(match[2] or "零", 0))
    return chinese_number(text.rstrip("%％ "))


def _money(text: str) -> tuple[Decimal | None, str]:
    match = re.match(
        r"([\d,.零〇一二两三四五六七八九十百千万亿]+?)(?:余|多)?\s*(美元|元|块钱|块)?$", text
    )
    if not match:
        return None, "元"
    return chinese_number(match[1]), "美元" if match[2] == "美元" else "元"


def find_figures(text: str) -> tuple[Figure, ...]:
    """All figures of a text, in order. The text should be NFKC."""
    figures = []
    for match in _FIGURE.finditer(text):
        printed = match[0]
        kind = FigureKind(match.lastgroup or "")
        value: Decimal | None = None
        unit = ""
        if kind is FigureKind.PERCENT:
            value, unit = _percent_value(printed.replace(" ", "")), "%"
        elif kind is FigureKind.MONEY:
            value, unit = _money(printed.replace(" ", ""))
        elif kind is FigureKind.COUNT:
            body = re.match(
                rf"(?:[数几上近约])?({_NUMBER})(?:余|多|来)?\s*({_COUNT_UNIT})$", printed
            )
            if body:
                value = None if printed[0] in "数几上" else chinese_number(body[1])
                unit = body[2]
        else:
            unit = "date"
        figures.append(Figure(kind, printed, value, unit, match.start(), match.end()))
    return tuple(figures)


def writings(figure: Figure) -> tuple[str, ...]:
    """How documents may print a sum or a rate that somebody says (五万块 → 5万元, 50000元).

    Empty for counts and dates, and for figures without a value.
    """
    if figure.value is None or figure.kind not in (FigureKind.MONEY, FigureKind.PERCENT):
        return ()
    if figure.kind is FigureKind.PERCENT:
        return (f"{_plain(figure.value)}%",)
    scaled = ((figure.value / scale, unit) for unit, scale in _SUMS)
    return tuple(f"{_plain(value)}{unit}" for value, unit in scaled if value >= _LEAST_PRINTED)


def _plain(value: Decimal) -> str:
    """A number as printed: no exponent, no zeros behind the point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
