"""Digits as people write them, read character by character so that places stay the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

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

    @property
    def digits(self) -> str:
        """Without the gaps."""
        return "".join(group.digits for group in self.groups)

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


def rows(seen: str, most: int) -> Iterator[Row]:
    """Every row of neighbouring groups in a view with at most `most` digits, longest first from
    each place; it may end in an X."""
    groups = _groups(seen)
    for first in range(len(groups)):
        row, total, gaps = [groups[first]], len(groups[first].digits), set[str]()
        found = [Row(tuple(row), frozenset())]
        for before, after in pairwise(groups[first:]):
            gap = seen[before.end : after.start]
            total += len(after.digits)
            if not _joins(gap) or total > most:
                break
            row.append(after)
            gaps.add("\n" if "\n" in gap else gap.strip() or " ")
            found.append(Row(tuple(row), frozenset(gaps)))
        yield from (r for r in reversed(found) if len(r.digits) <= most)


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
