"""The bounds that a condition sets (员工不少于20人, 成立3年以内), and whether a figure keeps them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.eligibility.figures import (
    AGE,
    BELOW,
    BEYOND,
    NEGATED,
    NOT_OVER,
    indicator_before,
    indicator_behind,
)
from assistant.eligibility.kleene import Truth
from assistant.eligibility.ranges import Range
from assistant.understanding.figures import FigureKind, chinese_number, find_figures

AT_LEAST = re.compile(
    r"及?以上|不(?:得)?(?:少于|低于|小于)|至少|最少|起码|达到?|(?<!不)(?<!未)(?<!不得)(?:超过|突破|高于|大于|多于)|(?<![不未])满"
)
_COUNT_NOUN = re.compile(r"(?:及?以上|以内|以下)?")
_AGE_BOUND = re.compile(
    r"(?:成立|注册|登记|设立|创办|经营|运营)(?:时间|年限|期)?(?P<said>满|已满|达到?|不足|未满|不满|未超过|不超过|超过|在|不少于)?(?P<years>\d{1,2}|[一二三四五六七八九十]{1,2})年?(?:\((?:含|不含)\))?(?P<unit>年|周年)?(?P<then>及?以上|以内|以下|之内|内)?"
)
_MORE = re.compile(r"首次|连续|同比|增长|累计|新增|年均|平均|每年|当年|净增|首个|提高|增幅|翻番")


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a condition asks of an indicator."""

    indicator: str
    least: bool
    """True: the figure is a lower bound; False: an upper one."""
    strict: bool
    value: Decimal
    unit: str
    start: int
    end: int
    more: bool
    """The condition says more than the figure (首次, 连续, 增长): the figure alone never fulfils it."""


def find_thresholds(condition: str) -> list[Threshold]:
    """The bounds that a condition sets; what sets none is not listed."""
    found = []
    for match in _AGE_BOUND.finditer(condition):
        years = chinese_number(match["years"])
        said = f"{match['said'] or ''}{match['then'] or ''}"
        if years is None or not (match["unit"] or "年" in match[0]):
            continue
        least = AT_LEAST.search(said) is not None
        if least == bool(NOT_OVER.search(said) or re.search(r"内|在|未超过", said)):
            continue
        strict = re.search(r"不足|未满|不满", said) is not None
        found.append(Threshold(AGE, least, strict, years, "年", match.start(), match.end(), False))
    for figure in find_figures(condition):
        if figure.value is None:
            continue
        noun = _COUNT_NOUN.match(condition, figure.end) if figure.kind is FigureKind.COUNT else None
        counted = indicator_behind(condition, noun.end()) if noun else None
        indicator = (
            counted[0] if counted else indicator_before(condition, figure.kind, figure.start)
        )
        tail = AT_LEAST.match(condition, figure.end) or NOT_OVER.match(condition, figure.end)
        bound = tail[0] if tail else _right_before(condition, figure.start)
        negated = NEGATED.search(bound)
        if negated:
            least = re.search(r"少于|低于|小于", negated[0]) is not None
            most = not least
        else:
            least, most = AT_LEAST.search(bound) is not None, NOT_OVER.search(bound) is not None
        if indicator is None or least == most:
            continue
        start = min(
            (m.start() for m in indicator.pattern.finditer(condition, 0, figure.start)),
            default=figure.start,
        )
        found.append(
            Threshold(
                indicator.name,
                least,
                not negated and (BEYOND if least else BELOW).search(bound) is not None,
                figure.value,
                indicator.unit,
                start,
                counted[1][1] if counted else tail.end() if tail else figure.end,
                _MORE.search(indicator.pattern.sub("", condition)) is not None,
            )
        )
    return found


def _right_before(condition: str, start: int) -> str:
    """The word of comparison nearest before a figure: 500万元以上|不足|1000万元."""
    near = condition[max(0, start - 5) : start]
    words = [m for p in (AT_LEAST, NOT_OVER) for m in p.finditer(near)]
    return max(words, key=lambda m: (m.end(), -m.start()))[0] if words else ""


def reaches(threshold: Threshold, said: Range | None) -> Truth:
    """Whether a figure keeps a bound; unknown where the figure is, or does not say enough."""
    if said is None:
        return Truth.UNKNOWN
    bound, strict = threshold.value, threshold.strict
    low_over = said.low is not None and said.low > bound
    low_at = said.low == bound
    high_under = said.high is not None and said.high < bound
    high_at = said.high == bound
    if threshold.least:
        kept = low_over or (low_at and (not strict or said.open_low))
        broken = high_under or (high_at and (strict or said.open_high))
    else:
        kept = high_under or (high_at and (not strict or said.open_high))
        broken = low_over or (low_at and (strict or said.open_low))
    if broken:
        return Truth.FALSE
    return Truth.TRUE if kept and not threshold.more else Truth.UNKNOWN
