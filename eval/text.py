"""How texts are compared: layout, width and punctuation style must not decide a score."""

from __future__ import annotations

import re
import unicodedata

_ASCII_LIKES = str.maketrans("，。；：！？（）“”‘’【】«»", ",.;:!?()\"\"''[]《》")
_WORD_RUN = re.compile(r"[㐀-鿿a-z0-9]+")


def fold(text: str) -> str:
    """NFKC, no whitespace, lower case, full-width punctuation as its ASCII like."""
    compact = "".join(unicodedata.normalize("NFKC", text).split())
    return compact.lower().translate(_ASCII_LIKES)


def bigrams(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters of the folded text; none reaches across punctuation."""
    runs = _WORD_RUN.findall(fold(text))
    return frozenset(run[i : i + 2] for run in runs for i in range(len(run) - 1))
