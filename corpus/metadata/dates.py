"""Dates as documents print them, as ISO dates or the part of one that is printed."""

from __future__ import annotations

import re

from corpus.numerals import parse_number

_DIGITS = str.maketrans("〇零一二三四五六七八九○Ｏ", "001234567890" + "0")
_ARABIC = re.compile(
    r"((?:19|20)\d{2})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./]|$)\s*(?:(\d{1,2})\s*日?)?"
)
_HAN = re.compile(
    r"([一二][〇零○一二三四五六七八九]{3})年\s*([一二三四五六七八九十]{1,2})月\s*(?:([一二三四五六七八九十廿]{1,3})日)?"
)


def parse_date(text: str) -> str | None:
    """ "2021年9月2日" → "2021-09-02", "二〇二二年一月" → "2022-01"; None unless all is one date."""
    text = text.strip()
    match = _ARABIC.fullmatch(text)
    if match:
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
    else:
        match = _HAN.fullmatch(text)
        if match is None:
            return None
        year = int(match[1].translate(_DIGITS))
        month = parse_number(match[2]) or 0
        day = (parse_number(match[3]) or 0) if match[3] else 0
    if not 1 <= month <= 12 or day > 31:
        return None
    return f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")
