"""Changes of meaning: one wrong figure, name or word in what a clause says.

Longer than one idea needs for its tables alone: what may be exchanged for what stands here once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from random import Random

from assistant.understanding.normalise import fold
from corpus.bodies.mentions import canonical_body, find_bodies
from corpus.models import Corpus
from corpus.regions import find_regions


class Kind(StrEnum):
    """What a mutation changes."""

    DIGIT = "数字"
    UNIT = "单位"
    YEAR = "年份"
    COMPARATOR = "以上以下"
    BODY = "机构"
    ROLE = "角色"
    NEGATION = "否定"
    REGION = "地域层级"
    DOCUMENT_NUMBER = "文号"
    ADDRESS = "条款号"
    PROGRAMME = "名称"
    SCOPE = "范围"
    FORCE = "强度"


@dataclass(frozen=True, slots=True)
class Change:
    """One wrong thing in a text: text[start:end] becomes `wrong`."""

    kind: Kind
    start: int
    end: int
    wrong: str

    def of(self, text: str) -> str:
        """The text with the change."""
        return text[: self.start] + self.wrong + text[self.end :]


@dataclass(frozen=True)
class Stock:
    """Names of a corpus that may stand wrongly in place of others."""

    corpus: Corpus

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Bodies as printed in responsibilities."""
        return tuple(
            sorted(
                {
                    name
                    for parsed in self.corpus.documents
                    for duty in parsed.facts.responsibilities
                    for names in (duty.lead, duty.join, duty.shared, duty.single)
                    for name in names
                }
            )
        ) or ("省商务厅", "省审计厅", "市教育局")

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """What stands in “”."""
        found = {
            term
            for parsed in self.corpus.documents
            for term in re.findall(r"“([^”\n]{2,8})”", parsed.text)
        }
        return tuple(sorted(found)) or ("揭榜挂帅", "雁归")


_HAN_DIGITS = "一二三四五六七八九"
_UNITS = {
    "万元": ("亿元", "元"),
    "亿元": ("万元", "元"),
    "元": ("万元",),
    "%": ("‰", "个百分点", "倍"),
    "个百分点": ("%",),
    "家": ("万家",),
    "个": ("万个",),
    "件": ("万件",),
    "项": ("百项",),
    "人": ("万人",),
    "名": ("万名",),
    "年": ("个月",),
    "个月": ("年", "天"),
    "个工作日": ("个月",),
    "倍": ("%", "成"),
    "平方米": ("平方公里",),
}
_EXCHANGES: dict[Kind, tuple[tuple[str, tuple[str, ...]], ...]] = {
    Kind.COMPARATOR: (
        (r"(?<=[\d家个项%元名人件倍])以上", ("以下", "左右", "")),
        (r"(?<=[\d家个项%元名人件倍])以下", ("以上", "左右")),
        (r"左右", ("以上", "以下")),
        (r"不少于|不低于", ("不超过", "约", "")),
        (r"(?:最[高长多])?不超过|不高于", ("不少于", "约", "")),
        (r"(?:突破|超过)(?=\d)", ("不足", "不超过")),
        (r"至少", ("至多",)),
        (r"约(?=\d)", ("不少于",)),
        (r"达到(?=\d)", ("不足", "超过")),
    ),
    Kind.ROLE: (
        (r"牵头", ("配合", "参与")),
        (r"配合", ("牵头", "负责")),
        (r"负责(?!人)", ("配合", "参与")),
        (r"参与(?=配合|[，。）]|$)", ("牵头",)),
        (r"会同", ("监督",)),
    ),
    Kind.NEGATION: (
        (
            r"(?=给予|支持|鼓励|纳入|发放|享受|适用|实行|推广|允许|用于|列入|超过|达到|提供|实施)",
            ("不",),
        ),
        (r"(?=享受|纳入|完成|建立|认定)", ("未",)),
        (r"鼓励|支持|允许", ("禁止", "不得")),
        (r"建立|设立|实行|给予|落实", ("取消", "停止")),
        (r"不得|不能|不准|严禁", ("可以", "")),
        (r"不再", ("", "继续")),
        (
            r"不(?!断|仅|同|足|少于|低于|高于|超过|大于|小于|得|能|再|动产|良|论|管|到位|完善|强|高|多)",
            ("",),
        ),
        (r"未(?!来|必)", ("", "已")),
        (r"(?<!除)非(?!常|遗|物质|洲)", ("",)),
        (r"(?=民营|独立|公有)", ("非",)),
    ),
    Kind.REGION: (
        (r"全省|我省|本省", ("全市", "全国")),
        (r"全市|我市|本市", ("全省", "全国")),
        (r"省级", ("市级", "国家级")),
        (r"国家级", ("省级",)),
        (r"市级", ("省级",)),
        (r"省内|国内", ("国外", "市内")),
        (r"(?<=[，、的为由对入设])省(?=[重属直])", ("市",)),
    ),
    Kind.SCOPE: (
        (r"每年", ("每月", "一次性", "")),
        (r"每月", ("每年",)),
        (r"年均", ("累计",)),
        (r"一次性", ("每年", "")),
        (r"首次", ("再次", "每次", "")),
        (r"累计", ("每年", "新增")),
        (r"连续", ("累计",)),
        (r"全额", ("半额", "部分")),
        (r"新增", ("累计",)),
        (r"每(?:人|家|户|个|项)", ("全部",)),
        (r"减半", ("全额",)),
    ),
    Kind.FORCE: (
        (r"鼓励", ("必须", "应当", "支持")),
        (r"支持", ("必须", "探索")),
        (r"应当|必须", ("可以", "鼓励")),
        (r"可(?=自主|依法|享受|用于|按|将|申请|给予|在)", ("应当", "必须")),
        (r"可以", ("应当",)),
        (r"探索", ("必须", "全面")),
        (r"力争|争取", ("确保", "必须")),
        (r"优先", ("一律", "酌情")),
        (r"试点", ("全面",)),
        (r"原则上", ("一律", "")),
        (r"引导", ("强制",)),
    ),
}
_REGIONS = ("安徽省", "湖北省", "四川省", "江苏省", "大同市", "苏州市", "宜昌市", "芜湖市")
_NUMBER = re.compile(r"[㐀-鿿]{1,8}〔\d{4}〕\d+号")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年)")
_PLAN = re.compile(r"十([三四五六])五")
_FIGURE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.])")
_HAN_FIGURE = re.compile(rf"(?<!第)[{_HAN_DIGITS}](?=年|倍|成|批|大|类|家|名)(?<!十)")
_UNIT = re.compile(rf"(?<=\d)(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!份|度)")
_ADDRESS = re.compile(r"(?<=[》）])[（(第]?[一二三四五六七八九十]+[）)条]?")
_TERM = re.compile(r"“([^”]{2,12})”")
_NAMED = re.compile(
    r"[\u4e00-\u9fff]{2}(?=支持计划|行动计划|专项行动|引导基金|工程(?![师技研])|专项资金|计划[，。；、])"
)
Maker = Callable[[str, Random, Stock], Iterator[Change]]


def changes(text: str, stock: Stock, rng: Random) -> Iterator[Change]:
    """Everything that may be changed in a text, one change each, without those that change nothing."""
    for maker in (_digits, _units, _years, _names, _numbers, _terms, _exchanged):
        for change in maker(text, rng, stock):
            if fold(change.of(text)) != fold(text):
                yield change


def changed_words(text: str, change: Change) -> str:
    """The segment that holds the change, folded: if a source says it as well, nothing is wrong."""
    mutated = change.of(text)
    low = max(mutated.rfind(mark, 0, change.start) for mark in "，。；：\n") + 1
    ends = [mutated.find(mark, change.start + len(change.wrong)) for mark in "，。；：\n"]
    high = min((end for end in ends if end >= 0), default=len(mutated))
    return fold(mutated[low:high])


def _digits(text: str, rng: Random, stock: Stock) -> Iterator[Change]:
    taken = [m.span() for m in (*_NUMBER.finditer(text), *_YEAR.finditer(text))]
    figures = [m for m in _FIGURE.finditer(text) if not _inside(m.start(), taken)]
    for match in figures:
        written = match[0]
        at = rng.randrange(len(written))
        while written[at] == ".":
            at = rng.randrange(len(written))
        digit = rng.choice([d for d in "123456789" if d != written[at]])
        yield Change(Kind.DIGIT, *match.span(), written[:at] + digit + written[at + 1 :])
        yield Change(
            Kind.DIGIT, *match.span(), written + "0" if "." not in written else written[:-1]
        )
        others = sorted({m[0] for m in figures if float(m[0]) != float(written)})
        if others:
            yield Change(Kind.DIGIT, *match.span(), rng.choice(others))
    for match in _HAN_FIGURE.finditer(text):
        wrong = rng.choice([d for d in _HAN_DIGITS[1:] if d != match[0]])
        yield Change(Kind.DIGIT, *match.span(), wrong)


def _units(text: str, rng: Random, stock: Stock) -> Iterator[Change]:
    for match in _UNIT.finditer(text):
        # 2025年 is a date.
        if match[0] == "年" and re.search(r"(?:19|20)\d{2}$", text[: match.start()]):
            continue
        yield Change(Kind.UNIT, *match.span(), rng.choice(_UNITS[match[0]]))


def _years(text: str, rng: Random, stock: Stock) -> Iterator[Change]:
    years = list(_YEAR.finditer(text))
    for match in years:
        year = int(match[0])
        shifted = rng.choice((year - 1, year + 1, year + 5, year - 10))
        yield Change(Kind.YEAR, *match.span(), str(shifted))
        others = sorted({m[0] for m in years} - {match[0]})
        if others:
            yield Change(Kind.YEAR, *match.span(), rng.choice(others))
    for plan in _PLAN.finditer(text):
        wrong = rng.choice([d for d in "二三四五六" if d != plan[1]])
        yield Change(Kind.YEAR, *plan.span(1), wrong)


def _names(text: str, rng: Random, stock: Stock) -> Iterator[Change]:
    bodies = find_bodies(text)
    for body in bodies:
        inside = [b.text for b in bodies if b.canonical != body.canonical]
        chosen = [rng.choice(inside)] if inside else []
        chosen += rng.sample(stock.bodies, min(2, len(stock.bodies)))
        for name in chosen:
            if canonical_body(name) != body.canonical:
                yield Change(Kind.BODY, body.start, body.end, name)
        if body.text.startswith("省"):
            yield Change(Kind.REGION, body.start, body.start + 1, "市")
        elif body.text.startswith("市"):
            yield Change(Kind.REGION, body.start, body.start + 1, "省")
    for place in find_regions(text):
        printed = text[place.start : place.end]
        wrong = rng.choice([r for r in _REGIONS if r[:2] != printed[:2]])
        full = printed.endswith(("省", "市", "县", "区"))
        yield Change(Kind.REGION, place.start, place.end, wrong if full else wrong[:2])


def _numbers(text: str, rng: Random, stock: Stock) -> Iterator[Change]:
    for match in _NUMBER.finditer(text):
        written = match[0]
        number = re.search(r"\d+(?=号)", written)
        assert number is not None  # the pattern ends with one
        wrong = str(int(number[0]) + rng.choice((1, 2, 10)))
        yield Change(
            Kind.DOCUMENT_NUMBER,
            match.start() + number.start(),
            match.start() + number.end(),
            wrong,
        )
        year = match.start() + written.index("〔") + 1
        yield Change(Kind.DOCUMENT_NUMBER, year, year + 4, str(rng.randrange(2005, 2016)))
        sign = match.start() + written.index("〔") - 1
        yield Change(Kind.DOCUMENT_NUMBER, sign, sign + 1, "办发" if text[sign] == "发" else "函")
    for match in _ADDRESS.finditer(text):
        at = match.start() + next(i for i, c in enumerate(match[0]) if c in _HAN_DIGITS + "十")
        wrong = rng.choice([d for d in _HAN_DIGITS if d != text[at]])
        yield Change(Kind.ADDRESS, at, at + 1, wrong)


def _terms(text: str, rng: Random, stock: Stock) -> Iterator[Change]:
    for match in _TERM.finditer(text):
        other = rng.choice([t for t in stock.terms if t != match[1]] or ["雁归"])
        yield Change(Kind.PROGRAMME, *match.span(1), other)
        at = match.start(1) + rng.randrange(len(match[1]))
        yield Change(Kind.PROGRAMME, at, at + 1, rng.choice("新星城海天"))
    for match in _NAMED.finditer(text):
        yield Change(Kind.PROGRAMME, *match.span(), rng.choice(("远航", "腾飞", "领军", "重点")))


def _exchanged(text: str, rng: Random, stock: Stock) -> Iterator[Change]:
    for kind, rules in _EXCHANGES.items():
        for pattern, wrongs in rules:
            for match in re.finditer(pattern, text):
                yield Change(kind, *match.span(), rng.choice(wrongs))


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
