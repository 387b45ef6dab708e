"""Digits as people write them, read character by character so that places stay the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_CHINESE = dict(
    zip("〇○零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两", "00012345678911234567892", strict=True)
)
_DASHES = frozenset("‐‑‒–—―－−﹣～·•")
_BETWEEN = frozenset(" -._/|*~()\n")
# Labels in Traditional characters are read as in Simplified ones.
_SIMPLIFIED = dict(
    zip(
        "護證號碼電話機聯繫絡撥傳戶銀賬開儲單編備發許鄉臺貨圖類產訂驗識問專執訊條資額總",
        "护证号码电话机联系络拨传户银账开储单编备发许乡台货图类产订验识问专执讯条资额总",
        strict=True,
    )
)
_GROUP = re.compile(
    r"(?<![0-9A-Za-z])[0-9]{17}[xX](?=1[3-9][0-9]{9}(?![0-9]))|"
    r"[0-9]+(?:[xX](?![A-Za-z0-9]))?|(?<=[0-9][ -])[xX](?![A-Za-z0-9])"
)
"""An X behind digits may be the check digit of an ID card."""
_GAP = 3
"""Characters that may stand between two groups of one number: 138 - 1234 - 5678."""


@dataclass(frozen=True, slots=True)
class Group:
    """Digits without a gap; start and end are places in the text."""

    digits: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """Groups that may be one number: `digits` is all of them together."""

    groups: tuple[Group, ...]
    gaps: frozenset[str]
    """What stands between them."""
    digits: str
    """Without the gaps."""

    @property
    def shape(self) -> tuple[int, ...]:
        """How many digits each group has."""
        return tuple(len(group.digits) for group in self.groups)

    @property
    def start(self) -> int:
        """The place of the first digit."""
        return self.groups[0].start

    @property
    def end(self) -> int:
        """The place behind the last one."""
        return self.groups[-1].end


def view(text: str, *, chinese: bool = False) -> str:
    """The text, each character by its plain like: １ → 1, ＠ → @, any dash → -, any space → blank.

    As long as the text. With `chinese`, 一 is 1 as well.
    """
    return "".join(_plain(c, chinese) for c in text)


def rows(seen: str, least: int, most: int, most_alone: int) -> Iterator[Row]:
    """Rows of neighbouring groups in a view, longest first from each place; each may end in an X.

    A row has `least` to `most` digits, one of a single group up to `most_alone`: how many rows
    there are grows with the text alone, whatever an asker writes.
    """
    groups = _groups(seen)
    for first, group in enumerate(groups):
        digits = group.digits
        found = [Row((group,), frozenset(), digits)] if least <= len(digits) <= most_alone else []
        gaps: frozenset[str] = frozenset()
        for place in range(first + 1, len(groups)):
            gap = seen[groups[place - 1].end : groups[place].start]
            digits += groups[place].digits
            if len(digits) > most or not _joins(gap):
                break
            gaps |= {"\n" if "\n" in gap else gap.strip() or " "}
            if len(digits) >= least:
                found.append(Row(tuple(groups[first : place + 1]), gaps, digits))
        yield from reversed(found)


def _groups(seen: str) -> list[Group]:
    return [Group(m[0].upper(), *m.span()) for m in _GROUP.finditer(seen)]


def _joins(gap: str) -> bool:
    return len(gap) <= _GAP and all(c in _BETWEEN for c in gap)


@lru_cache(maxsize=4096)
def _plain(character: str, chinese: bool) -> str:
    if chinese and character in _CHINESE:
        return _CHINESE[character]
    if character in _SIMPLIFIED:
        return _SIMPLIFIED[character]
    if character in _DASHES:
        return "-"
    if character.isspace() or character == "\u20e3":
        return " " if character != "\n" else "\n"
    if character.isascii():
        return character
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKC", character)
    if len(folded) == 1 and folded.isascii():
        return folded
    return character
