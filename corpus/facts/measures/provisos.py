"""What stands beside a promise in its clause: whom it shuts out, and where to apply."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from corpus.facts.spans import Span, sentences, trim
from corpus.models import Clause

_SHUT_OUT = re.compile(
    r"不得?再?(?:重复|同时|叠加|另行)(?:享受|申[请报领]|获得|资助|奖励|补贴|补助|支持|给予|计算|发放|安排)"
    r"|不再(?:重复|另行|予以|给予)?(?:享受|奖励|资助|补贴|补助|支持|给予|奖补|发放|兑现)"
    r"|(?:不得|不能|不可)(?:申报|申请|享受|获得)|不予(?:支持|资助|奖励|补助|补贴|减缴|减免|受理|发放|认定)"
    r"|不(?:对[^，。；]{2,30})?给予(?:奖励|补助|补贴|资助)|不适用(?:本|上述|前款)|不享受|不纳入[^，。；]{0,10}(?:奖|补|资助|支持)范围"
    r"|(?:从高|就高|择高|按最高)[^，。；]{0,12}(?:不重复|原则|享受|执行)|(?:只能|仅可|仅能|只可)(?:享受|申[请报])[^，。；]{0,8}(?:一[项次种]|其中)"
)
_EXCEPT = re.compile(
    r"(?<=[，,（(])[^，,。；（）()]{2,60}(?:除外|不在此列)(?=$|[，,。；）)])|除[^，,。；]{2,60}(?:之外|以外|外)(?=[，,])"
)
_LEFT_OUT = re.compile(
    r"[（(](?P<in>(?:不包括|不含)[^（）()]{2,60})[）)]|(?:不包括|不含)[^，,。；（）]{2,60}"
)
_OF_SUPPORT = re.compile(
    r"享受|奖|补贴|补助|资助|支持|优惠|减免|减缴|政策|待遇|资金|扶持|发放|申[报请领]"
)
_BODY = r"(?:局|厅|委(?!员|托)|部(?!门)|办(?!公|理)|办公室|部门|机关|机构|中心|窗口|平台|系统|网站|网|处|科|政府|管委会|协会|学会|街道办事处|居委会|村委会|经办银行|银行|单位|站)"
_APPLY = (
    re.compile(
        rf"向(?P<body>[^，,。；、（）]{{2,30}}?{_BODY})(?:[（(][^（）()]{{1,20}}[）)])?(?:书面|网上|自愿)?(?:提出|提交|递交|进行|请求|办理)?[^，,。；]{{0,16}}?(?:申[请报领]|请求)"
    ),
    re.compile(
        rf"(?:到|登录)(?P<body>[^，,。；、]{{2,30}}?{_BODY})[^，,。；]{{0,8}}?(?:办理|提出|提交|进行|网上)?(?:申[请报领]|办理[^，,。；]{{0,10}}手续)"
    ),
    re.compile(
        rf"由(?P<body>[^，,。；、（）]{{2,30}}?{_BODY})(?:负责)?(?:统一|集中|按规定|依法)?(?:受理|审核|审批|初审|审查|核准|认定)"
    ),
)
_NEAR = 300
"""Characters: in a long clause what stands farther off speaks of something else."""
_MOST = 6
"""More exclusions than that are a list of rules, not provisos of one measure."""


@dataclass(frozen=True, slots=True)
class _Beside:
    exclusions: tuple[Span, ...]
    places: tuple[tuple[int, str], ...]


class Provisos:
    """Each clause's own text, read once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, _Beside] = {}

    def exclusions(self, clause: Clause, start: int, end: int) -> tuple[str, ...]:
        """What the measure's own words except, then what its clause shuts out."""
        own = [m.span() for m in _EXCEPT.finditer(self._text, start, end)]
        own += [
            m.span("in") if m["in"] else m.span()
            for m in _LEFT_OUT.finditer(self._text, start, end)
        ]
        near = (s for s in self._beside(clause).exclusions if start - _NEAR < s[0] < end + _NEAR)
        spans = [*own, *islice(near, _MOST)]
        return tuple(dict.fromkeys(self._text[a:b].replace("\x00", "") for a, b in spans))

    def apply_to(self, clause: Clause, start: int, end: int) -> str | None:
        """The body to apply to: named in the measure's words, else in its clause."""
        places = self._beside(clause).places
        for at, body in places:
            if start <= at < end:
                return body
        return next((body for at, body in places if start - _NEAR < at < end + _NEAR), None)

    def _beside(self, clause: Clause) -> _Beside:
        known = self._known.get(clause.ordinal)
        if known is None:
            known = self._read(clause.start, clause.own_end)
            self._known[clause.ordinal] = known
        return known

    def _read(self, start: int, end: int) -> _Beside:
        exclusions: list[Span] = []
        places: list[tuple[int, str]] = []
        for first, last in sentences(self._text, start, end):
            shut = _SHUT_OUT.search(self._text, first, last)
            if shut and _OF_SUPPORT.search(self._text, first, last):
                exclusions.append(self._part(shut, first, last))
            for form in _APPLY:
                place = form.search(self._text, first, last)
                if place:
                    places.append((place.start(), place["body"]))
                    break
        return _Beside(tuple(exclusions), tuple(places))

    def _part(self, shut: re.Match[str], first: int, last: int) -> Span:
        """The words of an exclusion: back to the promise in the same sentence, else all."""
        begin = first
        for comma in re.finditer(r"[，,]", self._text[first : shut.start()]):
            part = self._text[begin : first + comma.start()]
            if _GIVES.search(part) and not part.endswith(("的", "后")):
                begin = first + comma.end()
        return trim(self._text, begin, last)


_GIVES = re.compile(r"给予|奖励|补助|补贴|资助|减免|减缴|享受(?!过|了)")
