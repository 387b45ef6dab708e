"""What English points to: documents and clauses by number, times, amounts; what is compared or claimed."""

from __future__ import annotations

import re

from assistant.english.pieces import Kind, Row, fixed

_ORDINALS = {"13": "十三", "12": "十二", "14": "十四", "15": "十五", "16": "十六", "11": "十一"}
_ORDINALS |= {
    "eleventh": "十一",
    "twelfth": "十二",
    "thirteenth": "十三",
    "fourteenth": "十四",
    "fifteenth": "十五",
    "sixteenth": "十六",
}
_WORDS = {
    word: place
    for place, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
} | {"a": 1, "an": 1}
_NTH = "|".join(_ORDINALS)
_PLANS = r"(?:[ -]five[ -]years?(?:[ -]plan)?(?:ning)?(?: periods?)?| fyp)s?"
_FIVE_YEARS = rf"(?:the )?(?P<nth>{_NTH})(?:st|nd|rd|th)?{_PLANS}"
_SCALES = {
    "": 1,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 10**12,
}
_AMOUNT = r"(?P<amount>\d[\d,]*(?:\.\d+)?)"


def _plan(match: re.Match[str]) -> str:
    return f"“{_ORDINALS[match['nth'].lower()]}五”"


def figure_of(match: re.Match[str]) -> str:
    """A number as Chinese documents write it: 2.5 billion yuan → 25亿元."""
    said = match["amount"].lower()
    written = str(_WORDS[said]) if said in _WORDS else said.replace(",", "")
    scale, unit = (match["scale"] or "").lower(), (match["unit"] or "").lower()
    if unit in ("%", "percent", "per cent"):
        return f"{written}%"
    value = float(written) * _SCALES[scale]
    money = "元" if unit else ""
    for size, name in ((1e8, "亿"), (1e4, "万")):
        if value >= size and (scale or money or value % size == 0):
            return f"{value / size:g}{name}{money}"
    return f"{value:g}{money}"


def _numbered(match: re.Match[str]) -> str:
    unit = match["unit"].lower()
    name = {"article": "条", "clause": "条", "chapter": "章", "part": "部分", "section": "部分"}[
        unit
    ]
    return f"第{match['n']}{name}"


def _document(match: re.Match[str]) -> str:
    year = match["before"] or match["after"]
    return f"{year}年{match['n']}号文" if year else f"{match['n']}号文"


REFERENCES: tuple[Row, ...] = (
    (
        Kind.TIME,
        rf"(?:(?:at|by) )?(?:the )?(?:ends? of )?(?:the )?(?P<first>{_NTH})(?:st|nd|rd|th)? and "
        rf"(?:the )?(?P<nth>{_NTH})(?:st|nd|rd|th)?{_PLANS}",
        lambda m: f"“{_ORDINALS[m['first'].lower()]}五”末、{_plan(m)}末",
    ),
    (
        Kind.TIME,
        r"(?:between|from) (?P<year>20\d\d) (?:and|to|until) (?P<until>20\d\d)",
        lambda m: f"{m['year']}—{m['until']}年",
    ),
    (
        Kind.DOCUMENT,
        r"(?:(?P<before>20\d\d) )?(?:document|doc|circular|notice|opinions?|policy)"
        r"(?:,? ?(?:no\.?|number|#) ?)(?P<n>\d{1,4})(?: document)?(?:,? (?:of|from|in) |,? ?\(|, )?"
        r"(?P<after>20\d\d)?\)?",
        _document,
    ),
    (
        Kind.DOCUMENT,
        r"(?:(?P<before>20\d\d) )?(?:document|doc|circular) (?P<n>\d{1,4})(?:,? (?:of|from|in) |,? ?\(|, )?"
        r"(?P<after>20\d\d)?\)?",
        _document,
    ),
    (
        Kind.CLAUSE,
        r"(?P<unit>article|clause|chapter|part|section) (?:no\.? ?)?(?P<n>\d{1,3})",
        _numbered,
    ),
    (
        Kind.TIME,
        rf"(?:(?:by|at|until|before|for|as of) )?(?:the )?(?:end|close|conclusion) of {_FIVE_YEARS}",
        lambda m: f"{_plan(m)}末",
    ),
    (
        # 「at the end of the 13th Five-Year Plan, and by the end of the 14th」
        Kind.TIME,
        rf"(?:by|at|until) the end of the (?P<nth>{_NTH})(?:st|nd|rd|th)?(?! ?(?:of|century|day|week|month|year))",
        lambda m: f"{_plan(m)}末",
    ),
    (Kind.TIME, rf"by {_FIVE_YEARS}(?: end)?", lambda m: f"{_plan(m)}末"),
    (
        Kind.TIME,
        rf"(?:(?:during|over|throughout|in|for|across|within) )?{_FIVE_YEARS}",
        lambda m: f"{_plan(m)}期间" if m[0].lower().startswith(("dur", "ov", "th")) else _plan(m),
    ),
    (
        Kind.TIME,
        r"(?:(?:by|at|until|before) )?(?:the )?end of (?P<year>20\d\d)|by (?:late|year-?end) (?P<late>20\d\d)",
        lambda m: f"到{m['year'] or m['late']}年底",
    ),
    (
        Kind.TIME,
        r"(?:by|until|no later than) (?:the year )?(?P<year>20\d\d)",
        lambda m: f"到{m['year']}年",
    ),
    (
        Kind.TIME,
        r"(?:(?:in|for|during|since|from|of|as of|after|before|over|throughout) )?(?:the year )?"
        r"(?P<year>20\d\d)(?!\d| ?(?:yuan|rmb|people))(?:-(?P<until>20\d\d))?",
        lambda m: f"{m['year']}—{m['until']}年" if m["until"] else f"{m['year']}年",
    ),
    (
        Kind.TIME,
        r"(?:in )?(?:the )?next year|(?:in )?the (?:coming|following) year",
        fixed("明年"),
    ),
    (Kind.TIME, r"this year", fixed("今年")),
    (Kind.TIME, r"last year", fixed("去年")),
    (
        Kind.TIME,
        r"(?:per|each|every|a|in a|in each) year|per annum|annual(?:ly)?|yearly",
        fixed("每年"),
    ),
    (Kind.FIGURE, r"\d+(?:\+\d+)+", lambda m: m[0]),
    (
        Kind.FIGURE,
        rf"(?:rmb|cny|¥|￥) ?{_AMOUNT}(?: ?(?P<scale>thousand|million|billion|trillion)s?)?(?P<unit>)(?: ?yuan)?",
        lambda m: figure_of(m) if "元" in figure_of(m) else f"{figure_of(m)}元",
    ),
    (
        Kind.FIGURE,
        rf"{_AMOUNT} ?(?P<scale>thousand|million|billion|trillion)?s? ?(?P<unit>yuan|rmb|cny|%|percent|per cent)?"
        r"(?![A-Za-z])",
        figure_of,
    ),
    (
        Kind.FIGURE,
        rf"(?P<amount>{'|'.join(_WORDS)}) (?P<scale>thousand|million|billion|trillion)s?(?: ?(?P<unit>yuan|rmb|cny))?",
        figure_of,
    ),
    (Kind.COMPARE, r"(?:please )?compar(?:e|ing|ison of)|comparison between", fixed("")),
    (
        Kind.COMPARE,
        r"(?:what(?:'s| is) )?(?:the )?differences?(?: between| in)?|how do(?:es)? (?=.+ differ)",
        fixed(""),
    ),
    (Kind.COMPARE, r"versus|vs\b\.?|compared (?:with|to)", fixed("和")),
    (
        Kind.CONFIRM,
        r"(?:is|was|isn't|wasn't) it (?:really |still )?(?:true|correct|right|the case|accurate)(?: that)?|"
        r"(?:i (?:heard|read|was told)|someone (?:says?|said|told me)|people say|am i right|it is said)(?: that)?|"
        r"(?:is that |, ?)?(?:right|correct|true|isn't it|aren't they|doesn't it|don't they)(?= ?\?)",
        fixed("，对吗"),
    ),
)
