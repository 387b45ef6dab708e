"""Invented policies, and what becomes of them for somebody who describes himself."""

from __future__ import annotations

from datetime import date

from assistant.eligibility.check import Checklist, check
from assistant.eligibility.describe import merged
from assistant.eligibility.profile import Profile
from corpus.models import Document, ParsedDocument
from corpus.parse import parse_document

DAY = date(2026, 5, 1)
TITLE = "长沙市支持企业发展若干措施"
POLICY = f"""{TITLE}

一、加大资金支持
（一）奖励创新企业。对首次认定的高新技术企业，给予20万元一次性奖励，已享受同类奖励的不重复享受。（市科技局牵头，市财政局配合）
（二）补贴参展。对参加境外展会的外贸企业，按展位费的50%给予补贴，最高不超过10万元。（市商务局负责）
（三）发放创新券。对科技型小微企业，每年发放3万元创新券。
（四）鼓励做大。鼓励企业做大做强，建设一流品牌。
（五）引进人才。对全职引进的博士，每人每月给予生活补贴2000元。
二、附则
本措施自印发之日起施行。
"""


def policy(
    text: str = POLICY,
    region: str | None = "长沙市",
    level: str | None = "市",
    status: str | None = None,
) -> ParsedDocument:
    """The policy, read as the corpus reads every text."""
    document = Document(
        id="m", file="m.txt", title=TITLE, level=level, region=region, status=status
    )
    return parse_document(document, text)


def one_measure(sentence: str) -> ParsedDocument:
    """A policy of 长沙市 with one clause of support."""
    return policy(f"{TITLE}\n\n一、加大支持力度\n{sentence}\n二、附则\n")


def told(*texts: str) -> Profile:
    """What is known of somebody who said this, oldest first."""
    return merged(texts, None, DAY)


def checked(said: str, *documents: ParsedDocument) -> Checklist:
    """The checklist over the documents, or over POLICY."""
    return check(documents or (policy(),), told(said), DAY)


def verdict(sentence: str, said: str) -> str:
    """The verdict on the one measure; the best one where a sentence holds several."""
    found = {item.verdict.value for item in checked(said, one_measure(sentence)).items}
    order = ("met", "unknown", "unmet", "not_applicable", "guidance")
    return next(each for each in order if each in found)
