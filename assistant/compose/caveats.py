"""Notices about what the clauses leave open: a term not explained, a matter not mentioned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import messages
from assistant.evidence import Evidence
from assistant.library import Library
from assistant.models import Statement
from assistant.understanding.concepts import bigrams
from assistant.understanding.definitions import asked_terms, defines
from assistant.understanding.kinds import Asked
from assistant.understanding.normalise import fold
from assistant.understanding.question import Understanding
from assistant.understanding.typos import ordinary_words

_MODAL = r"(?:能不能|可不可以|可以|能否|可否|允许|能|会不会|要不要|准不准)"
_AFTER_MODAL = re.compile(rf"{_MODAL}(?:不|也|再|还|先|直接|随便|自己)?([㐀-鿿]{{2}})")
_LAST = re.compile(r"([㐀-鿿]{2})(?:吗|嘛|么|不)?[?？]?$")
_GENERAL = re.compile(
    r"时候|自己|一样|另外|方便|安排|材料|学校|公司|企业|一块|两头|外面|官方|可以|规定|这样|那样|办法|好处|讲究|"
    r"支持|补贴|奖励|奖金|补助|优惠|政策|给予|保证|属实|真的|引用|弄成|改成|拿到|前头|全部|退回|一边|一点|领到|申请|享受|合适|没有|是否"
)
_OPPOSITES = {"收费": "免费", "付费": "免费", "有偿": "无偿", "交钱": "免费"}
"""What a clause settles by its opposite is spoken of: 免费 answers 要收费吗."""


def undefined_term(
    statements: Sequence[Statement], understanding: Understanding, library: Library
) -> tuple[str, ...]:
    """A notice where a term's meaning is asked and the clauses only mention it."""
    terms = asked_terms(understanding) if understanding.asks(Asked.DEFINITION) else ()
    shown = fold(" ".join(s.text for s in statements))
    support = statements[0].supports[0]
    heading = fold(library.clause((support.document_id, support.clause)).title or "")
    # 计划 out of 三个计划 is no term of its own.
    mentioned = [term for term in terms if len(term) >= 3 and term in shown]
    if not mentioned or defines(shown, understanding, heading):
        return ()
    return (messages.not_defined(mentioned[0]),)


def leaves_undecided(primary: Evidence, understanding: Understanding, library: Library) -> bool:
    """Whether a question turns on a verb (能不能转让) that the document never speaks of."""
    return bool(_unspoken(_AFTER_MODAL, primary, understanding, library))


def unmentioned(
    primary: Evidence, understanding: Understanding, library: Library
) -> tuple[str, ...]:
    """A notice for what a yes-or-no question ends in and the document never speaks of.

    公司要有业绩吗: where it is a word of its own; what the cutting of a question leaves over says
    nothing to a reader.
    """
    turns_on = _unspoken(_LAST, primary, understanding, library)
    return (messages.not_mentioned(turns_on[-1]),) if turns_on else ()


def _unspoken(
    pattern: re.Pattern[str], primary: Evidence, understanding: Understanding, library: Library
) -> list[str]:
    """Words of a yes-or-no question, where a pattern finds them, that its document never writes."""
    if not understanding.asks(Asked.YES_NO) or understanding.asserted:
        return []
    haystack = fold(library.parsed(primary.key[0]).text)
    known = [e.said for e in understanding.expansions]
    return [
        word
        for word in pattern.findall(understanding.text)
        if word in ordinary_words()
        and _GENERAL.search(word) is None
        and not any(said in word or word in said for said in known)
        and not any(pair in haystack for pair in bigrams(word))
        and _OPPOSITES.get(word, "\0") not in haystack
    ]
