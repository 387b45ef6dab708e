"""Years as targets and titles print them: 2025年, “十四五”末, 2021—2025年."""

from __future__ import annotations

import re

from corpus.numerals import parse_number

_YEAR = re.compile(r"(?:19|20)\d{2}(?=\s*(?:年|[-—－–~～至到]|$|[^\d]))")
_TERM = re.compile(
    r"(?P<year>(?:19|20)\d{2})年起\s*(?P<count>\d{1,2}|[一二三四五六七八九十]{1,2})年内?"
)
"""2012年起5年内 ends with 2016."""
_FIVE_YEARS = re.compile(r"十([一二三四五六])五")
_LAST = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}


def last_year(words: str) -> int | None:
    """The last year that the words name; a five-year plan stands for its last year."""
    term = _TERM.search(words)
    if term:
        return int(term["year"]) + (parse_number(term["count"]) or 1) - 1
    years = [int(match[0]) for match in _YEAR.finditer(words)]
    years += [_LAST[match[1]] for match in _FIVE_YEARS.finditer(words)]
    return max(years, default=None)
