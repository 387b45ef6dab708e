"""Comparisons: the sides of a question, each a set of documents with the years it speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant.library import Library
from assistant.understanding.kinds import Asked, tense_of
from assistant.understanding.question import Understanding
from assistant.understanding.times import with_its_year, years_in

_PROVINCE = re.compile(r"全省|省里|我省|本省|省(?:的|定|数)|省(?=20\d\d|\d\d年)")
_HOW_MANY = re.compile(r"多[少大]|几[家个名人项所座件户位种万]|百分之几|几成")
_OF_EACH = re.compile(r"分别|各(?=[要有是定多几为到占])|各自|两个数|(?:摆|放)(?:在)?一(?:起|块)")
# 对照后来公布的实际数: what came of it is told by another document than the one that planned it.
_CAME_OF_IT = re.compile(
    r"后来(?:的|公布|汇报|实际)[^，。,?？]{0,8}|实际(?:的)?(?:数|值|情况|完成|做到|达到|结果)|"
    r"实际(?:上)?(?:是|有|为|只有)?(?=多[少大]|几|$)"
)
_AND_OTHER = re.compile(r"[?？。,，;；][^?？。,，;；]{2,16}呢[?？]?$")
# 已经发榜的那批跟下一步要凝练的那批: the same thing, done and to be done.
_DONE_AND_TO_COME = re.compile(
    r"(?P<done>(?:已经?|现有|目前|此前|之前|上一?轮)[^，。,?？]{0,12}?)(?:和|跟|与|同|、|,)"
    r"(?P<ahead>(?:下一?步|接下来|今后|将来|以后|打算|计划|准备|要)[^，。,?？]{0,14})"
)
_OWN_YEAR = re.compile(r"(?:20)?\d{2}年?$")
"""2017双创意见: the year is the document's."""
_CITY = re.compile(r"全市(?!场)|市里|我市(?!场)|(?<!资)本市(?!场)")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison."""

    documents: frozenset[str]
    years: tuple[str, ...]
    said: str
    tense: Literal["target", "progress", None] = None
    """Whether what is to be reached or what was reached is asked of this side."""


def sides(understanding: Understanding, library: Library) -> tuple[Side, ...]:
    """The sides that a question compares, in its order; fewer than two mean no comparison."""
    anchors: list[tuple[int, int, frozenset[str]]] = [
        (with_its_year(start, understanding.text), end, frozenset(documents))
        for start, end, documents in understanding.addresses.document_spans
        if documents
    ]
    named = frozenset().union(*(documents for _, _, documents in anchors))
    for mention in understanding.regions:
        held = _documents_of(library, region=mention.region.name)
        # 山西…, 51号文和指导意见各…: where documents are compared, their place is no side.
        if len(anchors) > 1 and named & held:
            continue
        if held and not _inside(anchors, mention.start):
            anchors.append((mention.start, mention.end, held))
    # 省里挂牌的 is an attribute unless the question compares.
    levels = understanding.asks(Asked.COMPARISON) or len(understanding.regions) > 1
    # 「省里…多少家？运城…呢？」 puts the same question about both.
    # and so does one that asks for a figure twice (全省建到多少家，运城手里有几家).
    placed = bool(understanding.regions) or len(anchors) > 0
    twice = len(_HOW_MANY.findall(understanding.text)) > 1
    each = bool(_OF_EACH.search(understanding.text) or _AND_OTHER.search(understanding.text))
    levels = levels or (placed and (twice or each))
    for pattern, level in ((_PROVINCE, "省"), (_CITY, "市")):
        for match in pattern.finditer(understanding.text) if levels else ():
            held = _documents_of(library, level=level)
            if held and not _inside(anchors, match.start()):
                anchors.append((match.start(), match.end(), held))
    if len(anchors) == 1 and named and understanding.asks(Asked.COMPARISON):
        planned = anchors[0]
        others = _documents_of(library) - planned[2]
        came = _CAME_OF_IT.search(understanding.text, planned[1])
        if came and others:
            anchors.append((came.start(), came.end(), others))
    anchors.sort()
    merged: list[tuple[int, int, frozenset[str]]] = []
    for anchor in anchors:
        previous = merged[-1] if merged else None
        if (
            previous
            and (anchor[2] <= previous[2] or previous[2] <= anchor[2])
            and anchor[0] - previous[1] <= 8
        ):
            # 山西省2017年51号文: place and document name one side.
            merged[-1] = (previous[0], anchor[1], min(previous[2], anchor[2], key=len))
        else:
            merged.append(anchor)
    result = []
    # 都说2022年高企，甲和乙给的数: a year before all sides is that of each without one.
    before = _OWN_YEAR.sub("", understanding.text[: merged[0][0]]) if merged else ""
    shared = years_in(before)
    for i, (start, end, documents) in enumerate(merged):
        until = merged[i + 1][0] if i + 1 < len(merged) else len(understanding.text)
        # The document's own name may hold a year (2017年51号文): it is no year asked about.
        taken = [(start, end)] if understanding.documents else []
        years = years_in(understanding.text[:until], [(0, start), *taken])
        said = understanding.text[start:end]
        times = _by_year(understanding.text[start:until]) if len(years) > 1 else []
        if len(times) > 1:
            # 省里21年认了几家、22年想再布局几家: one place at two times is two sides.
            result += [Side(documents, own, said, tense_of(part)) for own, part in times]
        else:
            reached = bool(_CAME_OF_IT.match(said))
            result.append(Side(documents, years or shared, said, "progress" if reached else None))
    # 运城要引进多少人来运城工作: a place named twice is one side.
    alike = len({(side.documents, side.years, side.tense) for side in result}) == 1
    return tuple(result[:1] if alike else result)


def _by_year(text: str) -> list[tuple[tuple[str, ...], str]]:
    """The years of every figure that a text asks for, with the words that ask for it."""
    ends = [match.end() for match in _HOW_MANY.finditer(text)]
    parts = [text[start:end] for start, end in pairwise((0, *ends))]
    return [(years, part) for part in parts if (years := years_in(part))]


def _inside(anchors: list[tuple[int, int, frozenset[str]]], position: int) -> bool:
    return any(start <= position < end for start, end, _ in anchors)


def _documents_of(
    library: Library, *, region: str | None = None, level: str | None = None
) -> frozenset[str]:
    return frozenset(
        p.document.id
        for p in library.corpus.documents
        if (region is None or p.document.region == region)
        and (level is None or p.document.level == level)
        and not (p.document.relation and p.document.relation.kind in ("copy_of", "part_copy_of"))
    )


def compares_documents(understanding: Understanding) -> bool:
    """Whether two documents or more are named, not the same under two names."""
    mentions = understanding.addresses.document_mentions
    return len({m.document_ids for m in mentions}) > 1


def sides_in_time(understanding: Understanding, library: Library) -> tuple[Side, ...]:
    """「从十三五末到十四五末」: the same thing at two times, in the place that is named.

    Also where a figure is asked for twice (2020年有几家，2025年要多少家).
    """
    both = _DONE_AND_TO_COME.search(understanding.text)
    if both and understanding.asks(Asked.COMPARISON):
        among = understanding.documents or frozenset(library.corpus.by_id)
        done = Side(among, (), both["done"], "progress")
        return done, Side(among, (), both["ahead"], "target")
    twice = len(_HOW_MANY.findall(understanding.text)) > 1
    if len(understanding.years) < 2 or not (understanding.asks(Asked.COMPARISON) or twice):
        return ()
    documents = understanding.documents or frozenset(library.corpus.by_id)
    named = {mention.region.name for mention in understanding.regions}
    held = frozenset(d for d in documents if library.document(d).region in (None, *named))
    return tuple(Side(held or documents, (year,), year) for year in understanding.years)
