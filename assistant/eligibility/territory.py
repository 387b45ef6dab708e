"""Where a Measure holds, and whether the asker is there."""

from __future__ import annotations

import re

from assistant.eligibility.finding import Aspect, Finding, Question
from assistant.eligibility.kleene import Truth
from assistant.eligibility.place import bearers_of
from assistant.eligibility.profile import Profile
from assistant.eligibility.promise import is_national_tax
from assistant.eligibility.statements import Mood
from corpus.models import Measure, ParsedDocument
from corpus.regions import is_within, region_named


def read_region_of(measure: Measure, parsed: ParsedDocument, profile: Profile) -> list[Finding]:
    """Whether the asker is where the Measure holds; empty where it holds everywhere."""
    name = parsed.document.region
    region = region_named(name) if name else None
    if parsed.document.level == "国家" or is_national_tax(measure):
        return []
    if region is None:
        return [_of_unlisted_region(name, profile)]
    many = bearers_of(name or "")
    if len(many) > 1 and profile.region and any(is_within(profile.region, r) for r in many):
        # 鼓楼区: which one the document means stands nowhere.
        ask = Question(f"region:{name}", f"你们是不是在{parsed.document.title}所说的{name}？")
        return [
            Finding(region.name, Truth.UNKNOWN, f"名叫{name}的地方不止一个", Aspect.REGION, ask)
        ]
    if profile.region is None:
        ask = Question("region", "你们在哪个省、哪个市（县、区）？")
        return [Finding(name or "", Truth.UNKNOWN, f"没有说明是否在{name}", Aspect.REGION, ask)]
    if is_within(profile.region, region):
        why = f"你们在{profile.region.name}"
        return [Finding(region.name, Truth.TRUE, why, Aspect.REGION)]
    if is_within(region, profile.region):
        ask = Question(f"region:{region.name}", f"你们是不是在{region.name}？")
        why = f"只说明了在{profile.region.name}"
        return [Finding(region.name, Truth.UNKNOWN, why, Aspect.REGION, ask)]
    why = f"这是{region.name}的措施，你们在{profile.region.name}"
    return [Finding(region.name, Truth.FALSE, why, Aspect.REGION)]


def _of_unlisted_region(name: str | None, profile: Profile) -> Finding:
    """A place that is in no table (岭川市), or none at all: only the asker's own words can tell."""
    if name is None:
        return Finding("适用地区", Truth.UNKNOWN, "文件没有写明适用的地区", Aspect.REGION)
    there = re.compile(rf"(?:^|是|在|位于|们|司){re.escape(name)}")
    for statement in profile.statements:
        if statement.mood is Mood.AFFIRMED and there.search(statement.text):
            return Finding(name, Truth.TRUE, f"你们说：“{statement.text}”", Aspect.REGION)
    ask = Question(f"region:{name}", f"你们是不是在{name}？")
    return Finding(name, Truth.UNKNOWN, f"没有说明是否在{name}", Aspect.REGION, ask)
