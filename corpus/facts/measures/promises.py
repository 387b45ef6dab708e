"""One promise of support: whom it is for, what it gives, by which verb."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.measures.amounts import find_amount
from corpus.facts.measures.beneficiaries import (
    Beneficiary,
    after_support,
    as_object,
    before_verb,
    in_dui,
    opening_name,
    policy_holder,
)
from corpus.facts.measures.beneficiary_words import ACTS, GIVER, WHO, WHO_END
from corpus.facts.measures.entitlements import find_entitlement
from corpus.facts.measures.leads import read_lead
from corpus.facts.measures.promise import Context, Promise
from corpus.facts.measures.relief import relief
from corpus.facts.measures.support_forms import carried_form, find_form
from corpus.facts.measures.words import (
    CASE,
    DUI,
    EACH,
    ENCOURAGE,
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
from corpus.facts.spans import trim

_ENUMERATED = re.compile(r"等\d{1,3}[个家所]")
_COUNTED = re.compile(r"\d")
"""「每年支持30名人才」 and no more is a figure to be reached."""
_SERVES = re.compile(rf"(?P<who>[^，。；]{{0,16}}?(?:{WHO}))(?=为[^，。；]{{2,40}}提供)")
"""「担保机构为企业提供担保，按…给予补助」: who serves is given something."""
_CASE_FIRST = re.compile(
    rf"^对于?(?P<case>(?:(?!给予|予以|奖励|补助|加大|实行|优先)[^，。；]){{2,100}})[，,](?={ENCOURAGE})"
)
_EVENT = re.compile(r"获得?|取得|入选|参加|参展|新[建增购]|评为|列入|被|引进|举办")
"""「对获得基地称号，给予…」 says for what, not for whom."""
_HELPS = re.compile(r"支持|扶持|资助|培育")


def read_promise(piece: str, context: Context) -> Promise | None:
    """The promise of a piece; None if the words are none."""
    if len(piece) < 6:
        return None
    case = _CASE_FIRST.match(piece)
    if case and (rest := read_promise(piece[case.end() :], context)):
        return _behind(case, rest)
    relieved = RELIEVED.search(piece)
    if relieved:
        return None if context.report else relief(piece, relieved)
    if NOT_SUPPORT.search(piece):
        return None
    if context.report:
        return _standing(piece, context)
    return (
        _to_somebody(piece)
        or _encouraged(piece, context)
        or _formed(piece)
        or _carried(piece, context)
        or _entitled(piece)
        or _plain(piece, context)
    )


def _behind(case: re.Match[str], rest: Promise) -> Promise:
    """「对规模较小的项目，鼓励民间资本参与」: what stands first is a condition."""
    first, last = rest.benefit
    whom = replace(rest.whom, conditions=(case["case"], *rest.whom.conditions))
    return replace(rest, whom=whom, benefit=(first + case.end(), last + case.end()))


def _standing(piece: str, context: Context) -> Promise | None:
    """What a report says of support that goes on: 「鼓励A…」, no figures, nothing completed."""
    if REPORTED.search(_ENUMERATED.sub("", piece)):
        return None
    return _encouraged(piece, replace(context, before=None)) or _formed(piece, reported=True)


def _to_somebody(piece: str) -> Promise | None:
    """「对…的企业，给予…」"""
    opening = DUI.match(piece)
    whom = in_dui(piece, opening.end()) if opening else None
    if whom is None:
        return None
    if whom.name and not WHO_END.search(whom.name) and (gets := as_object(piece)).name:
        whom = Beneficiary(gets.name, (*whom.conditions, whom.name, *gets.conditions), whom.end)
    if opening and (lead := read_lead(piece[opening.end() :])):
        uncut = any("，" in words for words in (whom.name or "", *whom.conditions))
        more = lead.name == whom.name and len(lead.conditions) > len(whom.conditions)
        if uncut or more or (whom.name is None and lead.name):
            whom = Beneficiary(lead.name, lead.conditions, opening.end() + lead.end)
    if whom.name and not WHO_END.search(whom.name) and _EVENT.match(whom.name):
        whom = replace(whom, name=None, conditions=(whom.name, *whom.conditions))
    if whom.name is None and (gets := as_object(piece)).name:
        whom = replace(whom, name=gets.name, conditions=_once(whom, gets.conditions))
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


def _entitled(piece: str) -> Promise | None:
    """「A可不受…限制」「预留…面向A采购」"""
    right = find_entitlement(piece)
    if right is None:
        return None
    return Promise(
        Beneficiary(right.name, right.conditions, 0), trim(piece, 0, len(piece)), right.verb
    )


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
    carries = not whom.conditions or CASE.search(piece) is not None
    if whom.name and ACTS.match(whom.name):
        whom = Beneficiary(None, (), whom.end)
    if whom.name is None and (lead := read_lead(piece)):
        if behind.name is None:
            whom = Beneficiary(lead.name, lead.conditions, lead.end)
        elif not behind.conditions:
            cases = (words for words in lead.conditions if not SOFT.match(words))
            whom = Beneficiary(None, (*whom.conditions, *cases), 0)
    if whom.name is None and behind.name:
        whom = Beneficiary(behind.name, _once(whom, behind.conditions), 0)
    strength = _strength(piece[whom.end :])
    if strength is None:
        return None
    if whom.name and strength in ("给予", "发放") and GIVER.search(whom.name):
        whom = Beneficiary(None, whom.conditions, whom.end)
    if whom.name is None:
        if not PLAIN.search(piece) and find_amount(piece) is None:
            return None
        before = context.before
        if before and before.name and carries:
            notes = (f"受益对象承前文：{before.name}",)
        elif not whom.name and not before and context.heading and find_amount(piece):
            notes = (f"受益对象承前文：{context.heading}",)
        elif context.sentence and IN_MATTERS.match(piece):
            notes = (f"受益对象承前文：{context.sentence}",)
    return Promise(whom, trim(piece, whom.end, len(piece)), strength, notes)


def _once(whom: Beneficiary, more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*whom.conditions, *more)))


def _strength(words: str) -> str | None:
    match = STRENGTH.search(words)
    return match[0] if match else None
