"""Support that a clause states: for whom, on what conditions, what and how much, how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
from corpus.facts.spans import Outline, Span, blank, sentences, trim
from corpus.facts.tense import Setting
from corpus.models import Document, Measure

_COMMA = re.compile(r"[，,](?!\d{3})")
_HARD = re.compile(
    r"给予|予以(?:支持|奖|补|资助|扶持|倾斜|优先|减|免|表彰|褒扬|贴息|配套|重点|优惠)|发放(?!工作)|补助|补贴|奖励|奖补|资助|贴息|减按|免征|减征|减半征收|加计扣除"
    r"|税前扣除|即征即退|先征后退|不计入|全额列入|列支|免费|优先|倾斜|减免|减缴|减收|免收|享受|兑付|兑现|报销|返还|退还|退税|先行先试"
    r"|支持比例|抵扣|抵免|一次性|绿色通道|优惠|自主|股权激励|绩效工资|年薪制|协议工资|净收入|编制(?:周转|池)|税率|纳入[^，。；]{2,30}(?:范围|政策|计划|目录|清单)|(?:支持|扶持|奖励|补助|资助)力度"
)
_ENCOURAGE = r"(?:鼓励|支持(?!比例|政策|额度|标准|资金|方式|范围|期|力度|下)|引导|扶持|允许|准予)"
_SOFT = re.compile(
    rf"^(?P<verb>(?:大力|重点|积极|优先|加大|继续|并|也|同时|择优|进一步|每年)*{_ENCOURAGE}(?:和|并|、)?(?:鼓励|支持|引导|扶持|推动|指导|撬动)?"
    r"|(?:试点)?探索(?:实行|开展|建立|推行)?(?=[^，。]{0,24}(?:薪|工资|激励|奖励|分配)))(?P<rest>.+)$"
)
_DUI = re.compile(
    r"^(?:凡|(?:\S{0,30}?[，,])??(?:对于?|针对|面向)(?!照|外|口|接|标)(?=.{2,200}(?:给予|予以|发放|实行|减|免|奖|补|优先|不)))"
)
_STRENGTH = re.compile(
    r"给予|予以|发放|减按|免征|减征|减半征收|实行|可以?(?=自主|享受|申请|按|在|用于|列|全额|采用|直接|根据|从|依法|适当|优先|获|凭|免|将|依照)|优先|不计入|免费"
    r"|享受|减缴|减免|减收|落实|提供|补贴|补助|奖励|资助|兑付|列支|倾斜|(?:加大|加强)(?=对)|加计扣除|即征即退|返还|报销|不低于|不少于|纳入|应当"
)
_PROMISE_START = re.compile(
    rf"{_ENCOURAGE}|(?:优先|大力|重点)支持|(?:试点)?探索"
    r"|对于?(?![象接外标照策比口应手话其])[^，。；]{2,60}(?:，[^，。；]{0,20}?)?(?:给予|予以|发放|实行|优先|奖|补|减|免)"
    r"|[^，。；]{2,30}?可以?(?:全额|从[^，。；]{2,12}列支|自主|享受|用于|按|在[^，。；]{2,30}范围|免|申请|获得|优先|直接|依法)"
    r"|为[^，。；]{2,40}提供|落实[^，。；]{2,70}(?:政策|优惠|待遇)|(?:加大|加强)对[^，。；]{2,50}力度"
)
_NOT_SUPPORT = re.compile(
    r"处罚|罚款|处分|追究|责令|严禁|不得|取消其|停止其|追缴|追回|惩|问责|违反|没收|通报批评|免责|决策责任|从轻处理|考核|评价重点|提交下列"
    r"|致以|感谢|宣传|各位代表|=|＝|制定.{0,20}管理办法|管理办法$"
)
_PLAIN = re.compile(
    r"不计入|免征|免收|免除|减按|减征|减半征收|即征即退|加计扣除|税前扣除|全额列入|列支|给予.{0,12}(?:补助|补贴|奖励|奖补|资助|支持|贴息|优惠)"
)
"""Promises plain enough without a beneficiary in their own words."""
_NO_PROMISE = re.compile(
    r"^(?:建立|完善|健全|制定|研究|出台|修订|统筹|设立|深化|强化|加强|构建|改革|优化|坚持|推进|推动|提高|扩大|积极探索|加快|创新)"
)
_POLICY = re.compile(
    r"落实好?(?P<benefit>[^，。；]{2,70}?(?:优惠政策|支持政策|税收政策|激励政策|奖励政策|补贴政策|扶持政策))"
)
_THEN_GIVES = re.compile(
    r"[，,](?=(?:[省市县区]级|[省市县]级?财政|中央财政|财政|由|按)[^，。；]{0,40}(?:给予|予以|发放|奖励|补助|补贴|资助)|给予|予以(?:支持|奖|补|资助))"
)
"""「鼓励企业实施改造，省级按…给予奖补」: the first half is the condition of the second."""


@dataclass(frozen=True, slots=True)
class _Promise:
    whom: Beneficiary
    benefit: Span
    strength: str | None
    notes: tuple[str, ...] = ()


def find_measures(
    document: Document, text: str, outline: Outline, taken: tuple[Span, ...] = ()
) -> tuple[Measure, ...]:
    """All statements of support, in document order; taken spans (responsibilities) are skipped."""
    setting = Setting(document, text, outline)
    masked = blank(text, [*taken, *outline.marker_spans(text)])
    found: list[Measure] = []
    whom: Beneficiary | None = None
    at: int | None = None
    for start, end in sentences(masked):
        sentence = masked[start:end]
        clause = outline.smallest(start, end)
        if clause.ordinal != at:
            at, whom = clause.ordinal, None
        if not (_HARD.search(sentence) or _PROMISE_START.search(sentence)):
            continue
        if setting.tense(clause) == "done" or setting.is_goal(clause) or start < clause.body:
            continue
        if clause.parent is None and text.find("。", start, end + 2) < 0:
            continue  # a title or a signature
        for first, last in _pieces(masked, start, end):
            promise = _read(masked[first:last], whom)
            if promise is None:
                continue
            if promise.whom.name and promise.whom.name != "其":
                whom = promise.whom
            here = outline.smallest(first, last)
            benefit = text[first + promise.benefit[0] : first + promise.benefit[1]]
            found.append(
                Measure(
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
            )
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence cut where a new promise begins: ，支持… ，对…给予… ; what promises nothing is left out."""
    begin = start
    for match in _COMMA.finditer(text, start, end):
        piece = text[begin : match.start()]
        policy = _POLICY.search(piece)
        whole = policy is not None and policy.end() == len(piece)
        start_here = _PROMISE_START.match(text, match.end(), end)
        serves = start_here is not None and start_here[0].startswith("为") and _SOFT.match(piece)
        if not whole and (start_here is None or serves):
            continue
        if whole or _PROMISE_START.match(piece) or _HARD.search(piece):
            yield trim(text, begin, match.start())
        begin = match.end()
    yield trim(text, begin, end)


def _read(piece: str, before: Beneficiary | None) -> _Promise | None:
    """One promise; None if the words are none. before is whom the clause last spoke of."""
    if len(piece) < 6 or _NOT_SUPPORT.search(piece):
        return None
    return _to_somebody(piece) or _encouraged(piece, before) or _plain(piece, before)


def _to_somebody(piece: str) -> _Promise | None:
    """「对…的企业，给予…」"""
    opening = _DUI.match(piece)
    whom = in_dui(piece, opening.end()) if opening else None
    if whom is None:
        return None
    strength = _strength(piece[whom.end :])
    if strength is None or (not _HARD.search(piece, max(whom.end - 8, 0)) and strength != "实行"):
        return None
    return _Promise(whom, trim(piece, whom.end, len(piece)), strength)


def _encouraged(piece: str, before: Beneficiary | None) -> _Promise | None:
    """「支持A开展…」「鼓励有条件的A…」「探索A…」"""
    soft = _SOFT.match(piece)
    if soft is None:
        return None
    start = soft.start("rest")
    whom = after_support(piece, start)
    if whom is None and "探索" in soft["verb"]:
        whom = Beneficiary(opening_name(soft["rest"]), (), start)
    if whom is None:
        return None
    gives = _THEN_GIVES.search(piece, whom.end)
    if gives and find_amount(piece[whom.end : gives.start()]) is None:
        done = trim(piece, whom.end, gives.start())
        conditions = (
            (*whom.conditions, piece[slice(*done)]) if done[0] < done[1] else whom.conditions
        )
        whom = Beneficiary(whom.name, conditions, gives.end())
        return _Promise(whom, trim(piece, gives.end(), len(piece)), _strength(piece[gives.end() :]))
    notes = (f"其：{before.name}",) if whom.name == "其" and before else ()
    return _Promise(whom, trim(piece, whom.end, len(piece)), soft["verb"], notes)


def _plain(piece: str, before: Beneficiary | None) -> _Promise | None:
    """「A，可…」「A减按15%的税率…」「落实…优惠政策」「根据服务数量给予财政补助」"""
    policy = _POLICY.search(piece)
    if policy:
        whom = Beneficiary(policy_holder(policy["benefit"]), (), 0)
        return _Promise(whom, policy.span("benefit"), "落实")
    behind = as_object(piece)
    if not _HARD.search(piece) or (_NO_PROMISE.match(piece) and not behind.name):
        return None
    whom = before_verb(piece)
    notes: tuple[str, ...] = ()
    if whom.name is None and behind.name:
        whom = Beneficiary(behind.name, (*whom.conditions, *behind.conditions), 0)
    strength = _strength(piece[whom.end :])
    if strength is None:
        return None
    if whom.name is None:
        if not _PLAIN.search(piece) and find_amount(piece) is None:
            return None
        if before and before.name and not whom.conditions:
            notes = (f"受益对象承前文：{before.name}",)
    return _Promise(whom, trim(piece, whom.end, len(piece)), strength, notes)


def _strength(words: str) -> str | None:
    match = _STRENGTH.search(words)
    return match[0] if match else None
