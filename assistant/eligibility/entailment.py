"""Whether what an asker said bears out a condition in a document's words.

Careful on purpose: a condition is borne out only where its head word and most of the rest stand in
something affirmed. What is not mentioned stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.eligibility.kleene import Truth, all_of, negation
from assistant.eligibility.statements import Mood, Statement
from assistant.understanding.concepts import bigrams
from assistant.understanding.lexicon import Lexicon

_LIGHT = re.compile(
    r"在(?=[^，]{2,})|中(?=[完进实开取获])|(?:已经?)?(?:完成|进行|实现|开展|参与|获得|取得|具有|具备|拥有|发生(?!产)|开始|成功)(?:了|过)?|实际|活动|管理(?=系统|平台)|相关|有关|有效|正式"
    r"|其(?!他|它|余)|自身|所|当年|上年度?|近[一二三]年|经|被|由|按规定|依法|的|了|已"
)
_SPLIT = re.compile(
    r"[、，,；;\s]+|并且|并(?!购|网|联)|且(?!慢)|以及|及(?!时|格|其)|和(?!谐|睦)|与(?!会)|同时"
    r"|(?<=[一-鿿]{2})(?=计入|纳入|列入|销售其?|通过(?!率)|自行|自主开发|未(?!来)|认定为|登记为|注册为|在[^，]{2,12}(?:挂牌|注册|落户))"
    r"|(?<=自行开发生产)的?(?=软件)"
)
_OR = re.compile(r"或者|或(?!许)|/")
_NEGATIVE = re.compile(
    r"^(?:未(?!来)|没有|不存在|无(?!形|人|线)|不(?=属于|在|得|含|包括)|非(?!遗|公))"
)
_STRICT = re.compile(
    r"省外|国外|境外|海外|国际|省内|首次|首台|首批|首版|新(?=建|设|增|认定|引进|购)|自主|自行|连续|独立|全职"
)
_SAME = (
    (re.compile(r"自己|自家|自个儿?|自主研发|自研"), "自行自主"),
    (re.compile(r"卖(?!点|力)|出售|售卖|在售"), "销售"),
    (re.compile(r"(?:自己|自主|自行|自家)[^，]{0,4}(?:开发|写|研发|研制)|自研"), "自行开发生产"),
    (re.compile(r"股改|改成?股份|股份(?:制)?改制|股份制改革|改制成股份"), "股份制改造"),
    (re.compile(r"股交(?:中心|所)?|四板"), "股权交易中心"),
    (re.compile(r"挂(?:上|了|成)了?牌|挂上"), "挂牌"),
    (
        re.compile(
            r"融到|融了|拿到(?:了)?(?:[^，]{0,8})?投资|获得?(?:了)?(?:[^，]{0,8})?投资|增资扩股|通过增资|引入(?:了)?(?:[^，]{0,6})?投资"
        ),
        "融资",
    ),
    (
        re.compile(r"费用化|进(?:了)?当期损益|计(?:入|进)(?:了)?(?:当期)?(?:损益|费用)"),
        "计入当期损益",
    ),
    (re.compile(r"研发(?:支出|投入|经费|的钱|花了|花销)"), "研发费用"),
    (re.compile(r"审(?:核)?(?:也|都|已)?(?:过了|通过)|过审"), "审核"),
    (re.compile(r"外省|外地"), "省外"),
    (re.compile(r"买了|购了|采购了"), "购买"),
)
_NOTHING = re.compile(r"^[的了在中和与及并等]*$")
MOST = 0.6
"""Share of a condition's character pairs that has to be said."""


@dataclass(frozen=True, slots=True)
class Borne:
    """Whether a condition is borne out, and the words that say so."""

    truth: Truth
    said: str | None = None


def borne_out(condition: str, statements: Sequence[Statement]) -> Borne:
    """Every part of the condition has to be said; parts joined by 或 are alternatives."""
    alternatives = [a for a in _OR.split(condition) if a]
    results = [_all_parts(a, statements) for a in alternatives]
    for wanted in (Truth.TRUE, Truth.UNKNOWN, Truth.FALSE):
        for result in results:
            if result.truth is wanted:
                return result
    return Borne(Truth.UNKNOWN)


def parts_of(condition: str) -> list[str]:
    """The parts of a condition that are looked for one by one."""
    found = []
    for piece in _SPLIT.split(condition):
        negative = _NEGATIVE.match(piece or "")
        words = _LIGHT.sub("", piece or "")
        if negative and not _NEGATIVE.match(words):
            words = negative[0] + words
        if len(words) >= 2 and not _NOTHING.match(words):
            found.append(words)
    return found


def _all_parts(condition: str, statements: Sequence[Statement]) -> Borne:
    parts = parts_of(condition)
    if not parts:
        return Borne(Truth.UNKNOWN)
    results = [_part(part, statements) for part in parts]
    truth = all_of(result.truth for result in results)
    said = dict.fromkeys(r.said for r in results if r.said and r.truth is truth)
    return Borne(truth, "，".join(said) or None)


def _part(part: str, statements: Sequence[Statement]) -> Borne:
    negative = _NEGATIVE.match(part)
    words = _NEGATIVE.sub("", part)
    identity = next((s.text for s in statements if s.mood is Mood.AFFIRMED), "")
    best: Borne | None = None
    for statement in statements:
        if statement.mood is Mood.ASKED or not _says(words, statement.text, identity):
            continue
        truth = Truth.TRUE if statement.mood is Mood.AFFIRMED else Truth.FALSE
        if negative:
            truth = negation(truth)
        if best is None or truth is Truth.FALSE:
            best = Borne(truth, statement.text)
    return best or Borne(Truth.UNKNOWN)


def _says(words: str, statement: str, identity: str) -> bool:
    said = _enriched(statement)
    head = words[-2:]
    if head not in said:
        return False
    whole = f"{said} {_enriched(identity)}"
    strict = _STRICT.findall(words)
    if any(mark not in whole for mark in strict):
        return False
    pairs = set(bigrams(words))
    found = sum(pair in whole for pair in pairs) / len(pairs)
    letters = sum(letter in said for letter in set(words)) / len(set(words))
    return found >= MOST or (found >= 0.5 and letters >= 0.75)


@lru_cache(maxsize=512)
def _enriched(statement: str) -> str:
    """What was said, with the official wordings of what is colloquial in it."""
    more = [official for pattern, official in _SAME if pattern.search(statement)]
    more += [e.official[0] for e in Lexicon.load().expand(statement) if e.official]
    return " ".join((statement, *more))
