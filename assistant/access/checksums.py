"""Whether a row of digits can be what it looks like: an ID card, a bank card."""

from __future__ import annotations

import re
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)
_CARD = re.compile(
    r"62\d{14,17}|4\d{15}(?:\d{3})?|(?:5[1-5]|2[2-7]|35)\d{14}|(?:9558|9559|9400|9843|60|68|69|84|87|88|90|94|98)\d{12,17}"
)
"""Issuer prefixes of cards in use in China with their lengths (GB/T 14504, ISO/IEC 7812)."""


def is_id_card(number: str, *, checked: bool = True) -> bool:
    """18 characters after GB 11643-1999: region, day of birth, and (unless told not to) check digit."""
    if not re.fullmatch(r"\d{17}[\dX]", number) or number[:2] not in _PROVINCES:
        return False
    if not _is_day(number[6:10], number[10:12], number[12:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return not checked or number[17] == _CHECKS[total % 11]


def is_old_id_card(number: str) -> bool:
    """15 digits, as issued until 1999; they have no check digit, so all else has to fit."""
    return (
        re.fullmatch(r"\d{15}", number) is not None
        and number[:2] in _PROVINCES
        and number[2:6] != "0000"
        and _is_day(f"19{number[6:8]}", number[8:10], number[10:12])
    )


def is_bank_card(number: str) -> bool:
    """16 to 19 digits with a known issuer prefix that pass Luhn's test (ISO/IEC 7812-1)."""
    return (
        len(number) in range(16, 20)
        and _CARD.fullmatch(number) is not None
        and len(set(number)) > 1
        and _luhn(number)
    )


def _luhn(number: str) -> bool:
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in number[-2::-2])
    return (sum(map(int, number[-1::-2])) + sum(doubled)) % 10 == 0


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        born = date(int(year), int(month), int(day))
    except ValueError:
        return False
    return date(1900, 1, 1) <= born <= date.today()
