"""Whether a document holds on a given day, and the clause that this rests on.

What a text does not say stays 不明: a document without a word about its force is not taken for 现行.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.models import ParsedDocument
from corpus.outline.labels import inner_marks
from corpus.validity.held import Held
from corpus.validity.terms import Term, find_terms, latest

NOTHING_ELSE = Held()

State = Literal["现行", "尚未施行", "已过有效期", "已废止", "目标期已过", "征求意见稿", "不明"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The state on a day. quote, start, end and address are of the words it rests on, if any."""

    state: State
    reason: str
    """Chinese, one sentence."""
    document_id: str
    """The document that says so: the one judged, or the one that ended it."""
    address: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None


def standing(parsed: ParsedDocument, as_of: date, held: Held = NOTHING_ELSE) -> Standing:
    """How a document stands on a day; one of the documents held may have ended it."""
    terms = find_terms(parsed)
    draft, repealed = latest(terms, "draft"), latest(terms, "repealed")
    expires, period = latest(terms, "expires"), latest(terms, "period")
    effective, planned = latest(terms, "effective"), latest(terms, "planned_until")
    if draft:
        return _rests(parsed, draft, "征求意见稿", "文本标明是征求意见稿或草案，尚未正式印发。")
    if repealed:
        return _rests(parsed, repealed, "已废止", "文本标明已废止或失效。")
    ended = _ended_by(parsed, as_of, held)
    if ended:
        return ended
    if expires and expires.date and as_of > expires.date:
        told = f"有效期至{_written(expires.date)}，已经届满。"
        return _rests(parsed, expires, "已过有效期", told)
    if effective and effective.date and as_of < effective.date:
        told = f"自{_written(effective.date)}起施行，尚未到施行日期。"
        return _rests(parsed, effective, "尚未施行", told)
    if expires and expires.date:
        return _rests(parsed, expires, "现行", f"有效期至{_written(expires.date)}，尚未届满。")
    if planned and planned.date and as_of > planned.date:
        told = f"所定目标到{planned.date.year}年为止，目标期已过；文本没有写明是否废止。"
        return _rests(parsed, planned, "目标期已过", told)
    if period and period.months:
        told = "写明了有效期的长短，但没有写明起算的日期，无法推算是否届满。"
        return _rests(parsed, period, "不明", told)
    if effective and effective.date:
        told = f"自{_written(effective.date)}起施行，文本没有写明有效期，现有文件也未见废止。"
        return _rests(parsed, effective, "现行", told)
    if planned and planned.date:
        told = f"所定目标到{planned.date.year}年，尚在目标期内，文本没有写明有效期。"
        return _rests(parsed, planned, "现行", told)
    if effective:
        told = "自发布之日起施行，但文本没有写明发布日期。"
        return _rests(parsed, effective, "不明", told)
    return Standing("不明", "文本没有写明施行日期和有效期。", parsed.document.id)


def _ended_by(parsed: ParsedDocument, as_of: date, held: Held) -> Standing | None:
    for other, reference in held.enders(parsed):
        if _begins(other) <= as_of:
            clause = other.smallest_clause(reference.start, reference.end)
            return Standing(
                "已废止",
                f"《{inner_marks(other.document.title)}》写明废止本文件。",
                other.document.id,
                clause.address,
                reference.quote,
                reference.start,
                reference.end,
            )
    return None


def _begins(parsed: ParsedDocument) -> date:
    """The day from which what a document ends is ended."""
    effective = latest(find_terms(parsed), "effective")
    return effective.date if effective and effective.date else date.min


def _rests(parsed: ParsedDocument, term: Term, state: State, reason: str) -> Standing:
    quote = parsed.text[term.start : term.end].strip()
    clause = parsed.smallest_clause(term.start, term.end)
    return Standing(state, reason, parsed.document.id, clause.address, quote, term.start, term.end)


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
