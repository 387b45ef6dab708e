"""When a text says that it holds: from when, until when, how long, and what period it plans for."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from corpus.metadata.years import last_year
from corpus.models import ParsedDocument
from corpus.numerals import parse_number
from corpus.outline.markers import match_marker
from corpus.validity.provisions import (
    Span,
    date_spans,
    effect_spans,
    repealed_spans,
    status_spans,
    term_spans,
)

TermKind = Literal["draft", "repealed", "effective", "expires", "period", "planned_until"]

_HAN_YEAR = r"[一二][〇零○一二三四五六七八九]{3}"
_DATE = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}}|{_HAN_YEAR})\s*年\s*(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月"
    r"(?:\s*(?P<day>\d{1,2}|[一二三四五六七八九十廿]{1,3})\s*日)?|"
    r"(?P<y2>(?:19|20)\d{2})[-./](?P<m2>\d{1,2})[-./](?P<d2>\d{1,2})"
)
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_EFFECTIVE = re.compile(
    rf"(?:自|从|于)\s*(?P<date>{_DATE.pattern})\s*(?:起|开始)?[^。；\n]{{0,14}}?(?:施行|执行|实施|生效)|"
    rf"(?:施行|实施|执行|生效)(?:日期|时间)\s*[为：:是】\]]\s*(?P<date2>{_DATE.pattern.replace('P<', 'P<b_')})"
)
_ON_ISSUE = re.compile(
    r"(?:自|从)?(?:印发|发布|公布|颁布|下发|发文|签发|公告)(?:之日|之时|当日|日)?(?:起|后)?"
    r"(?:(?P<days>\d{1,3}|[一二三四五六七八九十]{1,3})(?:个)?(?P<unit>日|天|工作日)(?:后|起))?[^。；\n]{0,10}?(?:施行|执行|实施|生效)"
)
_UNTIL = re.compile(
    rf"(?:有效期(?:限)?(?:至|到|截至|截止到?|截止至)|有效(?:至|到)|(?:施行|执行|实施|试行)(?:至|到)|截止(?:至|到)|至|到)"
    rf"\s*(?P<date>{_DATE.pattern})"
)
_PERIOD = re.compile(
    r"(?:有效期(?:限)?|试行期(?:限)?|暂行期(?:限)?|有效期暂定|试行|暂定|施行期(?:限)?)\s*(?:为|是|暂定|：|暂定为)?\s*"
    r"(?P<years>\d{1,2}|[一二两三四五六七八九十])\s*(?P<unit>年|个月)"
)
_PLAN = re.compile(
    r"(?:19|20)\d{2}\s*年?\s*[-—－–~～至到]{1,2}\s*(?:19|20)\d{2}\s*年?|[“\"]?十[一二三四五六]五[”\"]?"
)
_PLANS = re.compile(r"规划|计划|方案|纲要|要点|行动|目标|任务|政策|措施|意见")
_BY_YEAR = re.compile(r"(?:到|至)\s*(?P<year>20\d{2})\s*年(?:底|末)?(?=[，,前])")
_LASTING = {"法律", "条例", "办法", "规定", "细则", "规则", "标准"}
"""Rules hold until somebody ends them, whatever year stands in them."""
_ABOUT_OTHERS = {"报告", "通知", "函", "批复", "答复", "解读", "说明"}
"""Texts that speak of other plans' years as well as of their own."""
_DRAFT = re.compile(r"征求意见|草案|送审|讨论稿|审议稿|报审")


@dataclass(frozen=True, slots=True)
class Term:
    """One statement about the text's force, with the words that it rests on."""

    kind: TermKind
    start: int
    end: int
    date: date | None = None
    """The first day of "effective", the last day of the others."""
    months: int | None = None
    """Length of a "period"."""


def find_terms(parsed: ParsedDocument) -> tuple[Term, ...]:
    """Everything that a text says about its own force, in the order of kinds above."""
    found = [
        *(Term("draft", *span) for span in status_spans(parsed, _DRAFT)),
        *(Term("repealed", *span) for span in repealed_spans(parsed)),
    ]
    issued = _issued(parsed)
    effects = [_bare(parsed, span) for span in effect_spans(parsed)]
    for span in effects:
        found += _effective(parsed, span, issued)
    starts = [term.date for term in found if term.kind == "effective" and term.date]
    for span in dict.fromkeys((*(_bare(parsed, s) for s in term_spans(parsed)), *effects)):
        found += _expires(parsed.text, span, starts[0] if starts else None)
    found += _planned(parsed)
    return tuple(found)


def _bare(parsed: ParsedDocument, span: Span) -> Span:
    """The sentence without the marker that it stands behind."""
    marker = match_marker(parsed.text, span[0], span[1])
    return (marker.end, span[1]) if marker else span


def _issued(parsed: ParsedDocument) -> date | None:
    return _iso(parsed.document.date) if date_spans(parsed) else None


def _effective(parsed: ParsedDocument, span: Span, issued: date | None) -> Iterator[Term]:
    words = parsed.text[slice(*span)]
    match = _EFFECTIVE.search(words)
    if match:
        day = read_date(match["date"] or match["date2"])
        if day:
            yield Term("effective", *span, date=day)
        return
    told = _ON_ISSUE.search(words)
    if told:
        days = (parse_number(told["days"]) or 0) if told["days"] else 0
        known = issued if told["unit"] != "工作日" else None
        yield Term("effective", *span, date=known + timedelta(days=days) if known else None)


def _expires(text: str, span: Span, start: date | None) -> Iterator[Term]:
    words = text[slice(*span)]
    until = _UNTIL.search(words)
    if until:
        day = read_date(until["date"])
        if day:
            yield Term("expires", *span, date=day)
        return
    period = _PERIOD.search(words)
    if period:
        number = {"两": 2}.get(period["years"]) or parse_number(period["years"]) or 0
        months = number * (12 if period["unit"] == "年" else 1)
        if start:
            yield Term("expires", *span, date=_after(start, months), months=months)
        else:
            yield Term("period", *span, months=months)


def _planned(parsed: ParsedDocument) -> Iterator[Term]:
    """The last year that the title plans for, else the last year of any target."""
    if parsed.document.kind in _LASTING:
        return
    title, at = parsed.document.title, parsed.clauses[0]
    plan = _PLAN.search(title) if _PLANS.search(title) else None
    until = last_year(plan[0]) if plan else None
    if until:
        head = parsed.text.find("\n")
        span = (at.start, head if head > 0 else len(title))
        yield Term("planned_until", *span, date(until, 12, 31))
        return
    years = [
        (year, -target.start, target.end)
        for target in parsed.facts.targets
        if target.kind == "target" and (year := last_year(target.deadline or ""))
    ]
    if parsed.document.kind not in _ABOUT_OTHERS:
        years += [(int(m["year"]), -m.start(), m.end()) for m in _BY_YEAR.finditer(parsed.text)]
    if years:
        year, start, end = max(years)
        span = _sentence(parsed.text, -start, end)
        yield Term("planned_until", *span, date(year, 12, 31))


def _sentence(text: str, start: int, end: int) -> Span:
    """The sentence around a span: the deadline stands in it, but seldom beside the figure."""
    first = max(text.rfind(stop, 0, start) for stop in "。；\n") + 1
    stops = [at for stop in "。；\n" if (at := text.find(stop, end)) >= 0]
    return first, min(stops, default=len(text))


def read_date(words: str) -> date | None:
    """The first day that the words name; the last day of the month where no day is named."""
    match = _DATE.search(words)
    if match is None:
        return None
    if match["y2"]:
        return _day(int(match["y2"]), int(match["m2"]), int(match["d2"]))
    year = int(match["year"].translate(_HAN_DIGITS))
    month = parse_number(match["month"]) or 0
    if match["day"]:
        return _day(year, month, parse_number(match["day"].replace("廿", "二十")) or 0)
    return _day(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None


def latest(terms: Iterable[Term], kind: TermKind) -> Term | None:
    """The last term of a kind; of those with a day the one with the latest."""
    chosen = [term for term in terms if term.kind == kind]
    return max(chosen, key=lambda t: (t.date or date.min, t.start)) if chosen else None


def _iso(day: str | None) -> date | None:
    return date.fromisoformat(day) if day and len(day) == 10 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _after(start: date, months: int) -> date:
    """The last day of so many months from start on: 2023-05-01 and five years end 2028-04-30."""
    total = start.month - 1 + months
    year, month = start.year + total // 12, total % 12 + 1
    day = min(start.day, calendar.monthrange(year, month)[1])
    return date(year, month, day) - timedelta(days=1)
