"""Open questions about support (能享受什么支持): measures that fit the asker, entitlements first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.compose.matters import leaves_out
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Statement, Support
from assistant.understanding.concepts import Concept, coverage
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from corpus.models import Measure

_OPEN = re.compile(
    r"(?:享受|拿到|获得|得到|申请到?|领到?|沾到|捞到|给我们|有|能给)(?:到|些|点)?(?:什么|哪些|啥|多少种)(?:样的)?(?:政策|资金|财政|税收)?"
    r"(?:支持|扶持|优惠|补贴|补助|奖励|好处|帮扶|福利|资助|政策)|"
    r"(?:支持|扶持|优惠|补贴|奖励|好处|帮扶|福利)(?:政策|措施)?(?:有|都有|是)?(?:什么|哪些|啥)|"
    r"能(?:拿|享受|得)到?(?:什么|哪些|啥)|what (?:support|benefits?|incentives?)",
    re.IGNORECASE,
)
# What gives a right; 支持 states an intention, 鼓励 and 探索 promise nothing.
_ENTITLES = re.compile(
    r"给予|发放|减按|加计|即征|免征|减征|不少于|不低于|奖|补|可$|实行|优先|倾斜|免费|退"
)
_INTENDS = re.compile(r"支持|落实|保障")
_NO_TOPIC = re.compile(
    r"补助|补贴|奖励|奖补|优惠|支持|扶持|资助|福利|好处|享受|政策|^企业|公司|市场主体"
)
LEAST_TOPIC = 0.3
MOST = 6
CLOSE = 0.72


@dataclass(frozen=True, slots=True)
class _Fitting:
    measure: Measure
    score: float


def is_open(understanding: Understanding) -> bool:
    """Whether the question asks what support there is, not about one matter."""
    figures = (Asked.AMOUNT, Asked.RATE, Asked.COUNT, Asked.BODY, Asked.CONTACT, Asked.DEADLINE)
    return bool(_OPEN.search(understanding.text)) and not understanding.asks(*figures)


def support_statements(
    evidence: Sequence[Evidence], understanding: Understanding, library: Library
) -> list[Statement]:
    """The measures that fit best, each under its address; empty where fewer than two fit."""
    if not evidence:
        return []
    best = evidence[0].score or 1.0
    fitting = sorted(
        (
            _Fitting(measure, _fit(measure, clause, best, understanding, library))
            for clause in evidence
            if not leaves_out(understanding.text, library.haystack(clause.key))
            for measure in library.measures(clause.key)
        ),
        key=lambda f: -f.score,
    )
    topic = tuple(c for c in understanding.focus if not _NO_TOPIC.search(" ".join(c.wordings)))
    if topic:
        # Somebody who asks about 首台套 is not served with every other benefit.
        about = {f.measure: _about(f.measure, topic, library) for f in fitting}
        most = max(about.values(), default=0.0)
        fitting = [f for f in fitting if most >= LEAST_TOPIC and about[f.measure] >= 0.6 * most]
    if len(fitting) < 2:
        return []
    chosen = [f for f in fitting if f.score >= CLOSE * fitting[0].score][:MOST]
    if len(chosen) < 2:
        return []  # a clause says more of one benefit than the promise alone
    return [_statement(f.measure, library) for f in chosen]


def _about(measure: Measure, topic: Sequence[Concept], library: Library) -> float:
    clause = library.clause((measure.document_id, measure.clause))
    path = " ".join((*clause.path, clause.title or ""))
    conditions = "".join(measure.conditions)
    return coverage(topic, fold(f"{path} {measure.beneficiary or ''} {conditions} {measure.quote}"))


def _fit(
    measure: Measure,
    evidence: Evidence,
    best: float,
    understanding: Understanding,
    library: Library,
) -> float:
    clause = library.clause(evidence.key)
    text = fold(f"{clause.title or ''} {measure.beneficiary or ''} {measure.quote}")
    score = 0.5 * coverage(understanding.focus, text) + 0.25 * evidence.score / best
    strength = measure.strength or ""
    if _ENTITLES.search(strength):
        score += 0.2
    elif _INTENDS.search(strength):
        score += 0.08
    return score + (0.1 if measure.amount else 0.0)


def _statement(measure: Measure, library: Library) -> Statement:
    clause = library.clause((measure.document_id, measure.clause))
    quote = measure.quote.strip("，；。、 ")
    return Statement(
        f"{clause.address}：{quote}。",
        (Support(measure.document_id, measure.clause, measure.start, measure.end),),
    )
