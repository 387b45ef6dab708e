"""Figures that are of more or of fewer than is asked: of several things together, of those in a list."""

from __future__ import annotations

import re

_TOGETHER = re.compile(
    r"(?P<parts>[㐀-鿿]{1,6}(?:、[㐀-鿿]{1,6})*或者?[㐀-鿿]{1,6}?)(?:共|合计|共计)?"
    r"\d+(?:余|多)?[个家名人项所座件户位处支台套亩篇份]"
)
_WITHIN = re.compile(
    r"(?:入(?P<library>库)|入(?P<park>驻)|在(?P<hatchery>孵)|(?P<board>挂牌)|(?P<signed>签约)|"
    r"参(?P<fair>展))(?:的)?(?:企业|项目|单位|机构)?\d+[家户个项]"
)
_HOUSES = {
    "library": "库|名单|后备|储备",
    "park": "驻|园",
    "hatchery": "孵",
    "board": "挂|板",
    "signed": "签",
    "fair": "展",
}
# 认定36个创新中心: what a figure counts stands right behind it.
_OWN_NOUN = re.compile(r"\d+[余多]?[个家名人项所座件户位](?P<noun>[㐀-鿿]{4,16})")
_SEVERAL = re.compile(
    r"(?:多少|几)[个家名人项所座件户位处支台套]?[^，。,?？、]{2,16}?(?:以?及|和|与|、)[^，。,?？]{2,}"
)
_BETWEEN = re.compile(r"、|或者?")
_JOINED = re.compile(r"[、或和及跟与]|加上|连同|以及|并的|一共|总共|合计|共多少|共几")
_IN_ALL = re.compile(r"或|共多少|共几|一共|总共|合计|加上")
_ALONE = re.compile(r"单[就说看是]|光[是说看]|只[算说看]|这一类")
_NAME = 4
"""Characters that name a thing apart from others."""
_HOW_MANY = re.compile(r"(?:多少|几)[个家名人项所座件户位处支台套亩篇份]")
_EACH = re.compile(r"分别|各[是有为]?(?:多少|几)|各自")


def gives_only_together(asked: str, text: str) -> bool:
    """Whether the figure of a text is that of several things of which the question asks for one, or each."""
    for match in _TOGETHER.finditer(text):
        parts = [part for part in _BETWEEN.split(match["parts"]) if part]
        told = sum(_is_asked(part, asked) for part in parts)
        several = len(_HOW_MANY.findall(asked)) > 1 and not _IN_ALL.search(asked)
        alone = _ALONE.search(asked) or not _JOINED.search(asked)
        if (told == 1 and alone) or (told > 1 and (several or _EACH.search(asked))):
            return True
    return False


def counts_within(asked: str, text: str) -> bool:
    """Whether a text counts those in a list, a park or a fair that the question does not speak of.

    「入库企业1081家，高新技术企业288家」: 288 in the list, not in all.
    """
    within = _WITHIN.search(text)
    if within is None or re.search(_HOUSES[within.lastgroup or ""], asked):
        return False
    return not any(
        noun["noun"][at : at + _NAME] in asked
        for noun in _OWN_NOUN.finditer(text)
        for at in range(len(noun["noun"]) - _NAME + 1)
    )


def asks_for_several(asked: str) -> bool:
    """Whether one 多少 counts two things (多少个创新中心和创新团队)."""
    return bool(_SEVERAL.search(asked))


def _is_asked(part: str, asked: str) -> bool:
    """Whether a question speaks of a part: 撤销 and 被撤 of 撤, 亮黄牌 of 黄牌警告."""
    if len(part) == 1:
        return bool(re.search(rf"被{part}|直接{part}|{part}(?:销|掉|了|的)|合{part}", asked))
    return part in asked or part[:2] in asked
