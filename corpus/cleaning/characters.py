"""Characters that stand for others: full-width digits, radicals, guillemets, odd line ends."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from corpus.offsets import MappedText

# Chinese sentence punctuation is full-width by nature and stays; NFKC as a whole would also turn
# ① into 1 and … into three dots, so only these ranges are folded.
_WIDE = "０-９Ａ-Ｚａ-ｚ％＋＆．／＝＠＃＊＄－＿"
_LINE_END = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\ufe0e\ufe0f]+"
)
# What stands behind U+202E is read from its end: as the reader sees it, so it is kept.
_TURNED = re.compile("\u202e([^\u202c\n]*)\u202c?")
_MARKDOWN = re.compile(r"\*\*|^[ \t\u3000]*#{1,6}[ \t]+|^[ \t]*-{3,}[ \t]*$", re.MULTILINE)
"""Bold, headings and rules of texts that were turned into Markdown."""
_WIDEST = 8
_GAPS = re.compile(r"[ \t]{9,}")


@cache
def _table() -> dict[int, str]:
    table = {ord("«"): "《", ord("»"): "》", ord("﹒"): ".", ord("•"): "·", 0xA0: " "}
    for code in (*range(0x2000, 0x200B), 0x202F, 0x205F):
        table[code] = " "
    for first, last in zip(re.findall("(.)-.", _WIDE), re.findall(".-(.)", _WIDE), strict=True):
        for code in range(ord(first), ord(last) + 1):
            table[code] = unicodedata.normalize("NFKC", chr(code))
    for char in "％＋＆．／＝＠＃＊＄－＿":
        table[ord(char)] = unicodedata.normalize("NFKC", char)
    # PDF fonts print 一 as the radical ⼀; the two look alike and mean the same.
    for code in range(0x2F00, 0x2FD6):
        table[code] = unicodedata.normalize("NFKC", chr(code))
    return table


def fold_characters(text: MappedText) -> MappedText:
    """One code point for each meaning, "\\n" for every line end, nothing invisible."""
    text = text.edit([(m.start(), m.end(), "\n") for m in _LINE_END.finditer(text.text)])
    text = text.edit([(m.start(), m.end(), m[1][::-1]) for m in _TURNED.finditer(text.text)])
    text = text.edit([(m.start(), m.end(), "") for m in _INVISIBLE.finditer(text.text)])
    text = text.edit([(m.start(), m.end(), "") for m in _MARKDOWN.finditer(text.text)])
    text = text.with_text(text.text.translate(_table()))
    # Wide gaps mean no more than narrow ones, and patterns are cheap on short runs only.
    return text.edit([(m.start(), m.end(), " " * _WIDEST) for m in _GAPS.finditer(text.text)])
