"""Clause numbers as people write them in a question: 第21条, 二（四）4, 第四部分第五点, （二十一）.

Only the writing is read here; which clause a number means is for corpus.clause_lookup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.numerals import parse_number

_N = r"(?:\d{1,3}|[〇零一二三四五六七八九十百廿]{1,5})"
_UNITS = "条|章|节|编|篇|大?部分|大点|大项|大方面|款|项|目|小?点|小节|个?方面|个?部分"
_PATTERN = re.compile(
    rf"""
    (?P<unit>第\s*[（(]?\s*(?P<unit_n>{_N})\s*[)）]?\s*(?P<unit_name>{_UNITS})(?P<sub>之[一二三四五六七八九十])?)
  | (?P<annex>附\s*件\s*(?P<annex_n>{_N}))
  | (?P<paren>[（(]\s*(?P<paren_n>{_N})\s*[)）])
  | (?P<shi>(?P<shi_n>[一二三四五六七八九十]{{1,3}})是)
  | (?P<dash>——?\s*(?P<dash_n>{_N}))
  | (?P<part>(?P<part_n>[一二三四五六七八九十]{{1,3}})\s*大?部分)
  | (?P<han>(?P<han_n>[一二三四五六七八九十]{{1,3}})(?:\s*[、.．])?)
  | (?P<arabic>(?P<arabic_n>\d{{1,2}})(?:\s*[、.．](?!\d))?)
    """,
    re.VERBOSE,
)
_NAMES = ("unit", "annex", "paren", "shi", "dash", "part", "han", "arabic")
_BARE_ARTICLE = re.compile(
    rf"(?<![\d第共有几一二三四五六七八九十百前后这])(?P<n>{_N})\s*条"
    r"(?=$|[\s，。？?,！!；;：:]|[的里中]|规定|原文|内容|全文|怎么|讲|说|写|具体|都)"
)
_BETWEEN = re.compile(r"[\s的之里中下，,、·/-]{0,3}")
NAME = "\x00"
"""Stands for every character of a document's name: what follows one may be a bare number."""
_HAN = "[一二三四五六七八九十]{1,3}"
_START = re.compile(
    rf"""
    第\s*[（(]?\s*{_N} | 附\s*件\s*{_N} | [（(]\s*{_N}\s*[)）]
  | {_HAN}\s*(?:[、.．（(] | 大?部分)
  | (?<={NAME}){_HAN}(?=\d{{1,2}}(?!\d) | \s*[、.．]?\s*(?:$|[，。？?,]))
    """,
    re.VERBOSE,
)
_UNIT_NAMES = {
    "大部分": "部分",
    "个部分": "部分",
    "大点": "部分",
    "大项": "部分",
    "大方面": "部分",
    "小点": "点",
    "个方面": "点",
    "方面": "点",
    "小节": "点",
    "篇": "编",
}
_ALONE = {"条", "章", "节", "编", "部分", "附件", "part"}
"""What names a clause by itself; the others need a document or another number before them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One number of a path: what it counts (条, 部分, paren, han …) and the value."""

    unit: str
    number: int
    arabic: bool


@dataclass(frozen=True, slots=True)
class NumberPath:
    """Numbers from the top down, with their span in the question."""

    steps: tuple[Step, ...]
    start: int
    end: int

    @property
    def explicit(self) -> bool:
        """Whether the writing names a clause even where no document is named."""
        first = self.steps[0]
        return (
            first.unit in _ALONE
            or len(self.steps) > 1
            or (first.unit == "paren" and not first.arabic)
        )


def find_number_paths(text: str) -> Iterator[NumberPath]:
    """Every clause number of a question, from left to right."""
    position = 0
    while position < len(text):
        start = _START.search(text, position)
        bare = _BARE_ARTICLE.search(text, position)
        if bare and (start is None or bare.start() < start.start()):
            number = parse_number(bare["n"])
            if number:
                step = Step("条", number, bare["n"].isdigit())
                yield _extended(text, NumberPath((step,), bare.start(), bare.end()))
            position = bare.end()
            continue
        if start is None:
            return
        path = _read(text, start.start())
        if path is None:
            position = start.start() + 1
            continue
        yield path
        position = path.end


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
    return NumberPath(tuple(steps), path.start, end)


def _continues(above: Step, below: Step, gap: str) -> bool:
    """A bare figure or 一是 belongs to a path only right behind a bracket or figure."""
    if below.unit in ("han", "part"):
        return False
    if below.unit == "arabic":
        return above.unit in ("paren", "han", "annex", "条", "部分") and not gap.strip("、 ")
    if below.unit in ("章", "部分", "编", "附件"):
        return False
    return not (below.unit == above.unit and below.unit in ("条", "paren"))


def _step(text: str, start: int) -> tuple[Step, int] | None:
    match = _PATTERN.match(text, start)
    if match is None:
        return None
    name = next(n for n in _NAMES if match[n] is not None)
    written = match[f"{name}_n"]
    number = parse_number(written)
    if not number:
        return None
    unit = (
        match["unit_name"] if name == "unit" else {"annex": "附件", "part": "部分"}.get(name, name)
    )
    if name == "arabic" and re.match(
        r"\s*(?:%|年|月|日|个|家|万|亿|元|号|人|项|位|届|季)", text[match.end() :]
    ):
        return None
    return Step(_UNIT_NAMES.get(unit, unit), number, written.isdigit()), match.end()
