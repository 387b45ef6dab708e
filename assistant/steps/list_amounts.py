"""Complete lists of what is paid and how much (各项补贴分别是多少), from the facts, never from top-k."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import messages
from assistant.compose.writing import Writer
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Draft, Status, Turn
from assistant.steps.planted import may_be_said
from assistant.steps.scope import documents_in_scope
from assistant.steps.suspects import asked_words
from assistant.understanding.times import time_spans

_ALL = r"列出|列一|列下|列个|列全|都列|罗列|梳理|汇总|归纳|整理|清单|一览|台账|全部|所有|各项|各类|各种|分别|各(?:是|有|给|发|奖|补)?多少|哪些|哪几[项条个]"
_PAID = r"奖补|奖励|奖金|补助|补贴|资助|优惠|减免|减税|给钱|发钱|直接给|花钱|支持资金|扶持资金|资金支持|真金白银|财政支持|政策"
_HOW_MUCH = r"金额|数额|额度|标准|比例|多少钱?|几万|力度|具体数|数字|有数"
_WANTS = (re.compile(_ALL), re.compile(_PAID), re.compile(_HOW_MUCH))
_GENERIC = re.compile(
    rf"{_ALL}|{_PAID}|{_HOW_MUCH}|直接|明确|具体|写明|规定|条款|条文|文件|规划|意见|汇报|办法|方案|通知|里面?|中|各个?|"
    r"项目|措施|事项|内容|方面|支持|扶持|资金|钱|给|发|拿|领|能|可以|我们?|你们?|企业|公司|单位|全省|全市|省里|市里|省级|市级|"
    r"一下|一个|一张|表格?|出来|请问|请|帮忙?|麻烦|想要|知道|了解|看看|告诉|和|与|及|以及|的|都|有|是|把|在|对|了|吗|呢|吧|啊|共|总"
)
_RUN = re.compile(r"[㐀-鿿]{2,}|[A-Za-z]{2,}")
# 补贴 and 奖励 are paid out; tax relief and wages are meant where policies of all sorts are asked for.
_PAYS = re.compile(r"补贴|补助|奖|资助|给钱|发钱|真金白银")
_ALL_SORTS = re.compile(r"优惠|减免|减税|税|政策|支持|扶持")
_NOT_PAID = re.compile(r"税|扣除|即征即退|免征|工资|薪酬|列入(?:经营)?成本")
_OTHER = re.compile(r"谁|部门|牵头|负责|原文|全文|哪[年天月]|什么时候|流程|材料|怎么申|如何申|条件")


@dataclass(frozen=True)
class ListAmounts:
    """Drafts every measure of the asked documents that states an amount or a rate.

    Only for a question that is about no matter of its own: what one measure pays is searched for.
    """

    library: Library

    def __call__(self, turn: Turn) -> Turn:
        understanding = turn.understanding
        assert understanding is not None
        taken = [
            *time_spans(understanding.text),
            *((r.start, r.end) for r in understanding.regions),
            *((s, e) for s, e, _ in understanding.addresses.document_spans),
        ]
        if turn.draft or understanding.addresses.clauses:
            return turn
        if not wants_amounts(understanding.text, taken):
            return turn
        said, text = asked_words(understanding), understanding.text
        only_paid = _PAYS.search(text) and not _ALL_SORTS.search(text)
        listed = [
            measure
            for parsed in documents_in_scope(turn, self.library)
            for measure in parsed.facts.measures
            if measure.amount
            and any(digit.isdigit() for digit in measure.amount)
            and not (only_paid and _NOT_PAID.search(measure.quote))
            and may_be_said(measure.quote, said)
        ]
        if not listed:
            return turn
        writer = Writer(self.library)
        spans = dict.fromkeys((m.document_id, m.clause, m.start, m.end) for m in listed)
        statements = [
            writer.framed(Evidence((document, clause), 0.0, 0.0, 0.0, ()), start, end)
            for document, clause, start, end in spans
        ]
        count = f"{messages.list_count(len(statements))}：\n"
        statements[0] = replace(statements[0], text=count + statements[0].text)
        draft = Draft(Status.ANSWERED, tuple(statements), composer="list_amounts")
        return replace(turn, draft=draft).noting("list_amounts", count=len(statements))


def wants_amounts(question: str, taken: list[tuple[int, int]]) -> bool:
    """Whether a normalised question asks what all measures pay, and about no matter of its own.

    taken: spans of the question that name documents, places and times.
    """
    if _OTHER.search(question) or not all(pattern.search(question) for pattern in _WANTS):
        return False
    chars = list(question)
    for start, end in taken:
        chars[start:end] = " " * (end - start)
    rest = _GENERIC.sub(lambda match: " " * len(match[0]), "".join(chars))
    return not _RUN.findall(rest)
