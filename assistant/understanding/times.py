"""When: years, five-year plans and their ends, in every writing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

# 2069家 and 2050万元 are no years.
_COUNTED = r"(?![\d%％]|\.\d|[,，]\d{3}|余?[家个名人项所件户万亿元座亩吨位篇台公平])"
_YEAR = re.compile(rf"(?<![\d.])(?:19|20)\d{{2}}{_COUNTED}")
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{2})年(?!代)")
_ITS_YEAR = re.compile(
    r"(?<!\d)(?:20)?\d{2}年(?:的|那|这|份|个|里|省里?|市里?|全[省市]|工作|年度)*$"
)
_PLAN = re.compile(
    r"[“\"']?十([二三四五六七])五[”\"']?(?P<end>规划期?末|时?期?末|收官|结束|最后一年|期满)?"
)
_PLAN_END = {"二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}
_TIME = re.compile(
    r"(?<!\d)(?:19|20)?\d{2}年(?:\d{1,2}月)?(?:年?[初底末]|度)?|(?<![\d.])(?:19|20)\d{2}"
    rf"{_COUNTED}|"
    r"[“\"']?十[二三四五六七]五[”\"']?(?:规划)?(?:期?末|时期|期间|期满|那几年|这几年)?|"
    r"(?:往后|今后|未来|接下来|下来|再过|过)(?:这)?(?:[一二两三四五六七八九十几]|\d{1,2})(?:来|多)?年(?:里|内|间|后)?|"
    r"规划期?(?:末|满|初)|期末|期初|年[初底末]|[一每][整]?年(?:里)?|今年|去年|明年|来年|目前|现在|"
    r"1[2-7]th Five-Year Plan|by 20\d\d|in 20\d\d",
    re.IGNORECASE,
)


# …2019年10月正式运行，面积多大: what happened when is told, not asked.
_EVENT = r"运行|投用|投入使用|启用|成立|建成|挂牌|揭牌|开业|开园|获批|落成|组建|设立|签约|开工|启动"
_DATED_EVENT = re.compile(
    rf"(?P<date>(?:20)?\d{{2}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}[日号])?)[底初]?(?:才|就|刚|便|已|正式|开始)*"
    rf"(?P<event>{_EVENT})(?:的|了)?(?=[，,;；])"
)
_TOLD_YEAR = re.compile(
    r"(?P<date>(?:20)?\d{2}年)[底初末]?(?:就|还在|还|已经?|正在|刚)"
    r"(?:(?!多少|几|哪|什么|啥|怎么|谁)[^。?？])*?[，,](?=.*(?:多少|几|哪|什么|啥|怎么|谁))"
)
_EVENT_TOLD = re.compile(rf"(?P<date>(?:19|20)\d{{2}}年)[^，。；,;]{{0,8}}?(?P<event>{_EVENT})")


def dated_event(text: str) -> re.Match[str] | None:
    """Where a question tells when something happened and goes on to ask of it.

    Groups: date, as written; event, the word for what happened.
    """
    return _DATED_EVENT.search(text)


def told_years(text: str) -> tuple[tuple[int, int], ...]:
    """Where a question tells what was so in a year before it asks (2020年就做完了，那2022年要多少)."""
    return tuple(match.span("date") for match in _TOLD_YEAR.finditer(text))


def years_of_event(event: str, text: str) -> frozenset[str]:
    """The years in which a text says that such a thing happened."""
    return frozenset(m["date"][:4] for m in _EVENT_TOLD.finditer(text) if m["event"] == event)


_HEADED = {
    "later": re.compile(r"下一步|谋划|打算|目标|任务|展望|思路|安排|计划"),
    "earlier": re.compile(r"推进情况|进展|回顾|成效|总结|现状|成绩|基础"),
}


def heads(headings: Sequence[str], toward: Literal["earlier", "later"]) -> bool:
    """Whether headings are of what is planned, or of what has been done."""
    return any(_HEADED[toward].search(heading) for heading in headings)


def time_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text says when."""
    return tuple(match.span() for match in _TIME.finditer(text))


def with_its_year(start: int, text: str) -> int:
    """Where a document's name begins with the year said before it (2017年那份双创文件)."""
    year = _ITS_YEAR.search(text[:start])
    return year.start() if year else start


def years_in(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """Years of a text, four digits each, in order; `taken` spans are left out.

    17年 counts as 2017; a five-year plan counts as its last year, since targets are set for it.

    >>> years_in("17年起，到“十四五”末")
    ('2017', '2025')
    """
    chars = list(text)
    for start, end in taken:
        chars[start:end] = " " * (end - start)
    text = "".join(chars)
    years = list(_YEAR.findall(text))
    years += [f"20{year}" for year in _SHORT_YEAR.findall(text) if int(year) < 60]
    years += [str(_PLAN_END[match[1]]) for match in _PLAN.finditer(text)]
    return tuple(dict.fromkeys(years))
