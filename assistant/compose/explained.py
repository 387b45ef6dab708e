"""Whether a clause tells what a counted term stands for (“三可”, “123+”), or only writes it."""

from __future__ import annotations

import re

from corpus.numerals import parse_number

# “三可” and “三方帮扶”: a number, what it counts, and perhaps what is done with it.
_COUNTED = re.compile(r"[“\"]([两三四五六七八九十])([一-鿿])[一-鿿]{0,6}[”\"]")
_DIGITS = re.compile(r"[“\"](\d{2,4}|[十百千万]{2,4})\+?[”\"]")
_MEANING = re.compile(
    r"(?:分别|各|都)(?:是|指|代表|对应)|指的?是?(?:什么|啥|哪)|是(?:什么|啥|哪)|哪[三四五六七八九十]|解释|逐[一个项条]"
)
_PARTS = re.compile(r"[、+/]")
_SEGMENT = re.compile(r"[,.;:。，；：]")
_BEHIND = 160
"""Characters behind a term of digits within which its parts are told."""
_FIGURE = re.compile(
    r"(?<!\d)\d+(?:家|个|项|条|名|所|种|类|级|次|万|亿)|[一二三四五六七八九十百千]+[个家项条名所种类级批]"
)


def explains_terms(asked: str, told: str) -> bool:
    """Whether every counted term whose parts are asked for is explained in a folded text."""
    if not _MEANING.search(asked):
        return True
    return all(_explains(number, what, told) for number, what in _COUNTED.findall(asked)) and all(
        _spells_out(term, told) for term in _DIGITS.findall(asked)
    )


def _explains(number: str, what: str, told: str) -> bool:
    """三可 is explained where 可 is said three times more, or where its parts stand beside it."""
    term = f"{number}{what}"
    if term not in told or re.search(rf"{term}[一-鿿]{{0,6}}\"?(?:\(|:|即|,即|是指|指的?是)", told):
        return True
    items = parse_number(number) or 0
    # Parts stand right before (有人、有钱的“两有”): a list of such terms explains none of them.
    before = _SEGMENT.split(told[: told.index(term)])[-1]
    return told.count(what) > items or len(_PARTS.findall(before)) >= items - 1


def _spells_out(term: str, told: str) -> bool:
    """“131”: 认定100家…、建3个…、…"""
    at = told.find(term)
    if at < 0:
        return True
    behind = told[at + len(term) : at + len(term) + _BEHIND]
    return len(_FIGURE.findall(behind)) >= len(term) - 1
