"""Numbers as Chinese documents write them: 二十一, 21, ２１, 廿一."""

from __future__ import annotations

import unicodedata

HAN_DIGITS = "〇零一二三四五六七八九十百两廿卅"
_VALUES = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = "零一二三四五六七八九"


def parse_number(text: str) -> int | None:
    """The value of Han or Arabic digits below 1000; None if the text is no such number."""
    text = unicodedata.normalize("NFKC", text.strip())
    if text.isdigit() and text.isascii():
        return int(text)
    if not text or any(c not in HAN_DIGITS for c in text):
        return None
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" not in text and "百" not in text:
        return int("".join(str(_VALUES[c]) for c in text))
    total, digit = 0, None
    for char in text:
        if char in "十百":
            total += (1 if digit is None else digit) * (10 if char == "十" else 100)
            digit = None
        else:
            digit = _VALUES[char]
    return total + (digit or 0)


def han_number(value: int) -> str:
    """21 → 二十一, for 1 to 999 (larger values keep their Arabic digits)."""
    if not 0 < value < 1000:
        return str(value)
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    out = f"{_SMALL[hundreds]}百" if hundreds else ""
    if tens:
        out += ("" if tens == 1 and not hundreds else _SMALL[tens]) + "十"
    elif hundreds and ones:
        out += "零"
    return out + (_SMALL[ones] if ones else "")
