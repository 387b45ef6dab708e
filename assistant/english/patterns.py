"""What an English question says besides its terms: what it asks, when, how much, which clause."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a piece of a question is there for."""

    ASK = "ask"
    COMPARE = "compare"
    CONFIRM = "confirm"
    TIME = "time"
    PLACE = "place"
    DOCUMENT = "document"
    CLAUSE = "clause"
    GENRE = "genre"
    GOAL = "goal"
    REPORT = "report"
    FIGURE = "figure"
    TERM = "term"
    AND = "and"
    BREAK = "break"
    ROLE = "role"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a question with what it says in Chinese."""

    kind: Kind
    chinese: str
    wordings: tuple[str, ...] = ()
    """Of a term, likeliest first."""


Reading = Callable[[re.Match[str]], str]
_ORDINALS = {"13": "十三", "12": "十二", "14": "十四", "15": "十五", "16": "十六", "11": "十一"}
_ORDINALS |= {
    "eleventh": "十一",
    "twelfth": "十二",
    "thirteenth": "十三",
    "fourteenth": "十四",
    "fifteenth": "十五",
    "sixteenth": "十六",
}
NUMBERS = {
    "two": "两",
    "three": "三",
    "four": "四",
    "five": "五",
    "six": "六",
    "seven": "七",
    "eight": "八",
    "nine": "九",
    "ten": "十",
    "twelve": "十二",
}
_FIVE_YEARS = (
    rf"(?:the )?(?P<nth>{'|'.join(_ORDINALS)})(?:st|nd|rd|th)?[ -]five[ -]years?[ -]?(?:plan)?"
    r"(?:ning)?(?P<period>[ -]periods?)?"
)
_LEADS = (
    r"(?:leads?|led|leading|is|are|was|in charge|responsible|heads?|takes? the lead|runs?|"
    r"oversees?|handles?|supervises?|coordinates?)"
)
_BODY = (
    r"(?:departments?|agenc(?:y|ies)|bod(?:y|ies)|authorit(?:y|ies)|bureaus?|bureaux|offices?|"
    r"ministr(?:y|ies)|commissions?|government units?|units?|organi[sz]ations?)"
)
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_AMOUNT = r"(?P<amount>\d[\d,]*(?:\.\d+)?)"


def _fixed(chinese: str) -> Reading:
    return lambda match: chinese


def _plan(match: re.Match[str]) -> str:
    return f"“{_ORDINALS[match['nth'].lower()]}五”"


def figure_of(match: re.Match[str]) -> str:
    """A number as Chinese documents write it: 2.5 billion yuan → 25亿元."""
    written = match["amount"].replace(",", "")
    scale, unit = (match["scale"] or "").lower(), (match["unit"] or "").lower()
    if unit in ("%", "percent", "per cent"):
        return f"{written}%"
    value = float(written) * _SCALES.get(scale, 1)
    money = "元" if unit else ""
    for size, name in ((1e8, "亿"), (1e4, "万")):
        if value >= size and (scale or money or value % size == 0):
            return f"{value / size:g}{name}{money}"
    return f"{value:g}{money}"


def _which_number(match: re.Match[str]) -> str:
    return f"有哪{NUMBERS[match['n'].lower()]}个"


def _numbered(match: re.Match[str]) -> str:
    unit = match["unit"].lower()
    name = {"article": "条", "clause": "条", "chapter": "章", "part": "部分", "section": "部分"}[unit]
    return f"第{match['n']}{name}"


def _document(match: re.Match[str]) -> str:
    year = match["before"] or match["after"]
    return f"{year}年{match['n']}号文" if year else f"{match['n']}号文"


_ROWS: tuple[tuple[Kind, str, Reading], ...] = (
    (
        Kind.DOCUMENT,
        r"(?:(?P<before>20\d\d) )?(?:document|doc|circular|notice|opinions?|policy)"
        r"(?:,? ?(?:no\.?|number|#) ?)(?P<n>\d{1,4})(?: document)?(?:,? (?:of|from|in) |,? ?\(|, )?"
        r"(?P<after>20\d\d)?\)?",
        _document,
    ),
    (
        Kind.DOCUMENT,
        r"(?:(?P<before>20\d\d) )?(?:document|circular) (?P<n>\d{1,4})(?:,? (?:of|from|in) |,? ?\(|, )?"
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
    (Kind.TIME, r"(?:by|until|no later than) (?:the year )?(?P<year>20\d\d)", lambda m: f"到{m['year']}年"),
    (
        Kind.TIME,
        r"(?:(?:in|for|during|since|from|of|as of|after|before|over|throughout) )?(?:the year )?"
        r"(?P<year>20\d\d)(?!\d| ?(?:yuan|rmb|people))(?:-(?P<until>20\d\d))?",
        lambda m: f"{m['year']}—{m['until']}年" if m["until"] else f"{m['year']}年",
    ),
    (Kind.TIME, r"(?:in )?(?:the )?next year|(?:in )?the (?:coming|following) year", _fixed("明年")),
    (Kind.TIME, r"this year", _fixed("今年")),
    (Kind.TIME, r"last year", _fixed("去年")),
    (Kind.TIME, r"(?:per|each|every|a|in a|in each) year|per annum|annual(?:ly)?|yearly", _fixed("每年")),
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
    (Kind.COMPARE, r"(?:please )?compar(?:e|ing|ison of)|comparison between", _fixed("")),
    (Kind.COMPARE, r"(?:what(?:'s| is) )?(?:the )?differences?(?: between| in)?|how do(?:es)? (?=.+ differ)", _fixed("")),
    (Kind.COMPARE, r"versus|vs\b\.?|compared (?:with|to)", _fixed("和")),
    (
        Kind.CONFIRM,
        r"(?:is|was|isn't|wasn't) it (?:really |still )?(?:true|correct|right|the case|accurate)(?: that)?|"
        r"(?:i (?:heard|read|was told)|someone (?:says?|said|told me)|people say|am i right|it is said)(?: that)?|"
        r"(?:is that |, ?)?(?:right|correct|true|isn't it|aren't they|doesn't it|don't they)(?= ?\?)",
        _fixed("，对吗"),
    ),
    (Kind.BREAK, r"(?:take|takes|took|taking) (?:place|part)", _fixed(",")),
    (Kind.BREAK, r"(?:by|in terms of) (?:the )?numbers? of", _fixed(",")),
    (Kind.ASK, r"(?:what (?:is|was|are|were) )?the (?:exact |total |maximum |minimum )?amounts? of", _fixed("是多少钱")),
    (Kind.ASK, r"how many (?:people|persons|individuals|men|staff|employees)", _fixed("有多少人")),
    (Kind.ASK, r"how many square met(?:er|re)s(?: is| are)?", _fixed("是多少平方米")),
    (Kind.ASK, r"how many yuan", _fixed("是多少元")),
    (Kind.ASK, r"how many years|how many-year", _fixed("是几年")),
    (Kind.ASK, r"how many (?:calendar |working |business )?days", _fixed("是多少天")),
    (Kind.ASK, r"how many (?:percentage )?points", _fixed("是几个百分点")),
    (Kind.ASK, r"how many (?:percent|per cent)", _fixed("比例是多少")),
    (
        Kind.ASK,
        r"how many|(?:what (?:is|was|are|were|will be) )?the (?:total |overall |target )?numbers? of|number of",
        _fixed("有多少个"),
    ),
    (Kind.ASK, r"(?:by )?how much of", _fixed("比例是多少")),
    (Kind.ASK, r"how much (?:money|funding|cash)(?! for)", _fixed("有多少钱")),
    (Kind.ASK, r"by how much|how much|how (?:large|big|high|low)", _fixed("是多少")),
    (Kind.ASK, r"how long(?: does it take)?", _fixed("是多久")),
    (Kind.ASK, r"how soon|how early|how late", _fixed("是什么时候")),
    (
        Kind.ASK,
        r"(?:at |by )?(?:(?:what|which) (?:is |was |are |will be )?(?:the )?(?:minimum |maximum |overall |total )?)"
        r"(?:percentage|percent|per cent|share|proportion|fraction|ratio)s?(?: of)?",
        _fixed("比例是多少"),
    ),
    (Kind.ASK, r"over what percent(?:age)?|above what percent(?:age)?", _fixed("超过百分之多少")),
    (Kind.ASK, r"(?:at |by )?what (?:is the )?rate(?! of)|what tax rate", _fixed("税率是多少")),
    (Kind.ASK, r"(?:by |in |since |until )?(?:what|which) year(?: is| was)?", _fixed("是哪一年")),
    (Kind.ASK, r"(?:by |until )?when|(?:on )?(?:what|which) (?:date|day|time|month)", _fixed("是什么时候")),
    (Kind.ASK, r"what (?:is|was) the (?:application )?deadline(?: for)?", _fixed("截止时间是什么时候")),
    (Kind.ASK, r"who (?:issued|published|released|promulgated|wrote|drafted)", _fixed("是谁发布的")),
    (
        Kind.ASK,
        rf"which (?:\w+ ){{0,3}}?(?:departments|agencies|bodies|authorities|bureaus|ministries|commissions)"
        rf"(?: {_LEADS})*(?: (?:responsibility|for))*",
        _fixed("由哪些部门负责"),
    ),
    (
        Kind.ASK,
        rf"(?:by )?(?:which|what) (?:\w+ ){{0,3}}?{_BODY}(?: {_LEADS})*(?: for)?",
        _fixed("由哪个部门牵头负责"),
    ),
    (
        Kind.ASK,
        r"who(?:'s| is| are| was)? (?:lead(?:s|ing)?|responsible(?: for)?|in charge(?: of)?|heads?|takes? the lead"
        r"(?: in| on)?|manag(?:es|ing)|runs?|oversees?|supervis(?:es|ing)|to (?:lead|run))",
        _fixed("由哪个部门牵头负责"),
    ),
    (Kind.ASK, r"who (?:can|may|is eligible(?: for)?|qualifies(?: for)?|is entitled(?: to)?)", _fixed("哪些人可以")),
    (
        Kind.ROLE,
        r"(?:is |are )?(?:takes? the lead(?: in| on)?|leads|(?:led|headed|run|supervised) by|leads? the way|"
        r"in charge of|responsible for|oversees|supervises|takes? charge of)",
        _fixed("牵头"),
    ),
    (Kind.ASK, r"who|whom|whose", _fixed("是谁")),
    (
        Kind.ASK,
        r"(?:in )?(?:which|what) (?:\w+ )?(?:places?|locations?|cit(?:y|ies)|count(?:y|ies)|towns?|regions?|districts?)",
        _fixed("的市有哪些"),
    ),
    (Kind.ASK, r"where", _fixed("在哪里")),
    (Kind.ASK, rf"(?:which|what)(?: are)?(?: the)? (?P<n>{'|'.join(NUMBERS)})(?![ -]year)", _which_number),
    (
        Kind.ASK,
        r"(?:what |where (?:do|does|did|is|was) (?:it|they|this) )?rank(?:s|ed|ing)?|what (?:place|position)",
        _fixed("排名第几"),
    ),
    (
        Kind.ASK,
        r"(?:what(?:'s| is) (?:the |your )?)?(?:phone|telephone|contact|hotline)(?: numbers?)?|e-?mail(?: address)?",
        _fixed("联系电话是多少"),
    ),
    (Kind.ASK, r"how (?:can|do|should|to|could|may)(?: i| we| firms?| companies| one)? (?:apply|register|sign up)(?: for)?", _fixed("怎么申请")),
    (
        Kind.ASK,
        r"what (?:kinds? of |sorts? of |forms? of )?(?:support|help|assistance|benefits?|incentives?|preferential polic(?:y|ies)|aid)",
        _fixed("有哪些支持政策"),
    ),
    (
        Kind.ASK,
        r"what (?:are the |is the )?(?:requirements?|conditions?|criteria|eligibility)(?: (?:for|to))?",
        _fixed("要符合什么条件"),
    ),
    (Kind.ASK, r"what (?:measures|steps|actions|policies|tasks)", _fixed("有哪些措施")),
    (Kind.ASK, r"what (?:is|was|are|were) (?:\w+ ){0,2}?(?:doing|done)|what (?:does|do|did|will) (?=.+ (?:do|plan to do|say|offer|provide|require)\b)", _fixed("有什么规定")),
    (Kind.ASK, r"what(?: is| are|'s) meant by|(?:explain|define)(?: the term)?|(?:the )?definition of|meaning of", _fixed("指什么")),
    (Kind.ASK, r"what (?:does|do|did) (?=.+ (?:mean|stand for|refer to|consist|include|comprise|contain|cover)\b)", _fixed("指什么")),
    (Kind.ASK, r"(?:what are|what were|which|list|name|enumerate|give me)(?: me)?(?: all)?(?: of)?(?: the)?", _fixed("有哪些")),
    (Kind.ASK, r"how (?:does|do|did|will|can|could|are|is|should|would|may|to)", _fixed("怎么做")),
    (Kind.ASK, r"why", _fixed("为什么")),
    (Kind.ASK, r"what (?:about)|how about", _fixed("呢")),
    (Kind.ASK, r"(?:tell me |show me )?what(?:'s| is| was| were| will be| are| does| do| did)?", _fixed("是什么")),
    (
        Kind.GOAL,
        r"(?:aims?|plan(?:s|ned|ning)?|intends?|wants?|expects?|hopes?|seeks?|going|due|supposed|meant|committed) (?:to|for)(?: have| reach| be| become)?|"
        r"plan(?=\s*\?| by| in 20)|aim(?:s|ed|ing)?(?: for| at)?|(?:should|will|shall|planned|wants?|expects?|expected)",
        _fixed("打算"),
    ),
    (Kind.REPORT, r"(?:did|had|was|were|have been|has been|actually|already|so far|currently|to date|at present|now)\b", _fixed("目前")),
)

PATTERNS: tuple[tuple[Kind, re.Pattern[str], Reading], ...] = tuple(
    (kind, re.compile(rf"(?:{pattern})(?:(?<![A-Za-z])|(?![A-Za-z]))", re.IGNORECASE), reading)
    for kind, pattern, reading in _ROWS
)


def read_pattern(text: str, at: int) -> tuple[int, Piece] | None:
    """What the first pattern that matches at text[at] says, and where it ends."""
    for kind, pattern, reading in PATTERNS:
        match = pattern.match(text, at)
        if match and match.end() > at:
            return match.end(), Piece(kind, reading(match))
    return None
