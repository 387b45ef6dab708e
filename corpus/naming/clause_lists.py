"""Several clause numbers that share one unit: 第五、六条, 第二十一条和二十二条, 第五至七条."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.naming.clause_numbers import NumberPath, Step, following
from corpus.numerals import parse_number

_N = r"(?:\d{1,3}|[〇零一二三四五六七八九十百廿]{1,5})"
_UNIT = "条|章|部分|节|款|项"
_AND, _TO = "[、,，和与及]", "(?:至|到|[-~～—]{1,2})"
_LISTED = re.compile(
    rf"第\s*{_N}\s*(?:{_UNIT})?(?:\s*(?:{_AND}|{_TO})\s*第?\s*{_N}\s*(?:{_UNIT})?)*"
    rf"\s*(?:{_AND}|{_TO})\s*第?\s*{_N}\s*(?P<unit>{_UNIT})"
)
_MEMBER = re.compile(
    rf"(?P<link>{_AND}|{_TO})?\s*(?P<ordinal>第)?\s*(?P<n>{_N})\s*(?P<unit>{_UNIT})?"
)
_RANGE = re.compile(_TO)
_MOST = 30
"""Members of a range; more are no list that somebody wants read out."""


def find_clause_paths(text: str) -> Iterator[NumberPath]:
    """Every clause number of a question from left to right, those in lists each by itself.

    The members of a range share its span. Document names are expected to be blanked out with NAME.
    """
    position = 0
    while True:
        path = following(text, position)
        listed = _LISTED.search(text, position)
        if listed and (path is None or listed.start() <= path.start) and _shares(listed[0]):
            members = list(_members(listed))
            if 0 < len(members) <= _MOST:
                yield from members
                position = listed.end()
                continue
        if path is None:
            return
        yield path
        position = path.end


def _shares(listed: str) -> bool:
    """Whether a member borrows its 第 or its unit from another, or stands for those between."""
    members = list(_MEMBER.finditer(listed))
    return any(not m["unit"] or not m["ordinal"] for m in members) or bool(_RANGE.search(listed))


def _members(listed: re.Match[str]) -> Iterator[NumberPath]:
    offset, unit = listed.start(), listed["unit"]
    before: tuple[int, int] | None = None
    for match in _MEMBER.finditer(listed[0]):
        number = parse_number(match["n"])
        if not number:
            continue
        start = offset + (match.start("ordinal") if match["ordinal"] else match.start("n"))
        end = offset + match.end()
        first = number
        if before and match["link"] and _RANGE.fullmatch(match["link"]):
            first, start = before[0] + 1, before[1]
        for value in range(first, number + 1):
            step = Step(match["unit"] or unit, value, match["n"].isdigit())
            yield NumberPath((step,), start, end)
        before = (number, start)
