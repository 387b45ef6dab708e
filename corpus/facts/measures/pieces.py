"""A sentence cut where a new promise begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.measures.beneficiary_words import WHO
from corpus.facts.measures.words import HARD, MAY_HOLD_FORM, POLICY, PROMISE_START, RELIEVED, SOFT
from corpus.facts.spans import Span, trim

_COMMA = re.compile(r"，|,(?!\d{3})|、(?=对[^，。；、]{2,60}给予[^，。；]{0,12}\d)")
_BACKED = re.compile(r"对[^，。；]{2,80}(?:支持|扶持|奖励|资助|补助|投入|服务)力度$")
"""A promise that is complete: what follows its comma is another matter."""
_ADDRESSED = re.compile(
    rf"^(?:，|凡)*对于?[^，。；]{{2,80}}的[^，。；的]{{0,12}}(?:{WHO})$|^(?:，|凡)*对于?[^，。；]{{2,80}}的$"
)
"""「对获得科技奖励的团队」 only says whom: what it gets stands behind the comma."""
_LEAD_IN = re.compile(r"首次|尚未|符合|的[^，的]{2,12}$")
_WHOM_ONLY = re.compile(r"(?:对于?|凡)(?:(?!给予|奖励\d)[^。；])*$")
_UNFINISHED = re.compile(r"除[^，。；]{1,30}外$|基础上$")
_GIVES = r"给予(?!的)|予以|发放|奖励(?!总额|金额|资金|名额)|补助(?!金额|标准|资金|期限|总额)|补贴(?!额度|标准|资金|期限|总额)|资助(?!额度|金额)"
_GIVEN = re.compile(
    rf"(?:{_GIVES}|返还|补足)[^，。；]{{0,40}}?\d|\d[^，。；]{{0,24}}?(?:{_GIVES}|返还)"
)
"""A promise with its figure."""
_NO_CASE = r"最高|不超过|不高于|累计|合计|每年|每[个家户件次人项]|单[个户家项]|同一|年度|总额|另|再|并|且|也|最低|上限|连续|在[^，。；]{1,30}基础上|其余|剩余"
_TIER = re.compile(
    rf"(?:其中[:：]?)?(?!{_NO_CASE}|按|由|给|奖|补|资|经|对|[省市县区]级?财政|财政|分\d|分[一二三四五])(?![^，。；]*(?:不超过|最高))[^，。；]{{1,24}}?"
    rf"(?:分别|各|再|另|一次性|每[人家个件年])*(?:(?:{_GIVES})[^，。；]{{0,12}}\d|按[^，。；]{{0,20}}\d[^，。；]{{0,12}}(?:奖励|返还|补助|补贴|给予|资助))"
)
"""「…省级奖励5万元，国家级奖励10万元」: the verb and the figure come again with another case."""
_TIER_BEHIND = re.compile(
    rf"(?!{_NO_CASE}|按|给予|补助期限|奖励期限)[^，。；]{{4,60}}[，,](?=[^，。；]*\d)(?![^，。；]*(?:不超过|最高))"
    rf"(?:分别|各|再|另|一次性|在[^，。；]{{1,20}}基础上|按照?[^，。；]{{1,20}}?(?:比例|标准))*(?:{_GIVES})"
)
"""「…奖励20万元，超过200万元的，另奖励20万元」: the next case takes a comma of its own."""
_AGAIN = re.compile(r"分别(?:给予|发放|奖励|补助)[^，。；]{2,60}\d")
_TO = re.compile(r"向[^，。；]{2,80}?(?:分别|一次性)*(?:发放|给予|提供)[^，。；]{0,12}\d")


def pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence cut where a new promise begins: ，支持… ，对…给予… ; what promises nothing is left out."""
    begin = start
    for match in _COMMA.finditer(text, start, end):
        piece = text[begin : match.start()]
        if _another_case(text, begin, match.start(), match.end(), end):
            yield trim(text, begin, match.start())
            begin = match.end()
            continue
        if match[0] == "、":
            continue
        if _UNFINISHED.search(piece):
            continue
        policy = POLICY.search(piece)
        whole = (policy is not None and policy.end() == len(piece)) or _BACKED.search(
            piece
        ) is not None
        start_here = PROMISE_START.match(text, match.end(), end)
        serves = start_here is not None and start_here[0].startswith("为") and SOFT.match(piece)
        relieved = start_here is not None and (
            RELIEVED.search(piece) or RELIEVED.search(text, match.end(), end)
        )
        if not whole and (start_here is None or serves or _ADDRESSED.search(piece)):
            continue
        if start_here and "配套" in start_here[0] and _WHOM_ONLY.match(piece):
            continue
        if relieved and not PROMISE_START.match(piece):
            continue
        promises = (
            whole or PROMISE_START.match(piece) or HARD.search(piece) or MAY_HOLD_FORM.search(piece)
        )
        if (
            not promises
            and start_here is not None
            and ("可" in start_here[0] or "配套" in start_here[0])
            and _LEAD_IN.search(piece)
        ):
            continue
        if promises:
            yield trim(text, begin, match.start())
        begin = match.end()
    yield trim(text, begin, end)


def _another_case(text: str, begin: int, comma: int, after: int, end: int) -> bool:
    """Whether a promise with its figure stands before the comma, and another case behind it."""
    if _GIVEN.search(text, begin, comma) is None:
        return False
    return any(form.match(text, after, end) for form in (_TIER, _TIER_BEHIND, _AGAIN, _TO)) or (
        text[comma] == "、"
    )
