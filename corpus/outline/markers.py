"""What a numbered heading starts with: 一、 （一） 1. （1） ① 一是 第一， —— 第三章 第十条 附件1.

A marker is recognised by its form alone; whether it opens a clause is decided by the sequence it
stands in (corpus.outline.tree).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numerals import HAN_DIGITS, parse_number

HAN = f"[{HAN_DIGITS}]"

RANK = {
    name: rank
    for rank, name in enumerate(
        [
            *("root", "annex", "heading", "bian", "zhang", "jie", "tiao"),
            *("han", "paren_han", "arabic", "decimal2", "decimal3", "decimal4"),
            *("paren_arabic", "circled", "shi", "di", "dash"),
        ]
    )
}
"""The order that GB/T 9704 and drafting custom give the families; only a tie-breaker."""

_UNITS = {"编": "bian", "篇": "bian", "部分": "bian", "章": "zhang", "节": "jie", "条": "tiao"}
# "根据第三条规定", "第十条第二款" at the start of a broken line speak of an article; they open none.
_REFERENCE = "规定|所列|所称|第|[一二三四五六七八九十]款|款|项|、|的|和|至|或|及|中的|之规定"
_ITEM_REFERENCE = (
    r"\s*(?:[项款](?=规定|所列|所称|要求|情形|中|的|、|和|或|，|外)|至\s*[（(]|[和或、]\s*[（(])"
)
"""（二）项所列情形 at the start of a broken line; （一）至（三）."""
_QUANTITY = (
    "亿|万|千|百|元(?!件)|倍|个(?!人|体|性)|家(?!庭|具|电)|公[里顷斤]|平方|立方|吨|米|亩|岁|年(?!度|报|检)|月|日(?!常)|小时|级(?!别)"
    "|分(?![类级工析配布担期步层])|克|度|里|人(?![员工才力民文事物口类体居])|户(?![外籍])|名(?![称录])|项(?!目)|件|左右|以[上下内]"
)
_PATTERN = re.compile(
    rf"""
    (?P<unit>第\s*(?P<unit_n>{HAN}{{1,6}}|\d{{1,3}})\s*(?P<unit_name>编|篇|部分|章|节|条)
        (?P<unit_sub>之{HAN}{{1,3}})?(?!{_REFERENCE}))
  | (?P<han>(?P<han_n>{HAN}{{1,3}})\s*(?:[．.](?!\d)|、(?!\s*\d{{1,2}}[月日、]))(?!\s*{HAN}{{1,3}}、))
  | (?P<paren_han>[（(]\s*(?P<paren_han_n>{HAN}{{1,4}})\s*[)）]、?(?!{_ITEM_REFERENCE}))
  | (?P<decimal>(?P<decimal_n>\d{{1,2}}(?:(?:[.．]\d{{1,2}}){{2,3}}(?=\s*[\u4e00-\u9fffⅠ-Ⅻ“《（])
        |[.．]\d{{1,2}}(?=\s*[\u4e00-\u9fffⅠ-Ⅻ“《（])(?!\s*(?:{_QUANTITY})))))
  | (?P<arabic>(?P<arabic_n>\d{{1,3}})\s*(?:[．.](?!\d(?!\d{{3}}年))|、(?!\s*\d{{1,2}}[、月日年])))
  | (?P<paren_arabic>(?:[（(]\s*(?P<paren_arabic_n>\d{{1,2}})\s*[)）]|(?P<half_n>\d{{1,2}})[)）])、?)
  | (?P<circled>(?P<circled_n>[①-⑳]))
  | (?P<shi>(?P<shi_n>{HAN}{{1,3}})(?P<shi_word>[是要])(?!否))
  | (?P<di>第(?P<di_n>{HAN}{{1,2}})，)
  | (?P<dash>[—–－-]{{2,}}|—(?=\s*[\u4e00-\u9fff]))
    """,
    re.VERBOSE,
)
_GROUPS = (
    "unit",
    "han",
    "paren_han",
    "decimal",
    "arabic",
    "paren_arabic",
    "circled",
    "shi",
    "di",
    "dash",
)
ANNEX = re.compile(
    rf"附\s*[件录表]\s*(?P<n>{HAN}{{1,3}}|\d{{1,2}})?\s*[：:]?\s*(?P<rest>[^。；，：:\n]{{0,50}})$"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at a place of a text; end is behind it and the spaces that follow."""

    kind: str
    number: int | None
    printed: str
    """As printed, without spaces."""
    start: int
    end: int


def match_marker(text: str, start: int = 0, limit: int | None = None) -> Marker | None:
    """The marker that stands at text[start], if any."""
    match = _PATTERN.match(text, start, len(text) if limit is None else limit)
    if match is None:
        return None
    kind = next(name for name in _GROUPS if match[name] is not None)
    if kind == "unit":
        number = parse_number(match["unit_n"])
        kind = _UNITS[match["unit_name"]]
    elif kind == "dash":
        number = None
    elif kind == "decimal":
        parts = re.split("[.．]", match["decimal_n"])
        kind, number = f"decimal{len(parts)}", int(parts[-1])
    elif kind == "circled":
        number = ord(match["circled_n"]) - ord("①") + 1
    else:
        number = parse_number(match[f"{kind}_n"] or match["half_n"] or "")
    if kind != "dash" and not number:
        return None
    end = match.end()
    while end < len(text) and text[end] in " \u3000\t":
        end += 1
    return Marker(kind, number, re.sub(r"\s", "", match[0]), start, end)


def starts_with_marker(text: str) -> bool:
    """Whether a line opens like a numbered heading or an annex.

    A decimal needs its space: "1.5左右" may as well go on with the line above, and so may 第一，.
    """
    marker = match_marker(text)
    if marker and marker.kind == "di":
        return False
    if marker and marker.kind.startswith("decimal"):
        return text[marker.end - 1].isspace()
    return marker is not None or ANNEX.match(text) is not None
