"""Figures that an asker gives and conditions ask for: turnover, outlay, staff, age, patents …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.eligibility.kleene import Truth
from assistant.understanding.figures import FigureKind, chinese_number, find_figures


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something that is counted or measured of an enterprise."""

    name: str
    pattern: re.Pattern[str]
    kinds: frozenset[FigureKind]
    unit: str


_MONEY, _SHARE, _COUNT = FigureKind.MONEY, FigureKind.PERCENT, FigureKind.COUNT


def _of(name: str, pattern: str, unit: str, *kinds: FigureKind) -> Indicator:
    return Indicator(name, re.compile(pattern), frozenset(kinds), unit)


INDICATORS = (
    _of(
        "研发投入占比",
        r"研发[^，。]{0,12}(?:占比|占|比例|强度|比重)|R&D[^，。]{0,8}(?:占比|强度)",
        "%",
        _SHARE,
    ),
    _of("研发人员占比", r"(?:研发|科技)人员[^，。]{0,8}(?:占比|占|比例)", "%", _SHARE),
    _of("增值税实际税负", r"(?:增值税)?(?:实际)?税负", "%", _SHARE),
    _of("研发投入", r"研发(?:投入|费用?|经费|支出)|R&D(?:经费|投入)?", "元", _MONEY),
    _of(
        "营业收入",
        r"营业收入|营收|主营业务收入|销售收入|销售额|年?销售|年?(?<!净)收入|流水",
        "元",
        _MONEY,
    ),
    _of("工业产值", r"产值", "元", _MONEY),
    _of("纳税额", r"纳税|缴税|税收(?:贡献)?|上缴", "元", _MONEY),
    _of("注册资本", r"注册资[本金]|实缴", "元", _MONEY),
    _of("融资额", r"融资|融到|融了|投资款", "元", _MONEY),
    _of("技术合同成交额", r"成交额|交易额|技术合同", "元", _MONEY),
    _of("设备投资额", r"(?:设备|固定资产)[^，。]{0,6}(?:投资|投入|购置)", "元", _MONEY),
    _of("研发人员", r"研发人员|技术人员|科技人员", "人", _COUNT),
    _of(
        "员工",
        r"员工|职工|从业人员|人员|团队|在职|(?=\d+(?:多|来|余)?(?:个|号)?人(?!次))",
        "人",
        _COUNT,
    ),
    _of("发明专利", r"发明专利", "件", _COUNT),
    _of("专利", r"专利|知识产权", "件", _COUNT),
)
_PEOPLE = re.compile(
    r"(?P<value>\d+|[一二三四五六七八九十百两]+)(?:多|来|余)?(?:个|号|名|位)?(?:来号)?人(?!次|才)"
)
_FOUNDED = re.compile(
    r"(?P<year>(?:19|20)\d{2})年?(?:\d{1,2}月)?(?:成立|注册|创办|设立|开办|创立)|(?:成立|注册|创办|设立|开办|创立)(?:于|时间[是为:：]?|在)?(?P<year2>(?:19|20)\d{2})年?"
)
_AGE = re.compile(
    r"(?:成立|注册|开办|创办|经营|运营)(?:了|满|已|已经|有)*(?P<years>\d{1,2}|[一二三四五六七八九十两]{1,2})(?:多|来)?年|(?P<years2>\d{1,2})年(?:的)?(?:老厂|老企业|企业|公司)"
)
_AT_LEAST = re.compile(r"以上|不少于|不低于|不小于|至少|达到|超过|突破|满|高于|大于|及以上")
_AT_MOST = re.compile(r"以下|以内|不超过|不高于|不大于|少于|低于|不足|不满|未满|至多")
_BEYOND = re.compile(r"超过|突破|高于|大于")
_MORE = re.compile(r"首次|连续|同比|增长|累计|新增|年均|平均")
AGE = "成立年限"


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


def read_figures(text: str, year: int) -> dict[str, Decimal]:
    """Figures of an affirmed statement by indicator; `year` is the year that age counts to."""
    found: dict[str, Decimal] = {}
    founded = _FOUNDED.search(text)
    if founded:
        found[AGE] = Decimal(year - int(founded["year"] or founded["year2"]))
    elif age := _AGE.search(text):
        years = chinese_number(age["years"] or age["years2"])
        if years is not None:
            found[AGE] = years
    for figure in find_figures(text):
        if figure.value is None:
            continue
        indicator = _indicator_of(text, figure.kind, figure.start)
        if indicator and indicator.name not in found:
            found[indicator.name] = figure.value
    if "员工" not in found and (people := _PEOPLE.search(text)):
        value = chinese_number(people["value"])
        if value is not None and "研发" not in text[: people.start()][-4:]:
            found["员工"] = value
    return found


def find_thresholds(condition: str) -> list[Threshold]:
    """The bounds that a condition sets; what sets none is not listed."""
    found = []
    for figure in find_figures(condition):
        if figure.value is None:
            continue
        indicator = _indicator_of(condition, figure.kind, figure.start)
        near = condition[max(0, figure.start - 6) : figure.end + 4]
        least, most = _AT_LEAST.search(near), _AT_MOST.search(near)
        if indicator is None or (least is None) == (most is None):
            continue
        start = min(
            (m.start() for m in indicator.pattern.finditer(condition, 0, figure.start)),
            default=figure.start,
        )
        tail = _AT_LEAST.match(condition, figure.end) or _AT_MOST.match(condition, figure.end)
        found.append(
            Threshold(
                indicator.name,
                least is not None,
                _BEYOND.search(near) is not None,
                figure.value,
                indicator.unit,
                start,
                tail.end() if tail else figure.end,
                _MORE.search(condition) is not None,
            )
        )
    return found


def reaches(threshold: Threshold, value: Decimal | None) -> Truth:
    """Whether a figure keeps a bound; unknown where the figure is, or does not say enough."""
    if value is None:
        return Truth.UNKNOWN
    if threshold.least:
        kept = value > threshold.value if threshold.strict else value >= threshold.value
    else:
        kept = value <= threshold.value
    if not kept:
        return Truth.FALSE
    return Truth.UNKNOWN if threshold.more else Truth.TRUE


def _indicator_of(text: str, kind: FigureKind, at: int) -> Indicator | None:
    """The indicator named last before the figure, within its own clause of the sentence."""
    start = max(text.rfind(mark, 0, at) for mark in "，。；,;") + 1
    before = text[start:at]
    best: tuple[int, Indicator] | None = None
    for indicator in INDICATORS:
        if kind not in indicator.kinds:
            continue
        for match in indicator.pattern.finditer(before):
            if match.group() and (best is None or match.end() > best[0]):
                best = (match.end(), indicator)
    return best[1] if best else None
