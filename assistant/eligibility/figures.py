"""Figures that an asker gives and conditions ask for: turnover, outlay, staff, age, patents …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.eligibility.plain import Span, leftover
from assistant.eligibility.ranges import Range
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
        r"研发(?!人员)[^，。人]{0,12}(?:占比|占|比例|强度|比重)|R&D[^，。]{0,8}(?:占比|强度)",
        "%",
        _SHARE,
    ),
    _of("研发人员占比", r"(?:研发|科技)人员[^，。]{0,8}(?:占比|占|比例)", "%", _SHARE),
    _of("增值税实际税负", r"(?:软件(?:产品)?的?)?(?:增值税)?(?:实际)?税负率?", "%", _SHARE),
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
    _of("技术合同成交额", r"技术合同(?:成交额|交易额|登记额)?|成交额|交易额", "元", _MONEY),
    _of("进出口额", r"进出口(?:总?额|值)?|外贸进出口", "元", _MONEY),
    _of("利润", r"利润(?:总额)?|净利", "元", _MONEY),
    _of("设备投资额", r"(?:设备|固定资产)[^，。]{0,6}(?:投资|投入|购置)", "元", _MONEY),
    _of("研发人员", r"研发人员|技术人员|科技人员", "人", _COUNT),
    _of(
        "新增就业", r"新增(?:就业|用工|岗位|就业岗位|参保)(?:人数)?|吸纳就业(?:人数)?", "人", _COUNT
    ),
    _of("员工", r"员工(?:总数|人数)?|职工(?:总数|人数)?|从业人员|人员|团队|在职", "人", _COUNT),
    _of("发明专利", r"发明专利", "件", _COUNT),
    _of("专利", r"专利|知识产权", "件", _COUNT),
)
_COUNTED = {"人": "人名个位", "件": "件项个", "%": "", "元": ""}
"""Units that may count what an indicator counts: 5个人 is no number of patents."""
_BEHIND = re.compile(r"(?:的|有效|授权|已授权|国家|自主|国内)*")
_PEOPLE = re.compile(
    r"(?P<value>\d+|[一二三四五六七八九十百两]+)(?:多|来|余)?(?:个|号|名|位)?(?:来号)?人(?!次|才)"
)
_FOUNDED = re.compile(
    r"(?P<year>(?:19|20)\d{2})年?(?:\d{1,2}月)?(?:份)?(?:\d{1,2}[日号])?(?:就|在[^，。]{0,8})?(?:成立|注册|创办|设立|开办|创立)|(?:成立|注册|创办|设立|开办|创立)(?:于|时间[是为:：]?|在)?(?P<year2>(?:19|20)\d{2})年?(?:\d{1,2}月)?"
)
_AGE = re.compile(
    r"(?:成立|注册|开办|创办|经营|运营)(?:了|满|已|已经|有|时间|年限|[:：])*(?P<years>\d{1,2}|[一二三四五六七八九十两]{1,2})(?P<over>多|来)?年(?P<half>半|多)?"
    r"|(?P<years2>\d{1,2})年(?:的)?(?:老厂|老企业|企业|公司)"
)
NOT_OVER = re.compile(
    r"以下|以内|不(?:得)?(?:超过|高于|大于|多于)|(?<!不)(?<!不得)(?:少于|低于|小于)|不足|不满|不到|未满|未达|至多|最多|顶多"
)
NEGATED = re.compile(r"不(?:得)?(?:少于|低于|小于|超过|高于|大于|多于)")
BEYOND = re.compile(r"(?<!不)(?<!未)(?<!不得)(?:超过|突破|高于|大于|多于)")
BELOW = re.compile(r"(?<!不)(?<!不得)(?:少于|低于|小于)|不足|不满|不到|未满|未达")
_ROUGHLY = re.compile(r"大概|大约|约|左右|上下|差不多|可能|来号|[十百千万]来|\d来|大致|估计")
_NEARLY = re.compile(r"将近|接近|近(?!年)|快到?(?=\d)")
_SOMEWHAT_MORE = re.compile(r"多|余|出头|开外|[+＋]")
_BETWEEN = re.compile(
    r"算下来|算了?一?下|算起来|(?:我们|公司|厂里)?(?:的)?(?:会计|财务)(?:上|说|讲|算|报)(?:的|是)?|(?:也就|[才就])(?=\d|是|有)|连(?=\d)|都(?=不到|没到|不足)|总共|一共|总计|合计|共计|共|全部|全职|全年|(?<![去今上前本每])年度?(?!初|底)|实际|总额|金额|规模|达到?|大概|大约|约|左右|上下|差不多|将近|接近|近|多|余|来|号|出头|不到|不足|不满|少于|低于|超过|突破|高于|以上|以下|以内|不少于|不低于|不超过|不高于|至少|最少|起码|最多|至多|顶多|人民币|只剩下?|仅剩下?|剩下?|只有|仅有|仅|减到|降到|缩减到|降至|减至|增至|增加到|占(?:当年|全年|年|总|上年度?)?(?:营业收入|销售收入|营收|主营业务收入|职工总数|员工总数)|的?(?:比例|比重|占比)|占"
)
_ROUGH = Decimal("0.2")
"""大概, 来号: what was said may be off by a fifth."""
AGE = "成立年限"


def read_figures(text: str, year: int) -> dict[str, Range]:
    """Figures of an affirmed statement by indicator; `year` is the year that age counts to.

    A piece with words that are not understood (目标6%, 单个项目收入1500万) gives none.
    """
    spans: list[Span] = []
    found: dict[str, Range] = {}
    age = _age(text, year)
    if age:
        found[AGE], span = age
        spans.append(span)
    for figure in find_figures(text):
        behind = indicator_behind(text, figure.end) if figure.kind is _COUNT else None
        indicator = behind[0] if behind else indicator_before(text, figure.kind, figure.start)
        if figure.value is None or indicator is None or figure.unit == "美元":
            continue
        if figure.kind is _COUNT and figure.unit not in _COUNTED[indicator.unit]:
            continue
        name = behind[1] if behind else _last(indicator.pattern, text[: figure.start])
        spans += [name] if name else []
        spans.append((figure.start, figure.end))
        found.setdefault(indicator.name, _said(text, figure.start, figure.end, figure.value))
    counted = any(i.unit == "人" for i in INDICATORS if i.name in found)
    if not counted and (people := _PEOPLE.search(text)):
        value = chinese_number(people["value"])
        if value is not None:
            found["员工"] = _said(text, *people.span("value"), value)
            spans.append(people.span())
    if not found or leftover(_BETWEEN.sub(_blank, text), spans, year):
        return {}
    return found


def _blank(match: re.Match[str]) -> str:
    return "的" * len(match[0])


def _age(text: str, year: int) -> tuple[Range, Span] | None:
    """Whole years: who was founded in 2023 is between two and three years old in 2025."""
    founded = _FOUNDED.search(text)
    if founded:
        passed = year - int(founded["year"] or founded["year2"])
        if passed < 0:
            return None
        return Range(Decimal(max(passed - 1, 0)), Decimal(passed + 1), False, True), founded.span()
    age = _AGE.search(text)
    years = chinese_number(age["years"] or age["years2"]) if age else None
    if age is None or years is None:
        return None
    return Range(years, years + 1, False, True), age.span()


def _said(text: str, start: int, end: int, value: Decimal) -> Range:
    """The figure with 大概, 不到, 超过 and their likes right before or behind it."""
    near = f"{text[max(0, start - 4) : start]}{text[start:end]}{text[end : end + 4]}"
    if BELOW.search(near):
        return Range(None, value, open_high=True)
    if NOT_OVER.search(near):
        return Range(None, value)
    if NEGATED.search(near) or re.search(r"以上|至少|最少|起码", near):
        return Range(value, None)
    if BEYOND.search(near):
        return Range(value, None, open_low=True)
    if _ROUGHLY.search(near):
        return Range(value * (1 - _ROUGH), value * (1 + _ROUGH))
    if _NEARLY.search(near):
        return Range(value * (1 - _ROUGH), value, open_high=True)
    if _SOMEWHAT_MORE.search(f"{text[start:end]}{text[end : end + 2]}"):
        return Range(value, value * 2)
    return Range(value, value)


def indicator_before(text: str, kind: FigureKind, at: int) -> Indicator | None:
    """The indicator named last before the figure (or right behind: 5件专利), in its own clause."""
    start = max(text.rfind(mark, 0, at) for mark in "，。；,;") + 1
    before = text[start:at]
    best: tuple[int, int, Indicator] | None = None
    for place, indicator in enumerate(INDICATORS):
        if kind not in indicator.kinds:
            continue
        for match in indicator.pattern.finditer(before):
            if match.group() and (best is None or (match.end(), -place) > best[:2]):
                best = (match.end(), -place, indicator)
    return best[2] if best else None


def indicator_behind(text: str, at: int) -> tuple[Indicator, Span] | None:
    """What a number right before its noun counts: 5件发明专利."""
    start = _BEHIND.match(text, at)
    for indicator in INDICATORS:
        match = indicator.pattern.match(text, start.end() if start else at)
        if match and _COUNT in indicator.kinds:
            return indicator, (at, match.end())
    return None


def _last(pattern: re.Pattern[str], text: str) -> Span | None:
    found = [m.span() for m in pattern.finditer(text)]
    return found[-1] if found else None
