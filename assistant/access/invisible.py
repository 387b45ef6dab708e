"""Characters that nobody sees and that a program would read: gone before anything else is done."""

from __future__ import annotations

import re
import unicodedata

_KEPT = "\n\t"
_HIDDEN = frozenset(
    # Marks and fillers of other categories that print nothing.
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffc"
)
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_LINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_TOO_MANY_MARKS = re.compile(
    r"(\w?)((?:[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]){4,})"
)


def cleaned(text: str) -> str:
    """The text in NFC without what cannot be seen; newlines and tabs stay.

    Gone are zero-width and bidirectional controls, tag characters, other control characters, soft
    hyphens, variation selectors, private-use and unassigned code points, and stacks of more than
    three combining marks. Lone surrogates stay: the check of a question names them as its error.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _SELECTORS.sub("", _LINES.sub("\n", text))
    seen = "".join(c for c in text if not _is_invisible(c))
    return unicodedata.normalize("NFC", _TOO_MANY_MARKS.sub(r"\1", seen))


def _is_invisible(character: str) -> bool:
    if character in _KEPT:
        return False
    # Cc control, Cf format (zero-width, bidi, tags, soft hyphen), Co private use, Cn unassigned.
    return character in _HIDDEN or unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn")
