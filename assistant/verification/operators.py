"""Words that turn what stands beside them: 不得, 必须, 鼓励, 每年, 一次性, 省级, 牵头, 2025年.

An operator is bound when its source has one of the same meaning beside the same words. It is lost
when a text repeats the words beside an operator of the source and leaves the operator out.
Works on folded text (assistant.understanding.normalise.fold).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from assistant.verification.alignment import SPREAD, Text, pairs, text_of
from assistant.verification.faults import ABSENT, ELSEWHERE, LEFT_OUT, ClaimKind, Fault
from corpus.bodies.mentions import find_bodies
from corpus.regions import find_regions

WIDTH = 8
"""Characters beside an operator that tell what it turns."""
BOUND = 0.6
"""Share of the words that stand together in the source that must stand beside the operator."""
REPEATED = 0.65
"""Share of the words beside an operator that a text must repeat to have lost it."""


class _Class(NamedTuple):
    kind: ClaimKind
    group: str
    """Operators of one group mean the same; "" for: each word a group of its own."""
    words: str
    """Alternatives; looking around keeps them out of other words."""
    side: str
    """Where the words that it turns stand: after, before, both."""
    lost: bool = True
    """Whether leaving it out changes the meaning."""


_N, _F, _S = ClaimKind.NEGATION, ClaimKind.FORCE, ClaimKind.SCOPE
_L, _R, _C = ClaimKind.LEVEL, ClaimKind.ROLE, ClaimKind.COMPARATOR
_CLASSES = (
    _Class(_N, "不再", "不再", "after"),
    _Class(_N, "无需", "无需|无须|不必|不需要?|不用(?!于)|毋须", "after"),
    _Class(_N, "不含", "不含|不包[括含]", "after"),
    _Class(_N, "除外", "除外", "before"),
    _Class(
        _N,
        "不",
        "不得(?!不)|不能(?!不)|不可(?!或缺|分割)|不准|不允许|不许|不予|不(?!再|含|包括|包含|必|需|断|仅|同|动产|但|论|管|良|少于|低于|高于|超过|大于|小于|多于|足|满|锈|忘|懈|确定|可或缺|可分割)|"
        "禁止|严禁|没有|未(?!来|必|央)",
        "after",
    ),
    _Class(_N, "非", "(?<!除)非(?!常|遗|物质|洲|凡)", "after"),
    _Class(_N, "", "取消|停止|暂停|终止|撤销|失效|排除", "after"),
    _Class(_N, "废止", "废止|作废", "both"),
    _Class(_N, "免", "免(?!疫|税店)", "after"),
    _Class(
        _F,
        "必须",
        "必须|务必|应当|(?<![对适响供相反效回])应(?![用急对届聘变答当])|(?<!无)须(?!知)|必需",
        "after",
    ),
    _Class(
        _F,
        "可",
        "可以(?![获得享领拿申])|可(?![以获得享领拿申持行靠视再比信观控能研供见达喜谓用]|或缺|分割)(?<![认许不]可)|允许(?<!不允许)|有权",
        "after",
    ),
    _Class(_F, "", "鼓励|支持(?!计划|力度|体系)|探索|优先|试点|原则上|引导(?!基金)", "after"),
    _Class(_F, "争取", "争取|力争", "after"),
    _Class(_F, "拟", "拟(?!定|订|制|议|合)(?<![模虚草]拟)", "after"),
    _Class(_S, "", "首批|首年|累计|连续|全部|唯一|人均|户均|单项|新增|净增", "after"),
    _Class(_S, "每家", "每家|每户|单个|单家|单户", "after"),
    _Class(_S, "一次性", "一次性", "both"),
    _Class(_S, "首次", "首次|第一次|初次", "after"),
    _Class(_S, "年均", "年均", "after"),
    _Class(_S, "每年", "每年|逐年|按年", "after"),
    _Class(
        _S,
        "",
        "每(?:月|季度|半年|人|个|项|次|名|位|篇|件|亩|台|套|平方米|两年|三年)",
        "after",
    ),
    _Class(_S, "全额", "全额|足额", "both"),
    _Class(_S, "减半", "减半|半价|半额", "both"),
    _Class(_S, "一半", "一半|半数|过半|对半", "both"),
    _Class(_S, "翻番", "翻一?番|倍增|翻倍", "both"),
    _Class(_S, "翻两番", "翻两番", "both"),
    _Class(_S, "仅", "仅(?<!不仅)|只(?![有要数能])|仅限|只限|只有|只能", "after"),
    _Class(_L, "", "国家级|省级|市级|县级|区级|世界级|部级", "after", lost=False),
    _Class(_L, "全国", "全国|国内|我国", "after", lost=False),
    _Class(_L, "全省", "全省|我省|本省|省内", "after", lost=False),
    _Class(_L, "全市", "全市|我市|本市|市内", "after", lost=False),
    _Class(_L, "全县", "全县|我县|本县|县内", "after", lost=False),
    _Class(_L, "全区", "全区|我区|本区|区内", "after", lost=False),
    _Class(
        _L, "", "省外|市外|境内|境外|国外|海外|省域|市域|县域|跨省|跨市|省际", "after", lost=False
    ),
    _Class(_L, "省", "(?<![全我本各跨节反])省(?![级内外域际心力钱略])", "after", lost=False),
    _Class(
        _L,
        "市",
        "(?<![全我本各跨城都上超门股房楼夜])市(?![级内外域场民值面盈价])",
        "after",
        lost=False,
    ),
    _Class(_L, "县", "(?<![全我本各跨市区])县(?![级内外域区市])", "after", lost=False),
    _Class(_R, "牵头", "牵头(?!人)|主责|主办", "both", lost=False),
    _Class(_R, "配合", "配合|协助|协办", "both", lost=False),
    _Class(_R, "", "参与|会同", "both", lost=False),
    _Class(_R, "负责", "负责(?!人)|主管", "both", lost=False),
    # Limits of figures are compared with the figures; these are those of 不超过投资额的30%.
    _Class(_C, "≤", "不超过|不高于|至多|最高|最多|以下|以内", "both", lost=False),
    _Class(_C, "≥", "不低于|不少于|至少|最低|最少|以上", "both", lost=False),
    _Class(_C, "≈", "左右|(?<![节预公签合条制契邀违特])约(?![束定谈会])", "both", lost=False),
    _Class(ClaimKind.DATE, "", '"?十[二三四五六七]五"?', "after", lost=False),
)
_PATTERN = re.compile("|".join(f"(?P<c{i}>{c.words})" for i, c in enumerate(_CLASSES)))
_HIDDEN = "□"


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator where it stands, with the character pairs beside it."""

    kind: ClaimKind
    group: str
    said: str
    start: int
    end: int
    beside: frozenset[str]
    around: frozenset[str]
    """Of a wider stretch on both sides: a rewording may move the words about."""
    losable: bool


@lru_cache(maxsize=512)
def operators(folded: str) -> tuple[Operator, ...]:
    """The operators of a text, from left to right; the names of bodies and places hold none."""
    return tuple(_read(text_of(folded)))


def added(claim: Text, source: Text) -> Iterator[Fault]:
    """Operators of a claim that its source does not have, or has beside other words."""
    held = operators(source.folded)
    for operator in operators(claim.folded):
        alike = [o for o in held if o.group == operator.group]
        if not alike:
            yield Fault(operator.kind, operator.said, ABSENT)
            continue
        together = source.nearness(operator.beside, WIDTH + SPREAD)
        beside = max(len(operator.beside & o.around) for o in alike)
        if beside < BOUND * together:
            yield Fault(operator.kind, operator.said, ELSEWHERE)


def lost(claim: Text, source: Text) -> Iterator[Fault]:
    """Operators of the source that a claim leaves out while it repeats the words beside them."""
    said = operators(claim.folded)
    for operator in operators(source.folded):
        if not operator.losable or len(operator.beside) < 2:
            continue
        repeated = claim.nearness(operator.beside, WIDTH + SPREAD)
        if repeated < max(2, REPEATED * len(operator.beside)):
            continue
        alike = [len(operator.beside & o.around) for o in said if o.group == operator.group]
        if max(alike, default=0) >= BOUND * repeated:
            continue
        # What another place of the source says without the operator may be said without it.
        free = any(
            shared >= repeated and abs(at - operator.end) > WIDTH
            for at, shared in source.places(operator.beside, WIDTH + SPREAD)
        )
        if not free:
            yield Fault(operator.kind, operator.said, LEFT_OUT)


def _read(text: Text) -> Iterator[Operator]:
    folded = text.folded
    hidden = _without_names(folded)
    for match in _PATTERN.finditer(hidden):
        chosen = _CLASSES[int(str(match.lastgroup)[1:])]
        dated = chosen.kind is ClaimKind.DATE
        low, high = (text.sentence if dated else text.segment)(match.start())
        before = folded[max(low, match.start() - WIDTH) : match.start()]
        after = folded[match.end() : min(high, match.end() + WIDTH)]
        beside = frozenset[str]()
        if chosen.side in ("before", "both"):
            beside |= pairs(before)
        if chosen.side in ("after", "both"):
            beside |= pairs(after)
        # A list of bodies may stand between a role and the body that has it; a year governs all
        # that its sentence says.
        reaches = dated or chosen.kind is ClaimKind.ROLE
        wide = high - low if reaches else WIDTH + SPREAD
        around = pairs(folded[max(low, match.start() - wide) : match.start()])
        around |= pairs(folded[match.end() : min(high, match.end() + wide)])
        yield Operator(
            chosen.kind,
            chosen.group or match[0].strip('"'),
            match[0],
            *match.span(),
            beside,
            around,
            chosen.lost,
        )


def _without_names(folded: str) -> str:
    """省 in 省科技厅 and in 山西省 is part of a name."""
    spans = [(b.start, b.end) for b in find_bodies(folded)]
    # 会同县财政局 holds a body, not the county of 会同.
    spans += [
        (r.start, r.end)
        for r in find_regions(folded)
        if not any(r.start < start < r.end for start, _ in spans)
    ]
    for start, end in spans:
        folded = folded[:start] + _HIDDEN * (end - start) + folded[end:]
    return folded
