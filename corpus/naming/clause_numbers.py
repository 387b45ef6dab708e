"""Clause numbers as people write them in a question: 第21条, 二（四）4, 第四部分第五点, （二十一）.

Only the writing is read here; which clause a number means is for corpus.clause_lookup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numerals import parse_number

NAME = "\x00"
"""Stands for every character of a document's name: what follows one may be a bare number."""
_N = r"(?:\d{1,3}|[〇零一二三四五六七八九十百廿]{1,5})"
_HAN = "[一二三四五六七八九十]{1,3}"
_DECIMAL = r"\d{1,2}(?:\.\d{1,2}){1,3}"
_UNITS = (
    "条|章|节|编|篇|大?部分|大点|大项|大方面|大?板?块|大条|大节|大类|款|项|目|小?点|小节|小条|小项|小款|"
    "个?方面|个?部分|个?板块"
)
_ENDS = "(?:(?:最后|末尾|头)一|倒数第?[一二三四五六七八九])"
"""头一条, 最后一条, 倒数第二条: by position, whatever it is numbered."""
_NO_QUANTITY = r"(?!\s*(?:[%％年月日个家万亿元号人项位届季倍]|个?百分点))"
_PATTERN = re.compile(
    rf"""
    (?P<unit>第\s*[（(]?\s*(?P<unit_n>{_N})\s*[)）]?\s*(?P<unit_name>{_UNITS})(?P<added>之{_HAN})?)
  | (?P<place>(?P<place_n>{_ENDS})\s*(?P<place_name>个?(?:{_UNITS})))
  | (?P<annex>附\s*件\s*(?P<annex_n>{_N}))
  | (?P<paren>[（(]\s*(?P<paren_n>{_N})\s*[)）])
  | (?P<shi>(?P<shi_n>{_HAN})是)
  | (?P<dash>——?\s*(?P<dash_n>{_N}))
  | (?P<part>(?P<part_n>{_HAN})\s*大?部分)
  | (?P<han>(?P<han_n>{_HAN})(?:\s*[、.．])?)
  | 第?\s*(?P<decimal>(?P<decimal_n>{_DECIMAL})){_NO_QUANTITY}(?:\s*[条节款项])?
  | (?P<arabic>(?P<arabic_n>\d{{1,2}})(?:\s*[、.．](?!\d))?){_NO_QUANTITY}
    """,
    re.VERBOSE,
)
_NAMES = ("unit", "place", "annex", "paren", "shi", "dash", "part", "han", "decimal", "arabic")
_START = re.compile(
    rf"""
    第\s*[（(]?\s*{_N} | {_ENDS}(?:个?(?:{_UNITS})) | 附\s*件\s*{_N} | [（(]\s*{_N}\s*[)）]
  | {_HAN}\s*[、.．（(]
  | (?<={NAME}){_HAN}(?=\d{{1,2}}(?!\d) | \s*[、.．]?\s*(?:$|[，。？?,]) | 大?部分)
  | (?<={NAME}[的里中]){_HAN}(?=大?部分)
  | (?:(?<={NAME})|第\s*){_DECIMAL}
    """,
    re.VERBOSE,
)
_BARE_ARTICLE = re.compile(
    rf"(?:^|(?<=[\s，。？?,！!；;：:、{NAME}])|(?<={NAME}[的里中]))(?P<n>{_N})\s*条"
    r"(?=$|[\s，。？?,！!；;：:、]|[的里中和与]|规定|原文|内容|全文|怎么|讲|说|写|具体)"
)
"""21条 without 第 is an article at the start of what is said or behind a name: 有三条 counts."""
_BETWEEN = re.compile(r"[\s的之里中下，,、·/-]{0,3}")
_UNIT_OF = {
    **dict.fromkeys(("大部分", "个部分", "大点", "大项", "大方面"), "部分"),
    **dict.fromkeys(("大块", "块", "板块", "大板块", "大条", "大节", "大类", "个板块"), "块"),
    **dict.fromkeys(("小点", "个方面", "方面", "小节", "小条", "小项"), "点"),
    "小款": "款",
    "篇": "编",
    "annex": "附件",
    "part": "部分",
}
_ALONE = {"条", "章", "节", "编", "部分", "附件", "decimal"}
"""What names a clause by itself; the others need a document or another number before them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One number of a path: what it counts (条, 部分, paren, han …), the value, and the rest."""

    unit: str
    number: int
    arabic: bool = False
    """Whether it was written in Arabic digits."""
    printed: str = ""
    """Of a decimal (3.2.1) the whole number, of 第十条之一 the 之一; otherwise empty."""
    place: bool = False
    """Counted by position: number is then 1 for the first and -1 for the last."""


@dataclass(frozen=True, slots=True)
class NumberPath:
    """Numbers from the top down, with their span in the question."""

    steps: tuple[Step, ...]
    start: int
    end: int
    bare: bool = False
    """Written without 第: too little to say that such a clause is missing."""

    @property
    def explicit(self) -> bool:
        """Whether the writing names a clause even where no document is named."""
        first = self.steps[0]
        lone_bracket = first.unit == "paren" and not first.arabic
        if first.place:
            return False
        return first.unit in _ALONE or len(self.steps) > 1 or lone_bracket


def following(text: str, position: int) -> NumberPath | None:
    """The first clause number of a question from a position on.

    Document names are expected to be blanked out with NAME.
    """
    while position < len(text):
        start = _START.search(text, position)
        bare = _BARE_ARTICLE.search(text, position)
        if start is None and bare is None:
            return None
        if bare and (start is None or bare.start() < start.start()):
            path, position = _bare_article(text, bare), bare.end()
        elif start:
            path, position = _read(text, start.start()), start.start() + 1
        if path:
            return path
    return None


def _bare_article(text: str, match: re.Match[str]) -> NumberPath | None:
    number = parse_number(match["n"])
    if not number:
        return None
    step = Step("条", number, match["n"].isdigit())
    return _extended(text, NumberPath((step,), match.start(), match.end(), bare=True))


def _read(text: str, start: int) -> NumberPath | None:
    first = _step(text, start)
    if first is None:
        return None
    step, end = first
    path = _extended(text, NumberPath((step,), start, end))
    # 三、 alone counts the speaker's own points, unless a document's name stands before it.
    after_name = text[start - 1 : start] == NAME
    return None if step.unit == "han" and len(path.steps) == 1 and not after_name else path


def _extended(text: str, path: NumberPath) -> NumberPath:
    steps, end = list(path.steps), path.end
    while True:
        gap = _BETWEEN.match(text, end)
        following = _step(text, gap.end() if gap else end)
        if following is None or not _continues(steps[-1], following[0], gap[0] if gap else ""):
            break
        steps.append(following[0])
        end = following[1]
    return NumberPath(tuple(steps), path.start, end, path.bare)


def _continues(above: Step, below: Step, gap: str) -> bool:
    """Whether a number goes on a path; a bare figure only right behind a bracket or figure."""
    if below.unit in ("han", "章", "部分", "块", "编", "附件", "decimal"):
        return False
    if below.unit == "arabic":
        return above.unit in ("paren", "han", "附件", "条", "部分", "块") and not gap.strip("、 ")
    return not (below.unit == above.unit and below.unit in ("条", "paren"))


def _step(text: str, start: int) -> tuple[Step, int] | None:
    match = _PATTERN.match(text, start)
    if match is None:
        return None
    name = next(n for n in _NAMES if match[n] is not None)
    written = match[f"{name}_n"]
    unit = match["unit_name"] if name == "unit" else name
    unit = _UNIT_OF.get(unit, unit)
    if name == "decimal":
        return Step(unit, int(written.rsplit(".", 1)[1]), True, written), match.end()
    if name == "place":
        unit = (match["place_name"] or "").removeprefix("个")
        # Counted from the end where it is not the first.
        place = 1 if written.startswith("头") else -(parse_number(written[-1]) or 1)
        return Step(_UNIT_OF.get(unit, unit), place, place=True), match.end()
    number = parse_number(written)
    if not number:
        return None
    return Step(unit, number, written.isdigit(), match["added"] or ""), match.end()
