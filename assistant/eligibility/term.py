"""When a Measure holds: the document's force, and until when its own words give it."""

from __future__ import annotations

import re

from assistant.eligibility.finding import Aspect, Finding
from assistant.eligibility.kleene import Truth
from assistant.eligibility.profile import Profile
from assistant.understanding.normalise import normalise_question
from corpus.models import Measure, ParsedDocument
from corpus.validity.standing import Standing

_UNTIL = re.compile(
    r"(?:\d{4}年?(?:\d{1,2}月)?(?:\d{1,2}日)?起?(?:至|到|[-—－~]+)|(?:截至|截止到?|至|到|在))(?P<year>20\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末])?(?:(?<=至)|之?前|止|为止|期间|(?=[，,）)]))"
)
_DRAFT = "征求意见稿"


def read_period(measure: Measure, parsed: ParsedDocument, profile: Profile) -> list[Finding]:
    """A measure that says until when it is given: 自2021年1月1日至2023年12月31日."""
    start = max(parsed.text.rfind(mark, 0, measure.start) for mark in "。；\n") + 1
    found = _UNTIL.search(normalise_question(parsed.text[start : measure.end]))
    if found is None or profile.year is None:
        return []
    last = int(found["year"])
    if last > profile.year:
        return []
    truth = Truth.FALSE if last < profile.year else Truth.UNKNOWN
    return [Finding(found[0], truth, f"条款写明的期限到{last}年", Aspect.VALIDITY)]


def read_validity(state: Standing, parsed: ParsedDocument) -> list[Finding]:
    """How the document stands on the day asked about; empty where nothing speaks against it."""
    if state.state == _DRAFT or _DRAFT in (parsed.document.status or ""):
        why = "文件是征求意见稿，尚未正式印发"
        return [Finding(_DRAFT, Truth.UNKNOWN, why, Aspect.VALIDITY)]
    if state.state == "尚未施行":
        return [Finding(state.state, Truth.UNKNOWN, state.reason.rstrip("。"), Aspect.VALIDITY)]
    if state.state in ("已废止", "已过有效期"):
        return [Finding(state.state, Truth.FALSE, state.reason.rstrip("。"), Aspect.VALIDITY)]
    return []
