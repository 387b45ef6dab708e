"""Which part of a numbered paragraph is its title, and where its own text starts."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONGEST = 40
_LONGEST_LINE = 60
_LONGEST_ARTICLE = 15
_SENTENCE = re.compile(r"(?:[^。！？；\n]*?？)+|[^。！？；\n]*?[。！？]")
"""The first sentence, or all questions in a row."""
_STOPS = re.compile(r"[。！？；]")
_BRACKETED = re.compile(r"[【〔［](?P<title>[^】〕］\n]{2,30})[】〕］]")
_LEAD = re.compile(r"(?P<title>[^，。；：:、\n]{2,14})[：:](?=.)")
_QUOTED = re.compile(r"^“[^”]*”$|“[^”]*$")
"""“合”： opens a saying; “互联网+”服务： is a title."""
_ARTICLE_HEADING = re.compile(
    r"(?P<title>(?:鼓励|支持|加强|强化|完善|建立|健全|推进|推动|规范|优化|加大|实施|提升|构建|落实|严格|深化|促进|培育|引导|扩大|降低|提高|保障|创新|打造|做大|做强)"
    r"(?!.*(?:应当|不得|负责|是指|适用))[^，。；：:、\d]{2,16})。(?=.)"
)
"""第六条 鼓励外贸企业做大做强。对…: policies head their articles with a short task."""
_LEADS = re.compile(r"(?:包括|如下|下列|以下|是指|分别为|[，、])$")
_NAMES_A_LIST = re.compile(
    r"^(?!.*(?:下列|以下|如下|遵循))[^，、应须当具有符可]{2,12}(?:条件|规则|标准|范围|程序|流程|材料|原则|方式|对象|职责)$"
)
"""第八条 申报条件： names what is listed; 第八条 申请人应当符合下列条件： is a sentence."""
_PROSE = re.compile(r"[，、]")
# A statement with a figure, a date or a duty is content that answers rest on, not a heading.
_STATEMENT = re.compile(
    r"达到[^，。]{0,6}\d|给予|不得|应当|不应|不宜|不超过|不低于|增长\d|\d[^，]{0,6}(?:以上|以下|以内)|\d{4}年|\d(?:\.\d+)?\s*(?:%|万元|亿元|元)"
    r"|\d\s*(?:平方|立方|公里|公顷|亩|毫|吨|米|天|个月|个?工作日).*，|，.*\d\s*(?:平方|立方|公里|公顷|亩|毫|吨|米|天|个月|个?工作日)"
    r"|^[^，、]{2,12}[厅局委办部府会门镇乡县区市级位地]要(?![求素点闻害件务])"
)
_PERIOD = re.compile(r"[（(][^（）()]{1,20}年[^（）()]{0,8}[）)]$")
"""试点启动阶段（2023年）: a stage and its time make a heading."""
_PROMISE = re.compile(r"(?:鼓励|支持|允许|吸引|对|给予|引导)[^，、]*[，、]")
_LONGEST_PROMISE = 18
_ITEMS = {"dash", "circled", "paren_arabic"}
_LONGEST_ITEM = 24
_UNTITLED_UNLESS_ALONE = {"tiao"}
"""Articles are sentences from their first word on; only a title alone on its line is one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title (None if there is none) and the offset where the clause's own text starts."""

    title: str | None
    body: int


def read_heading(text: str, start: int, end: int, kind: str, followed: bool) -> Heading:
    """Split the paragraph text[start:end] behind a marker.

    `followed`: whether the clause goes on below this paragraph (more paragraphs or sub-clauses).
    """
    rest = text[start:end]
    if not rest.strip():
        return Heading(None, start)
    bracketed = _BRACKETED.match(rest)
    if bracketed:
        return Heading(bracketed["title"].strip(), start + bracketed.end())
    if not _STOPS.search(rest):
        return _line_title(rest, start, end, kind, followed)
    if kind in _UNTITLED_UNLESS_ALONE:
        named = _ARTICLE_HEADING.match(rest)
        if named is None:
            return Heading(None, start)
        return Heading(named["title"], start + named.end())
    lead = _LEAD.match(rest)
    if lead and not _QUOTED.search(lead["title"]) and not _LEADS.search(lead["title"]):
        return Heading(lead["title"].strip(), start + lead.end())
    sentence = _SENTENCE.match(rest)
    if sentence is None:
        return Heading(None, start)
    title = sentence[0].rstrip("。！").strip()
    alone = sentence.end() >= len(rest.rstrip())
    if not title or _says_something(title, kind) or (alone and not followed):
        return Heading(None, start)
    return Heading(title, end if alone else start + sentence.end())


def _says_something(sentence: str, kind: str) -> bool:
    """Whether a first sentence is more than a heading: long, with a figure, or a promise at length."""
    longest = _LONGEST_ITEM if kind in _ITEMS else _LONGEST
    sentence = _PERIOD.sub("", sentence)
    promise = len(sentence) > _LONGEST_PROMISE and _PROMISE.match(sentence)
    return len(sentence) > longest or bool(promise or _STATEMENT.search(sentence))


def _line_title(rest: str, start: int, end: int, kind: str, followed: bool) -> Heading:
    """A line without any sentence end: a heading, unless it is too long or leads into a list."""
    title = rest.strip().rstrip("：:").strip()
    leads_in = rest.rstrip().endswith(("：", ":"))
    article = kind in _UNTITLED_UNLESS_ALONE and not _NAMES_A_LIST.search(title)
    if leads_in and ("，" in title or article or len(title) > 20):
        return Heading(None, start)
    wordy = _PROSE.search(title) or len(title) > _LONGEST_ARTICLE
    if _LEADS.search(title) or (kind in _UNTITLED_UNLESS_ALONE and wordy):
        return Heading(None, start)
    if len(title) > _LONGEST_LINE or (len(title) > _LONGEST and not followed):
        return Heading(None, start)
    lead = _LEAD.match(rest)
    if lead and not leads_in and not _QUOTED.search(lead["title"]):
        return Heading(lead["title"].strip(), start + lead.end())
    return Heading(title or None, end)
