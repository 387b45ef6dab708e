"""Whether what is only wished for may still be meant of somebody whom its first name leaves out.

鼓励 and 支持 promise nothing, so more is let through than of what is given: who means to become
such a body, who is served by the authority that is named, whom a place wants to draw in.
"""

from __future__ import annotations

import re

from assistant.eligibility.colloquial import enriched
from assistant.eligibility.finding import Aspect, Finding
from assistant.eligibility.profile import Profile
from assistant.eligibility.statements import Mood
from assistant.eligibility.words import ENTERPRISE, find_kinds, head_kind
from corpus.models import Measure, ParsedDocument
from corpus.regions import find_regions, is_within, region_named

_TO_BECOME = r"(?:办|建|弄|搞|开|设|创|打造|申[报请]|评|改造?)[^，。]{0,10}"
_SORTS = re.compile(r"留学|返乡|大学生|毕业生|农民工|退役")
"""Sorts of persons that found firms and teams."""
_SERVED = re.compile(
    r"将(?P<taken>[^，。；]{2,40}?)纳入|为(?P<served>[^，。；]{2,40}?)(?:提供|搭建)"
)
_NATIVES = re.compile(r"籍|在外")
_OF_PLACE = re.compile(r"老?(?:人|籍)(?:$|[，。])")
_DRAWS_IN = re.compile(r"吸引|引进|来[晋运]|招引")
_GOES = re.compile(r"(?:去|到|来|回|在)$")


def is_still_meant(
    measure: Measure, parsed: ParsedDocument, finding: Finding, profile: Profile
) -> bool:
    """Whether a finding against the asker does not keep a wish from being meant of it."""
    if finding.aspect is Aspect.KIND:
        return (
            _means_to_be_one(finding.text, profile)
            or _is_of_such_people(finding.text, profile)
            or _is_served(measure, profile)
            or _comes_from(finding.text, parsed, profile)
        )
    if finding.aspect is Aspect.REGION:
        return _DRAWS_IN.search(measure.quote) is not None and (
            _may_come(parsed, profile) or _comes_from(measure.beneficiary or "", parsed, profile)
        )
    return False


def _means_to_be_one(name: str, profile: Profile) -> bool:
    words = [
        name[start:end] for kind, start, end in find_kinds(name) if kind in ("incubator", "thing")
    ]
    return any(
        re.search(f"{_TO_BECOME}{re.escape(word)}", statement.text)
        for statement in profile.statements
        if statement.mood is Mood.PLANNED
        for word in words
    )


def _is_of_such_people(name: str, profile: Profile) -> bool:
    """留学人员 for a firm that one of them has founded; 大学生 for a team of students."""
    head = head_kind(name)
    if head is None or head[0] != "person":
        return False
    if profile.kinds == {"team"}:
        return True
    sorts = _SORTS.findall(name)
    return bool(profile.kinds & {ENTERPRISE, "organisation", "trader"}) and any(
        sort in enriched(statement.text)
        for statement in profile.statements
        if statement.mood is Mood.AFFIRMED
        for sort in sorts
    )


def _is_served(measure: Measure, profile: Profile) -> bool:
    """鼓励有条件的地方将返乡农民工纳入…: the authority acts, and persons have it."""
    head = head_kind(measure.beneficiary or "")
    served = _SERVED.search(measure.quote)
    if head is None or head[0] != "government" or served is None:
        return False
    whom = head_kind(served["taken"] or served["served"])
    return whom is not None and whom[0] in profile.kinds


def _comes_from(name: str, parsed: ParsedDocument, profile: Profile) -> bool:
    """运城籍在外人员: 我是永济人，在北京开饭店."""
    home = region_named(parsed.document.region or "")
    return (
        home is not None
        and _NATIVES.search(name) is not None
        and any(
            _OF_PLACE.match(statement.text, mention.end) is not None
            and is_within(mention.region, home)
            for statement in profile.statements
            if statement.mood is Mood.AFFIRMED
            for mention in find_regions(statement.text)
        )
    )


def _may_come(parsed: ParsedDocument, profile: Profile) -> bool:
    home = region_named(parsed.document.region or "")
    return home is not None and any(
        _GOES.search(statement.text[: mention.start]) is not None
        and (is_within(mention.region, home) or is_within(home, mention.region))
        for statement in profile.statements
        if statement.mood is not Mood.DENIED
        for mention in find_regions(statement.text)
    )
