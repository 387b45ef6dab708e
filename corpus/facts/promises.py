"""One promise of support: whom it is for, what it gives, by which verb."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.facts.amounts import find_amount
from corpus.facts.beneficiaries import (
    Beneficiary,
    after_support,
    as_object,
    before_verb,
    in_dui,
    opening_name,
    policy_holder,
)
from corpus.facts.beneficiary_words import ACTS, GIVER, WHO, WHO_END
from corpus.facts.measure_words import (
    CASE,
    DUI,
    EACH,
    GOES_ON,
    HARD,
    IN_MATTERS,
    NO_PROMISE,
    NOT_SUPPORT,
    OF_CASE,
    PLAIN,
    POLICY,
    POLICY_IS_PLAIN,
    RELIEVED,
    REPORTED,
    SOFT,
    STRENGTH,
    TEACHING,
    THEN_GIVES,
)
from corpus.facts.spans import Span, trim
from corpus.facts.support_forms import carried_form, find_form

_ANYBODY = re.compile(
    rf"(?:^|[，,])(?P<who>[^，,。；]{{2,40}}?(?:{WHO}|部门))(?=在[^，,]{{2,30}}[，,]|的[，,]|[，,])"
)
_ENUMERATED = re.compile(r"等\d{1,3}[个家所]")
_COUNTED = re.compile(r"\d")
"""「每年支持30名人才」 and no more is a figure to be reached."""
_SERVES = re.compile(rf"(?P<who>[^，。；]{{0,16}}?(?:{WHO}))(?=为[^，。；]{{2,40}}提供)")
"""「担保机构为企业提供担保，按…给予补助」: who serves is given something."""
_HELPS = re.compile(r"支持|扶持|资助|培育")


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise in a piece of a sentence; spans count from the piece."""

    whom: Beneficiary
    benefit: Span
    strength: str | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a piece is read in: whom its clause spoke of last, or its heading names; reports."""

    before: Beneficiary | None = None
    heading: str | None = None
    sentence: str | None = None
    """Whom the sentence itself named before: 着力培育领军企业，…，支持创建平台."""
    report: bool = False


def read_promise(piece: str, context: Context) -> Promise | None:
    """The promise of a piece; None if the words are none."""
    if len(piece) < 6:
        return None
    relieved = RELIEVED.search(piece)
    if relieved:
        return None if context.report else _relieved(piece, relieved)
    if NOT_SUPPORT.search(piece):
        return None
    if context.report:
        return _standing(piece, context)
    return (
        _to_somebody(piece)
        or _encouraged(piece, context)
        or _formed(piece)
        or _carried(piece, context)
        or _plain(piece, context)
    )


def _standing(piece: str, context: Context) -> Promise | None:
    """What a report says of support that goes on: 「鼓励A…」, no figures, nothing completed."""
    if REPORTED.search(_ENUMERATED.sub("", piece)):
        return None
    return _encouraged(piece, replace(context, before=None)) or _formed(piece, reported=True)


def _relieved(piece: str, verb: re.Match[str]) -> Promise:
    """「对A履职中…的，只要…，免除责任」"""
    opening = DUI.match(piece)
    whom = in_dui(piece, opening.end()) if opening else None
    parts = re.split(r"[，,]", piece[: verb.start()])
    if whom is not None and whom.name and parts[0].endswith("的"):
        conditions = (*whom.conditions, *(p for p in parts[1:] if p and not p.startswith("依法")))
        return Promise(Beneficiary(whom.name, conditions, 0), (0, len(piece)), verb["verb"])
    names = list(_ANYBODY.finditer(piece, 0, verb.start()))
    if not names:
        return Promise(Beneficiary(None, (), 0), (0, len(piece)), verb["verb"])
    last = names[-1]
    conditions = tuple(p for p in re.split(r"[，,]", piece[: last.start()]) if p)
    return Promise(Beneficiary(last["who"], conditions, 0), (0, len(piece)), verb["verb"])


def _to_somebody(piece: str) -> Promise | None:
    """「对…的企业，给予…」"""
    opening = DUI.match(piece)
    whom = in_dui(piece, opening.end()) if opening else None
    if whom is None:
        return None
    if whom.name and not WHO_END.search(whom.name) and (gets := as_object(piece)).name:
        whom = Beneficiary(gets.name, (*whom.conditions, whom.name, *gets.conditions), whom.end)
    strength = _strength(piece[whom.end :])
    if strength is None:
        return None
    if not HARD.search(piece, max(whom.end - 8, 0)) and strength != "实行":
        return None
    return Promise(whom, trim(piece, whom.end, len(piece)), strength)


def _encouraged(piece: str, context: Context) -> Promise | None:
    """「支持A开展…」「鼓励有条件的A…」「探索A…」"""
    soft = SOFT.match(piece)
    if soft is None:
        return None
    start = soft.start("rest")
    notes: tuple[str, ...] = ()
    whom = after_support(piece, start, whole=_HELPS.search(soft["verb"]) is not None)
    if whom is None and "探索" in soft["verb"]:
        whom = Beneficiary(opening_name(soft["rest"]), (), start)
    if (
        whom is None
        and context.sentence
        and GOES_ON.search(soft["verb"])
        and ACTS.match(piece, start)
    ):
        whom = Beneficiary(None, (), start)
        notes = (f"受益对象承前文：{context.sentence}",)
    if whom is not None and TEACHING.match(piece, whom.end):
        return None
    if whom is None or (_COUNTED.match(piece, start) and whom.end == len(piece)):
        return None
    gives = THEN_GIVES.search(piece, whom.end)
    if gives and find_amount(piece[whom.end : gives.start()]) is None:
        done = trim(piece, whom.end, gives.start())
        conditions = (
            (*whom.conditions, piece[slice(*done)]) if done[0] < done[1] else whom.conditions
        )
        whom = Beneficiary(whom.name, conditions, gives.end())
        return Promise(whom, trim(piece, gives.end(), len(piece)), _strength(piece[gives.end() :]))
    if whom.name == "其" and context.before:
        notes = (f"其：{context.before.name}",)
    return Promise(whom, trim(piece, whom.end, len(piece)), soft["verb"], notes)


def _formed(piece: str, reported: bool = False) -> Promise | None:
    """「为A提供…」「加大对A的支持力度」, and what else is known by its form."""
    support = find_form(piece)
    if support is None or (reported and not support.reported):
        return None
    served = _SERVES.match(piece)
    gives = THEN_GIVES.search(piece, served.end()) if served else None
    if served and gives and not reported:
        done = piece[served.end() : gives.start()]
        strength = _strength(piece[gives.end() :])
        whom = Beneficiary(served["who"], (done,), gives.end())
        return Promise(whom, trim(piece, gives.end(), len(piece)), strength)
    return Promise(support.whom, trim(piece, 0, len(piece)), support.strength)


def _carried(piece: str, context: Context) -> Promise | None:
    """「实行“一企一策”」 below a heading that names whom."""
    verb = carried_form(piece)
    name = (context.before.name if context.before else None) or context.heading
    if verb is None or name is None:
        return None
    notes = (f"受益对象承前文：{name}",)
    return Promise(Beneficiary(None, (), 0), trim(piece, 0, len(piece)), verb, notes)


def _plain(piece: str, context: Context) -> Promise | None:
    """「A，可…」「A减按15%的税率…」「落实…优惠政策」「根据服务数量给予财政补助」"""
    policy = POLICY.search(piece)
    if policy:
        holder = policy_holder(policy["benefit"])
        if holder is None and not POLICY_IS_PLAIN.search(policy["benefit"]):
            return None
        return Promise(Beneficiary(holder, (), 0), policy.span("benefit"), "落实")
    behind = as_object(piece)
    if behind.name and not behind.conditions and (case := OF_CASE.match(piece)):
        behind = replace(behind, conditions=(case[0],))
    if not HARD.search(piece) or (NO_PROMISE.match(piece) and not behind.name):
        return None
    whom = before_verb(piece)
    notes: tuple[str, ...] = ()
    if whom.name and EACH.match(whom.name):
        whom = Beneficiary(None, (whom.name,), whom.end)
    if whom.name is None and behind.name:
        whom = Beneficiary(behind.name, (*whom.conditions, *behind.conditions), 0)
    strength = _strength(piece[whom.end :])
    if strength is None:
        return None
    if whom.name and strength in ("给予", "发放") and GIVER.search(whom.name):
        whom = Beneficiary(None, whom.conditions, whom.end)
    if whom.name is None:
        if not PLAIN.search(piece) and find_amount(piece) is None:
            return None
        before = context.before
        if before and before.name and (not whom.conditions or CASE.search(piece)):
            notes = (f"受益对象承前文：{before.name}",)
        elif context.sentence and IN_MATTERS.match(piece):
            notes = (f"受益对象承前文：{context.sentence}",)
    return Promise(whom, trim(piece, whom.end, len(piece)), strength, notes)


def _strength(words: str) -> str | None:
    match = STRENGTH.search(words)
    return match[0] if match else None
