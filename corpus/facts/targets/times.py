"""Times that set a deadline or say when a figure was reached, and which of them is in force."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_YEAR = r"(?:20|19)\d{2}"
_COUNTED = r"(?:[一二三四五六七八九十两]+|\d{1,2})"
_TERM = rf"{_COUNTED}(?:[-—－–~～至到]{_COUNTED})?年(?:左右)?(?:的?时间|之?内)?"
"""How long something is to take: 5年内, 3—5年, 两年左右时间."""
TIME = re.compile(
    rf"{_YEAR}\s*[-—－–~～至]+\s*{_YEAR}年(?:期间)?"
    rf"|[从自]?{_YEAR}年起，?{_COUNTED}年之?内"
    rf"|{_YEAR}年(?:年?底前?|年?末|年?初|前|以前|之前|上半年|下半年|[一二三四]季度|\d{{1,2}}月(?:\d{{1,2}}日)?(?:底|末|前|以前|份)?)?(?!度)"
    r"|[“\"]?十[三四五六七]五[”\"]?(?:规划)?(?:期?末|末期|期间|时期|收官之年|初期?)"
    r"|(?:今年|明年|本年度?|年内|年底)(?:底|末|上半年|前)?"
    r"|(?<=力争|争取|确保)[“\"]十[三四五六七]五[”\"]"
    rf"|本世纪中叶|(?:未来|今后)?{_TERM}(?![级期制来间度])"
)
_NOT_SET = re.compile(r"起|以来|以后|度|版|第|我|来|，?我")
_OPENING = re.compile(
    r"[\s\x00—-]*(?:力争|争取|确保|计划|预计|努力|利?用|通过|经过)*(?:到|至|截至|截止|在|于)?"
)
_ENDS = ("末", "期间", "时间")
_SPAN = re.compile(_TERM)
_AFTER = rf"(?:[从自]?{_YEAR}年起，?)"
_WITHIN = re.compile(rf"{_AFTER}?(?:未来|今后)?{_TERM}")
_TERM_LEAD = re.compile(rf"[\s\x00“]*{_AFTER}?(?:在|于)?")
_SPAN_LEAD = re.compile(r"(?:力争|争取|确保|用|利用|通过|经过|未来|今后|计划)$")
_THIS_YEAR = re.compile(r"今年|明年|本年")
"""「在今年的大会上」 names a meeting and dates nothing."""
_SINCE = re.compile(rf"[从自](?:{_YEAR}年|今年|明年)起")
_OPENED = re.compile(
    rf"[\s—-]*(?:截[至止])?(?P<year>{_YEAR}年(?:\d{{1,2}}月)?底?)(?!度|以来|起|的)"
)
_BASE = re.compile(r"(?:比|较|与|同|相比|从|自|由|对)$")


class Time(NamedTuple):
    """A time that a segment sets, as printed, and how far it reaches."""

    printed: str
    start: int
    end: int
    reach: Literal["segment", "sentence", "paragraph"]


def time_in(segment: str) -> Time | None:
    """The time that a segment sets; None if it sets none.

    2017年 in 比2017年 is a baseline, and 从2021年起 sets no deadline. 「到2020年，」 stands over the
    whole paragraph, 「明年」 over its sentence, 「2018年出台了…」 over nothing else.
    """
    for match in TIME.finditer(segment):
        before = segment[: match.start()]
        if _BASE.search(before) or _NOT_SET.match(segment, match.end()):
            continue
        span = _SPAN.fullmatch(match[0])
        within = match[0].endswith("内") and _TERM_LEAD.fullmatch(before)
        if span and not (_SPAN_LEAD.search(before) or within):
            continue
        if _THIS_YEAR.match(match[0]) and segment.startswith("的", match.end()):
            continue
        return Time(match[0], *match.span(), _reach(segment, match))
    return None


def is_term(printed: str) -> bool:
    """Whether a time says how long something may take, and no date: 5年内, 未来三年."""
    return _WITHIN.fullmatch(printed) is not None


def since(segment: str) -> str | None:
    """The year from which a figure holds: 从2021年起."""
    match = _SINCE.search(segment)
    return match[0] if match else None


def opening_year(sentence: str) -> str | None:
    """The year that a sentence opens with: it dates what is reported there."""
    match = _OPENED.match(sentence)
    return match["year"] if match else None


def _reach(segment: str, match: re.Match[str]) -> Literal["segment", "sentence", "paragraph"]:
    opening = _OPENING.fullmatch(segment[: match.start()])
    alone = not segment[match.end() :].strip(" \x00")
    if opening is not None and match[0].endswith("年内"):
        return "sentence"
    if opening is None or not (alone or opening[0].strip(" \x00-—、") or match[0].endswith(_ENDS)):
        return "segment"
    return "paragraph" if re.search(r"\d{4}年|十.五", match[0]) else "sentence"


def overhead(line: str) -> str | None:
    """The time that stands over what follows a line; None if the line sets none."""
    set_here = None
    for segment in re.split(r"[，,。；;：:]", line):
        time = time_in(segment)
        if time and time.reach == "paragraph":
            set_here = time.printed
    return set_here
