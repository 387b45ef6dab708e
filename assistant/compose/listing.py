"""Lists whose items are the clauses under one heading: all of them, never a top-k."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.evidence import Evidence
from assistant.library import ClauseKey, Library
from assistant.models import Statement, Support
from assistant.understanding.concepts import Concept, coverage
from assistant.understanding.normalise import fold, names, nearly_names

LOOKED_AT = 8
CLOSE = 0.75
_NAMES = re.compile(
    r"哪(?:些|几|\d+)(?:个|家|所|座|名|位)?(?:地方|城市|市|县|区|省|企业|公司|学校|高校|大学|院校|医院|银行|科室)"
)
_IN_FULL = re.compile(
    r"(?:每|各)(?:一?[条项点个]|方面)?(?:的)?(?:主要|具体|详细)?(?:数据|数字|内容|情况|指标)|(?:主要|具体|详细)(?:数据|数字|内容|指标)|逐[条项](?:列出|说明|整理|写)|(?:数据|数字|详细|完整)(?:地|都)?(?:整理|列|写|说)(?:出来)?"
)
_ITSELF = re.compile(
    r"(?:是|有|包括|讲|说)(?:的|了)?(?:些)?(?:什么|啥|哪些|哪几)(?:内容)?[？?。]?$"
)
# “工作谋划”第(二)节: a section of the heading is asked about.
_SECTION = re.compile(
    r"第?[(（]?[一二三四五六七八九十\d]+[)）]?(?:节|部分|点|款)|[(（][一二三四五六七八九十]+[)）]"
)
ABOUT = 0.5
SURELY_SAID = 0.6
"""Share of the question's words that a sentence must say to answer it alone."""
HEADING_SAYS = 0.25
"""Share of the question's words that a heading says at least whose clauses are the list."""
FEWEST = 3
LONGEST = 15
WHOLE_ITEM = 90
MOST_CHARACTERS = 1500
_CHAPTERS = ("root", "bian", "zhang", "jie")


def asks_in_full(question: str) -> bool:
    """Whether what the items say is asked for: their figures, or their wording."""
    return bool(_IN_FULL.search(question))


def asks_for_itself(question: str) -> bool:
    """Whether what a heading says is asked for (主要目标是什么, 基本原则有哪些)."""
    return bool(_ITSELF.search(question))


def asks_for_names(question: str) -> bool:
    """Whether places, enterprises or schools are to be named: they stand in a sentence."""
    return bool(_NAMES.search(question))


def sibling_list(
    evidence: Sequence[Evidence],
    focus: Sequence[Concept],
    library: Library,
    items: int = 0,
    *,
    in_full: bool = False,
    by_name: bool = False,
    asked: str = "",
    headed: ClauseKey | None = None,
) -> list[Statement]:
    """Every clause under the heading that the best evidence stands under, if most found do.

    items: how many the question says there are, 0 if it does not: a heading that is about the
    question and has as many clauses below is the one asked for, however few of them were found.
    in_full: the items' own texts are asked for, not only what they are called. asked: the question,
    folded: a heading that it names has the list below it. by_name: no other heading will do.
    headed: a heading that the question calls by its words, if it does.
    Empty where the evidence is not gathered under one heading.
    """
    if not evidence:
        return []
    close = [e for e in evidence[:LOOKED_AT] if e.score >= CLOSE * evidence[0].score]
    parents: Counter[ClauseKey] = Counter()
    for item in close:
        parent = library.clause(item.key).parent
        if parent:
            parents[(item.key[0], parent)] += 1
    named = _named_heading(close, parents, asked, items, library)
    counted = _counted_heading(close, parents, focus, items, library) if items else None
    counted = headed or named or counted or _named_heading(close, parents, asked, 0, library)
    if counted is None and (by_name or not parents):
        return []
    (document_id, heading), count = (counted, LONGEST) if counted else parents.most_common(1)[0]
    parent_clause = library.clause((document_id, heading))
    if parent_clause.kind in _CHAPTERS:
        return []
    children = parent_clause.children
    first = evidence[0].key
    belongs = counted is not None or (first[0] == document_id and first[1] in (heading, *children))
    fewest = max(2 if headed else FEWEST, len(children) / 2)
    if not belongs or count < fewest or len(children) > LONGEST:
        return []
    heading_says = coverage(
        focus, fold(f"{' '.join(parent_clause.path)} {parent_clause.title or ''}")
    )
    says = max((s.cover for s in evidence[0].sentences), default=0.0)
    if counted is None and says >= SURELY_SAID and heading_says < says / 2:
        return []  # one sentence below says it; the heading is about more than that
    if counted is None and heading_says < HEADING_SAYS:
        return []  # what is asked for stands within a clause: its heading names something else
    longest = MOST_CHARACTERS if in_full else WHOLE_ITEM
    listed = [_item(document_id, child, library, longest) for child in children]
    listed = [s for item in listed for s in (item, *_said_below(item, evidence[0], library))]
    if not parent_clause.title or parent_clause.body <= parent_clause.start:
        head = replace(listed[0], text=f"{parent_clause.address}：\n{listed[0].text}")
        return [head, *listed[1:]]
    # The heading is quoted and cited as well: it may hold figures that no item has.
    start, end = parent_clause.start, parent_clause.body
    title = library.text(document_id, start, end).strip()
    head = Statement(
        f"{parent_clause.address}：\n{title}", (Support(document_id, heading, start, end),)
    )
    return [head, *listed]


def _counted_heading(
    close: Sequence[Evidence],
    parents: Mapping[ClauseKey, int],
    focus: Sequence[Concept],
    items: int,
    library: Library,
) -> ClauseKey | None:
    """The heading about the question with as many clauses below it as are asked for."""
    for key in dict.fromkeys((*(e.key for e in close), *parents)):
        clause = library.clause(key)
        about = coverage(focus, fold(clause.title or ""))
        if len(clause.children) == items and about >= ABOUT:
            return key
    return None


def _named_heading(
    close: Sequence[Evidence],
    parents: Mapping[ClauseKey, int],
    asked: str,
    items: int,
    library: Library,
) -> ClauseKey | None:
    """The heading of several clauses that the question names (“突破核心技术”那部分有哪些方向).

    items: how many clauses it must have below, 0 for any number. A heading further above what was
    found may be named as well.
    """
    near: list[ClauseKey] = [*(e.key for e in close), *parents]
    if not _SECTION.search(asked):
        near += [(d, up) for d, ordinal in parents if (up := library.clause((d, ordinal)).parent)]
    for said in (names, nearly_names):
        for key in dict.fromkeys(near):
            clause = library.clause(key)
            as_many = len(clause.children) >= FEWEST and items in (0, len(clause.children))
            if as_many and said(fold(clause.title or ""), asked):
                return key
    return None


def items_below(document_id: str, ordinal: int, library: Library) -> list[Statement]:
    """Everything below a clause that only leads in (须同时满足以下条件：), word for word."""
    statements: list[Statement] = []
    shown = 0
    for child in library.clause((document_id, ordinal)).children:
        clause = library.clause((document_id, child))
        text = library.text(document_id, clause.start, clause.own_end).strip()
        shown += len(text)
        if shown > MOST_CHARACTERS and statements:
            break
        if text:
            statements.append(
                Statement(text, (Support(document_id, child, clause.start, clause.own_end),))
            )
        statements.extend(items_below(document_id, child, library))
    return statements


def leads_in(document_id: str, ordinal: int, library: Library) -> bool:
    """Whether a clause's own text only introduces the clauses below it."""
    clause = library.clause((document_id, ordinal))
    own = library.text(document_id, clause.start, clause.own_end).rstrip()
    # 我们把今年作为“落实年”， goes on in the clauses below as well.
    return bool(clause.children) and own.endswith(("：", ":", "，", ","))


def _said_below(item: Statement, found: Evidence, library: Library) -> list[Statement]:
    """What the clause found best says of the question, where the list shows its heading alone."""
    support = item.supports[0]
    if (support.document_id, support.clause) != found.key or not found.sentences:
        return []
    best = found.sentences[0]
    if best.start < support.end:
        return []
    text = library.text(support.document_id, best.start, best.end).strip()
    return [Statement(text, (Support(support.document_id, support.clause, best.start, best.end),))]


def _item(document_id: str, ordinal: int, library: Library, longest: int) -> Statement:
    """A clause as a list item: whole up to so many characters, else its heading or first sentence."""
    clause = library.clause((document_id, ordinal))
    sentences = library.sentences((document_id, ordinal))
    start, end = clause.start, clause.own_end
    if end - start > longest:
        if clause.title and clause.body > clause.start:
            end = clause.body
        elif sentences:
            end = sentences[0][1]
    return Statement(
        library.text(document_id, start, end).strip(), (Support(document_id, ordinal, start, end),)
    )
