"""Every Measure of the corpus held against one Profile: the Checklist."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.eligibility.ask import next_question
from assistant.eligibility.finding import Aspect, Question
from assistant.eligibility.kleene import Truth
from assistant.eligibility.profile import Profile
from assistant.eligibility.provisos import ONLY_ONE, Provisos
from assistant.eligibility.verdict import NOTHING_BEFORE, Before, Item, Verdict, judge_measure
from assistant.steps.planted import may_be_said
from assistant.understanding.concepts import bigrams, content_runs
from assistant.understanding.normalise import normalise_question
from corpus.models import Measure, ParsedDocument
from corpus.naming.document_names import is_copy
from corpus.validity.held import Held
from corpus.validity.standing import Standing, standing

ORDER = (
    Verdict.MET,
    Verdict.UNKNOWN,
    Verdict.UNMET,
    Verdict.GUIDANCE,
    Verdict.NOT_APPLICABLE,
)
_PLAIN = re.compile(r"企业|公司|支持|补贴|补助|奖励|政策|享受|资金|优惠|科技")
"""Words of nearly every measure and asker: they tell no measure from another."""
_MOST_SAID = 3
_COMMON = (Aspect.KIND, Aspect.REGION)
_ENDS = re.compile(r"[。；\n]")
_OPENS = re.compile(r"对|支持|鼓励|引导|凡")
_LEVELS = ("国家", "省", "市", "县", None)


@dataclass(frozen=True, slots=True)
class Checklist:
    """What an asker can have, in the order of verdicts, then of levels and documents."""

    profile: Profile
    as_of: date
    items: tuple[Item, ...]
    next_question: Question | None
    standings: tuple[Standing, ...] = ()
    """Of every document that an item stands in."""

    def of(self, verdict: Verdict) -> tuple[Item, ...]:
        """The items of one verdict."""
        return tuple(item for item in self.items if item.verdict is verdict)


def check(documents: Sequence[ParsedDocument], profile: Profile, as_of: date) -> Checklist:
    """Hold every Measure against the profile. Copies are left out: their originals speak."""
    held = Held.of(documents)
    asked = " ".join((*(s.text for s in profile.statements), profile.industry or ""))
    items: list[Item] = []
    standings: list[Standing] = []
    for parsed in documents:
        if is_copy(parsed) or not parsed.facts.measures:
            continue
        state = standing(parsed, as_of, held)
        standings.append(state)
        only_one = _only_one(parsed)
        provisos = Provisos(parsed)
        last: Item | None = None
        for measure in parsed.facts.measures:
            if not may_be_said(measure.quote, asked):
                continue
            item = judge_measure(measure, parsed, profile, state, provisos, _before(last, measure))
            last = item
            notes = (*item.notes, *_not_twice(item, only_one))
            items.append(replace(item, departments=_departments(parsed, measure), notes=notes))
    said = frozenset(
        pair
        for statement in profile.statements
        for run in content_runs(_PLAIN.sub(" ", statement.text))
        for pair in bigrams(run)
    )
    order = {verdict: place for place, verdict in enumerate(ORDER)}
    levels = {level: place for place, level in enumerate(_LEVELS)}
    items.sort(
        key=lambda i: (
            order[i.verdict],
            _missing(i, said),
            levels[i.parsed.document.level],
            i.parsed.document.id,
            i.measure.start,
        )
    )
    return Checklist(profile, as_of, tuple(items), next_question(items), tuple(standings))


def _before(last: Item | None, measure: Measure) -> Before:
    """What the Measure before says of this one, where it goes on from it."""
    if last is None or last.measure.clause != measure.clause:
        return NOTHING_BEFORE
    between = last.parsed.text[last.measure.end : measure.start]
    if measure.beneficiary is None and (not _ENDS.search(between) or measure.notes):
        own = (Aspect.KIND, Aspect.REGION, Aspect.VALIDITY)
        carried = (f for f in last.findings if f.aspect not in own)
        if _ENDS.search(between):
            # A sentence of its own may be meant of more than those the one before names.
            carried = (
                replace(f, truth=Truth.UNKNOWN) if f.truth is Truth.FALSE else f for f in carried
            )
        return Before(findings=tuple(carried))
    goes_on = not _ENDS.search(between) and measure.strength == "可"
    return (
        Before(last.measure.beneficiary)
        if goes_on and not _OPENS.match(measure.quote)
        else NOTHING_BEFORE
    )


def _missing(item: Item, said: frozenset[str]) -> int:
    """How much is still open of an item that is: what is nearly decided, or spoken of, comes first."""
    if item.verdict not in (Verdict.UNKNOWN, Verdict.GUIDANCE):
        return 0
    fitting = sum(f.truth is Truth.TRUE and f.aspect not in _COMMON for f in item.findings)
    text = normalise_question(item.measure.quote)
    spoken_of = sum(pair in text for pair in said)
    if item.verdict is Verdict.GUIDANCE:
        return -fitting - min(spoken_of, _MOST_SAID)
    missing = sum(f.truth is Truth.UNKNOWN for f in item.findings)
    # What names a sum is looked for first.
    return missing - fitting - min(spoken_of, _MOST_SAID) - (item.measure.amount is not None)


def _only_one(parsed: ParsedDocument) -> tuple[str, ...]:
    """The sentences of a document that say so of all its measures."""
    if not ONLY_ONE.search(parsed.text):
        return ()
    found = []
    start = 0
    for sentence in _ENDS.split(parsed.text):
        end = start + len(sentence)
        of_one = any(m.start < end and start < m.end for m in parsed.facts.measures)
        if ONLY_ONE.search(sentence) and not of_one:
            found.append(sentence.strip())
        start = end + 1
    return tuple(dict.fromkeys(found))


def _not_twice(item: Item, only_one: Sequence[str]) -> tuple[str, ...]:
    """The document's words that of several rewards only one is had."""
    if item.verdict not in (Verdict.MET, Verdict.UNKNOWN):
        return ()
    own = [words for words in item.measure.exclusions if ONLY_ONE.search(words)]
    return tuple(
        f"文件写明：“{words}”，不能与同类支持叠加计算。" for words in (own or only_one)[:1]
    )


def _departments(parsed: ParsedDocument, measure: Measure) -> tuple[str, ...]:
    """Who answers for the clause or, where it names nobody, for the nearest one above it."""
    ordinal: int | None = measure.clause
    while ordinal is not None:
        names: list[str] = []
        duties = [d for d in parsed.facts.responsibilities if d.clause == ordinal]
        for role in ("lead", "shared", "single", "join"):
            names += [name for duty in duties for name in getattr(duty, role)]
        if names:
            return tuple(dict.fromkeys(names))
        ordinal = parsed.clauses[ordinal].parent
    return ()
