"""What is still open when true sentences are quoted: the asker's own figure, a goal for a result."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose.lumped import counts_within, gives_only_together
from assistant.library import Library
from assistant.models import Statement, Support
from assistant.understanding.figures import Figure, FigureKind, find_figures
from assistant.understanding.kinds import Asked
from assistant.understanding.question import Understanding
from assistant.understanding.times import heads

_FIGURES = frozenset({Asked.AMOUNT, Asked.RATE, Asked.COUNT, Asked.QUANTITY})
# 171家高企，各县分别多少: each is asked for, not the sum.
_EACH = re.compile(
    r"(?:各|每个?)(?:个)?(?:县|市|区|厅|部门|地|高校|学校|企业|体系|领域|行业|平台|产业|批次|批|年)"
    r"[^。?？]{0,14}(?:分别|各自?|都)[^。?？]{0,6}(?:多少|几)|(?:分别|各自?)[^。?？]{0,4}(?:多少|几)[^。?？]{0,3}(?:列表|明细)"
)
# 每个团几个人: so many teams and so many members in all do not say how many each has.
_PER = re.compile(r"每(?:一?[个家所支]|[团队校县])[^，。,?？]{0,6}(?:几|多少)[个名位]?人")
_TELLS_EACH = re.compile(r"每|各(?=\d)|均|分别|平均")
_OUTCOME = re.compile(
    r"(?:做到|完成|实现|达到|兑现|达成|达标|办到|办成|建成)了?(?:没有|没|吗|么|嘛|不)(?=$|[，。,?？])|"
    r"(?:后来|最后|最终|结果)[^。?？]{0,6}(?:做到|完成|实现|达到|兑现|达成|达标|怎么样|如何)|"
    r"完成了?[^。?？]{0,16}(?:一共|总共|到底|究竟|共)(?:有|是)?(?:多少|几)|"
    r"实际(?:上)?(?:完成|达到|做到|建成)?(?:了)?(?:多少|几)"
)
_NOW = re.compile(
    r"(?:现在|目前|如今|眼下|当前|截至目前)(?:全[省市]|我[省市]|[省市]里?)?(?:已经?|一共|总共|共)?"
    r"(?:有|是|达到|建成|认定|[一-鿿]{1,2}(?=了))?了?(?:多少|百分之几|百分之多少|几成|几[个家名人项所])|"
    # 今年有多少家入了库
    r"今年[^，。?？]{0,6}(?:多少|几)[个家名人项所][^，。?？]{0,12}了[^，。?？]{0,2}[?？]?$"
)
_GOAL = re.compile(r"到[“\"]?(?:20\d{2}|十[二三四五六七]五)|力争|争取|拟|计划|目标|(?<!已)将|规划")
_HOPED = re.compile(r"力争|争取|拟(?!定)|计划(?:到|在)")
_OF_GDP = re.compile(r"gdp|(?:地区)?生产总值", re.IGNORECASE)
_SHARE_OF_GDP = re.compile(r"占[^，。；,;]{0,12}?(?:gdp|生产总值)", re.IGNORECASE)
_PLANS = re.compile(r"规划|计划|方案|意见|举措|措施|办法")
_SHORT = re.compile(r"不足|短板|存在的?问题")
_DONE = re.compile(r"已|了|累计|荣获|获批|提前|拥有|共有|完成(?!率)|末[，,]我[省市]")
_CAUSE = re.compile(r"(?:原因|缘故|症结|根子|因素|理由(?=(?:是|有)?(?:什么|啥|哪)))(?!分析室)")
_TOLD_CAUSE = re.compile(r"原因|由于|因为|因素|缘于|源于|导致|造成|受[^，。]{2,12}影响|根源")


def leaves_open(
    statements: Sequence[Statement], understanding: Understanding, library: Library
) -> bool:
    """Whether the statement that leads an answer tells only what the asker knows, or hopes."""
    support = statements[0].supports[0]
    quote = library.text(support.document_id, support.start, support.end)
    asked = understanding.text
    now = _NOW.search(asked)
    hopes = not _DONE.search(quote) or bool(_HOPED.search(quote))
    if (now or _OUTCOME.search(asked)) and _GOAL.search(quote) and hopes:
        return True
    if _CAUSE.search(asked) and not _TOLD_CAUSE.search(
        library.text(support.document_id, *_clause_span(statements[0], library))
    ):
        return True
    if not _FIGURES.intersection(understanding.kinds) or understanding.asserted:
        return False
    if now and hopes and _is_planned(support, library):
        return True
    ahead = understanding.tense == "target" and not understanding.years
    if ahead and _is_done(support, library):
        return True
    if gives_only_together(asked, quote) or counts_within(asked, quote):
        return True
    stated = [f for f in find_figures(quote) if _counts(f)]
    stated = [f for f in stated if f.unit in understanding.units] or stated
    if _OF_GDP.search(asked) and "占" not in asked and _SHARE_OF_GDP.search(quote):
        return True  # what share of it something is says nothing of the whole
    if _PER.search(asked) and not _TELLS_EACH.search(quote):
        return True
    if _EACH.search(asked) and len(stated) == 1 and not _TELLS_EACH.search(quote):
        return True
    known = {f.value for f in understanding.figures if _counts(f)}
    return (
        bool(known and stated)
        and not understanding.asks(Asked.YES_NO)
        and all(f.value in known for f in stated)
    )


def _is_planned(support: Support, library: Library) -> bool:
    """Whether a quote stands under a heading of goals, or in a plan that it does not look back in."""
    headings = _headings(support, library)
    plans = _PLANS.search(library.document(support.document_id).title)
    return any("目标" in h for h in headings) or bool(plans and not heads(headings, "earlier"))


def _is_done(support: Support, library: Library) -> bool:
    """Whether a quote stands under a heading of what has been done, and sets no goal."""
    quote = library.text(support.document_id, support.start, support.end)
    headings = _headings(support, library)
    past = heads(headings, "earlier") or any(map(_SHORT.search, headings))
    return past and not _GOAL.search(quote)


def _headings(support: Support, library: Library) -> tuple[str, ...]:
    clause = library.clause((support.document_id, support.clause))
    return (*clause.path, clause.title or "")


def _counts(figure: Figure) -> bool:
    """Whether a figure says how much or how many; 一家 in 一家企业 does not."""
    return figure.kind is not FigureKind.DATE and figure.value not in (None, 1)


def _clause_span(statement: Statement, library: Library) -> tuple[int, int]:
    support = statement.supports[0]
    clause = library.clause((support.document_id, support.clause))
    return clause.start, clause.own_end
