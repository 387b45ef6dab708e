"""What somebody may, has or is kept, said without a verb of giving: 可不受…限制, 享受…待遇, 预留….

Each form is (pattern, where its promise begins): who names the beneficiary, verb the strength.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts.measures.beneficiary_words import CONDITIONED, WHO, WHO_END, has_verb, split_name
from corpus.facts.spans import Span

_WHO = rf"(?P<who>[^，。；]{{0,80}}?(?:{WHO}|技师|教师|医师|工程师|商户)(?:[（(][^（）()]{{0,30}}[）)])?)"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WHO}(?:的)?(?:持股|出资|占股|入股|投资)比例(?P<verb>可)(?:以?在|达到?|提高|放宽|不低于)",
        rf"(?:^|[，,]){_WHO}[，,]?(?P<verb>可)以?不受[^，。；]{{2,30}}限制",
        r"(?P<verb>可)以?不受[^，。；]{2,30}限制(?P<who>)",
        rf"(?:^|[，,]){_WHO}[，,]?(?:在[^，。；]{{1,12}}[内上])?(?:分别)?(?:按[^，。；]{{2,40}})?(?P<verb>享受|落实)[^，。；]{{0,30}}待遇",
        rf"{_WHO}(?P<verb>可)以?到[^，。；]{{2,40}}(?:报名|申请|参加|就读|就医)",
        r"(?P<verb>预留)[^，。；]{2,40}(?:专门)?面向(?P<who>[^，。；]{2,16})采购",
        r"(?P<verb>照顾)(?P<who>[^，。；]{0,24}?(?:子女|家属|配偶|人才|职工))(?:优先)?(?:入读|入学|就读|就业|入托)",
        rf"(?P<verb>组织){_WHO}(?:参加|进行|开展|赴|到)[^，。；]{{0,8}}(?:休假|疗养|体检|休养)",
        rf"(?P<verb>支持|允许|推动)(?:将)?(?P<who>[^，。；]{{2,30}}?(?:产品|服务|项目|技术|装备|药品|器械|{WHO}))(?:优先)?纳入[^，。；]{{2,30}}(?:目录|清单|名录|范围|支付)",
        rf"(?:^|[，,])(?:对于?)?(?P<who>[^，。；]{{2,60}}?(?:产品|器械|药品|装备|{WHO}))[，,]?(?P<verb>落实|实行|建立)[^，。；]{{0,6}}(?:专人|专班|专员|一对一)",
        r"(?P<verb>安排)[^，。；\d]{2,12}经费(?:[（(][^（）()]{1,30}[）)])?(?:不少于|不低于|每年)?\d(?P<who>)",
        r"(?P<verb>增加)[^，。；\d]{2,12}经费(?:不少于|不低于|每年)?\d(?P<who>)",
    )
)
_OPENING = re.compile(r"^(?:对于?|凡)")
_FALSE = re.compile(r"得|不再|未按|应当|必须|是指|取消|停止|终止")
"""「不得享受同等待遇」, 「应当享受」 as a right in law is read by the forms of support."""


@dataclass(frozen=True, slots=True)
class Entitlement:
    """Whom, on which conditions, by which verb, and where the words stand."""

    name: str | None
    conditions: tuple[str, ...]
    verb: str
    span: Span


def find_entitlement(piece: str) -> Entitlement | None:
    """The first form that the piece holds."""
    for form in _FORMS:
        match = form.search(piece)
        if match is None or _FALSE.search(match[0]):
            continue
        before = tuple(
            _OPENING.sub("", p) for p in re.split(r"[，,]", piece[: match.start()]) if _is_case(p)
        )
        if not match["who"]:
            return Entitlement(None, before, match["verb"], match.span())
        name, conditions = split_name(_OPENING.sub("", match["who"]))
        if name and not conditions and (stated := CONDITIONED.match(name)):
            name, conditions = stated["name"], (stated["condition"],)
        if name and (WHO_END.search(name) or not has_verb(name)):
            return Entitlement(name, (*before, *conditions), match["verb"], match.span())
    return None


def _is_case(part: str) -> bool:
    return len(part) > 3 and not part.startswith(("严格", "按", "根据", "探索", "加强", "完善"))
