"""Support that a clause states: for whom, on what conditions, what and how much, how firmly."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from corpus.facts.measures.amounts import find_amount
from corpus.facts.measures.beneficiaries import Beneficiary, after_support
from corpus.facts.measures.beneficiary_words import WHO, has_verb
from corpus.facts.measures.pieces import pieces
from corpus.facts.measures.promise import Context, Promise
from corpus.facts.measures.promises import read_promise
from corpus.facts.measures.provisos import Provisos
from corpus.facts.measures.words import ENTITLES, HARD, MAY_HOLD_FORM, PROMISE_START, SOFT
from corpus.facts.spans import Outline, Span, blank, sentences
from corpus.facts.targets.tense import Setting
from corpus.models import Clause, Document, Measure

_REPORTS_ON = re.compile(r"[，,](?=已|累计|完成|共|实现|新增|获)")
_SHUTS_OUT = re.compile(
    r"[，,](?=[^，,。；]{0,40}(?:不再|不得|不可|不重复|不予)[^，,。；]{0,6}(?:重复|享受|奖|补|资助|支持|申[报请领]|给予|叠加))"
    r"|[，,](?=但?(?:不得|不能|禁止|严禁)[^，。；]{0,4}(?:用于|挪用|挪作|转让|兑换|提现|买卖|抵扣))"
)
"""「…给予奖励，已获奖的不再重复奖励」: the tail is an exclusion; 「…，不得用于购置设备」 limits its use."""
_RAISED = re.compile(
    rf"(?:培育|壮大|做强|做优|扶持|发展|引进|激励|培养)(?:\d{{1,5}}[个家名项所]?(?:左右|以上)?)?(?P<who>[^，。；]{{2,16}}?(?:{WHO}))(?=$|[，,])"
    rf"|发挥好?(?P<leads>[^，。；]{{2,30}}?(?:{WHO})等?)的?[^，。；的]{{0,6}}作用(?=$|[，,])"
)
_RESULT = re.compile(r"[，,](?:实现|形成)[^，,。；]{2,60}[，,]\Z")
"""「…，实现全面覆盖，为用户提供服务」: what comes of it, no support."""
_PREAMBLE = re.compile(
    r"(?:制定|制订|提出|印发|出台)(?:如下|以下|本|了?下列)[^，。；]{0,16}[:：]?$|(?:措施|意见|政策|办法|细则|方案)如下[:：]?$"
)
"""「为支持企业…，制定如下措施」 promises nothing yet."""
_GOAL = re.compile(r"^(?:[^，]{0,6}(?:目标|指标))|(?:目标|指标)(?:$|[（(：:])")
_TASK = re.compile(r"^(?:主要|重点|具体)任务|措施|举措|政策|支持|扶持|奖")
"""「主要任务」 is where an action plan keeps its measures, and no goal."""


def find_measures(
    document: Document, text: str, outline: Outline, taken: tuple[Span, ...] = ()
) -> tuple[Measure, ...]:
    """All statements of support, in document order; taken spans (responsibilities) are skipped."""
    setting = Setting(document, text, outline)
    masked = blank(text, [*taken, *outline.marker_spans(text)])
    provisos = Provisos(masked)
    found: list[Measure] = []
    before: Beneficiary | None = None
    at: int | None = None
    named: dict[int, Beneficiary] = {}
    for start, end in sentences(masked):
        sentence = masked[start:end]
        clause = outline.smallest(start, end)
        if clause.ordinal != at:
            at, before = clause.ordinal, _led_by(outline, clause, text, named)
        if not (
            HARD.search(sentence)
            or ENTITLES.search(sentence)
            or MAY_HOLD_FORM.search(sentence)
            or PROMISE_START.search(sentence)
        ):
            continue
        if start < clause.body or _PREAMBLE.search(sentence) or _is_goal(outline, clause):
            continue
        if clause.parent is None and text.find("。", start, end + 2) < 0:
            continue  # a title or a signature
        report = setting.tense(clause) == "done"
        raised = _raised(sentence)
        helped: str | None = None
        for first, last in pieces(masked, start, end):
            if helped is None and raised and start + raised[1] <= first:
                helped = raised[0]
            context = Context(before, _of_heading(outline, clause), helped, report)
            if report and (stop := _REPORTS_ON.search(masked, first, last)):
                last = stop.start()
            if shut := _SHUTS_OUT.search(masked, first, last):
                last = shut.start()
            if masked[first] == "为" and _RESULT.search(masked, start, first):
                continue
            promise = read_promise(masked[first:last], context)
            if promise is None:
                continue
            if promise.whom.name and promise.whom.name != "其":
                before = named[clause.ordinal] = promise.whom
                helped = promise.whom.name if SOFT.match(masked[first:last]) else None
            here = outline.smallest(first, last)
            found.append(
                replace(
                    _measure(document, text, (first, last), promise, here),
                    exclusions=provisos.exclusions(here, start, last),
                    apply_to=provisos.apply_to(here, start, last),
                )
            )
    return tuple(found)


def _measure(document: Document, text: str, span: Span, promise: Promise, here: Clause) -> Measure:
    first, last = span
    benefit = text[first + promise.benefit[0] : first + promise.benefit[1]]
    return Measure(
        document_id=document.id,
        clause=here.ordinal,
        address=here.address,
        quote=text[first:last],
        start=first,
        end=last,
        beneficiary=promise.whom.name,
        conditions=promise.whom.conditions,
        benefit=benefit,
        amount=find_amount(benefit),
        strength=promise.strength,
        notes=promise.notes,
    )


def _led_by(
    outline: Outline, clause: Clause, text: str, named: dict[int, Beneficiary]
) -> Beneficiary | None:
    """Whom the lead-in of a list names: 「对举报人按照以下标准奖励：」 above its items."""
    parent = next(islice(outline.chain(clause), 1, None), None)
    if parent is None or not text[parent.body : parent.own_end].rstrip().endswith(("：", ":")):
        return None
    return named.get(parent.ordinal)


def _is_goal(outline: Outline, clause: Clause) -> bool:
    """Whether a heading above sets goals: what stands below is to be reached, not given."""
    return any(
        above.parent is not None
        and above.title is not None
        and _GOAL.search(above.title) is not None
        and _TASK.search(above.title) is None
        for above in outline.chain(clause)
    )


def _of_heading(outline: Outline, clause: Clause) -> str | None:
    """Whom the nearest heading means to raise: 培育高科技领军企业."""
    for above in outline.chain(clause):
        if above.parent is None:
            return None
        if above.title and (raised := _raised(above.title)):
            return raised[0]
        if above.title and (soft := SOFT.match(above.title)):
            helped = after_support(above.title, soft.start("rest"), whole=True)
            return helped.name if helped else None
    return None


def _raised(words: str) -> tuple[str, int] | None:
    """Whom words mean to raise or to use, and where they end."""
    match = _RAISED.search(words)
    who = match and (match["who"] or match["leads"])
    return (who, match.end()) if match and who and not has_verb(who) else None
