"""What looks wrong in a clean text but cannot be put right with certainty: told, not changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.models import TextWarning

_HAN = "\u4e00-\u9fff"
_AND = re.compile(rf"(?<=[{_HAN}])\s*\b(and|or|the|of)\b\s*(?=[{_HAN}])")
_DASH = re.compile(rf"(?<=[{_HAN}])—(?=[{_HAN}])(?!—)(?<!——)")
_CHAIN = 8
_REPEATED = re.compile(rf"([{_HAN}]{{1,3}})[。；]\1，")
_REPLACEMENT = re.compile("[\ufffd\ue000-\uf8ff]+")
_DOUBLED = re.compile(r"，{2,}|。{2,}|、{2,}|依依|的的(?!确)")


def find_suspicious(text: str) -> Iterator[TextWarning]:
    """Warnings with spans in the clean text, in no particular order."""
    for match in _AND.finditer(text):
        yield _warn("stray_latin", match, f"中文词语之间夹有英文“{match[1]}”，疑为误入，原样保留。")
    for match in _DASH.finditer(text):
        if (
            "—"
            in text[match.start() - _CHAIN : match.start()]
            + text[match.end() : match.end() + _CHAIN]
        ):
            # 原料—中间体—制剂 is a chain, not a slip.
            continue
        around = text[max(0, match.start() - 6) : match.end() + 6].replace("\n", " ")
        yield _warn("stray_dash", match, f"“{around}”中的破折号疑为多余，原样保留。")
    for match in _REPEATED.finditer(text):
        yield _warn("repeated_fragment", match, f"“{match[0]}”疑为换页处的重复片段，原样保留。")
    for match in _REPLACEMENT.finditer(text):
        yield _warn("unreadable", match, "此处有无法识别的字符，请对照原件核对。")
    for match in _DOUBLED.finditer(text):
        yield _warn("doubled", match, f"“{match[0]}”疑为重复，原样保留。")


def _warn(code: str, match: re.Match[str], message: str) -> TextWarning:
    return TextWarning(code, message, match.start(), match.end())
