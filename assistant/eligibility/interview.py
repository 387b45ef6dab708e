"""With a chat model: words of the asker that code could not read, put back as a question.

The model only points to words. What it points to is asked, never taken for granted: a model that
calls a customer's certificate the asker's own must not make anything 符合.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.chat_model.guarded import Complete
from assistant.chat_model.profile import extract_profile
from assistant.eligibility.profile import Profile

FIELDS = {
    "所在地区": "企业所在的省、市、县（区）",
    "企业规模": "大型、中型、小型或微型企业",
    "所有制": "民营、国有或外资",
    "高新技术企业": "已经认定的高新技术企业",
    "科技型企业": "科技型中小企业等科技型企业",
    "纳税人类型": "增值税一般纳税人或小规模纳税人",
    "研发费用处理": "研发费用费用化或资本化",
}
"""What is asked of the text, and what each name means."""


def to_confirm(text: str, profile: Profile, complete: Complete) -> tuple[tuple[str, str], ...]:
    """(field, the asker's words) for what the model finds in the text and the profile lacks."""
    lacking = {name: FIELDS[name] for name in _lacking(profile)}
    if not lacking:
        return ()
    found = extract_profile(text, lacking, complete)
    return tuple((name, span.words) for name, span in found.items())


def _lacking(profile: Profile) -> Iterator[str]:
    known = {
        "所在地区": profile.region is not None,
        "企业规模": bool(profile.sizes),
        "所有制": bool(profile.ownership),
        "高新技术企业": "高新技术企业" in profile.statuses,
        "科技型企业": "科技型" in profile.statuses,
        "纳税人类型": profile.taxpayer is not None,
        "研发费用处理": profile.rd_treatment is not None,
    }
    return (name for name in FIELDS if not known[name])
