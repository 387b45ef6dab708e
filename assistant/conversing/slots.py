"""Slots of a question: which document, where, when, whose, how much. Another one is put in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.library import Library
from assistant.understanding.times import time_spans, with_its_year
from corpus.bodies.mentions import find_bodies
from corpus.regions import find_regions

Span = tuple[int, int]

_LEVEL = re.compile(r"全省|省里|我省|本省|省级层面|全市|市里|我市|本市|市级层面|全国")
# 63岁, A2级, 500万元: a slot of its own in 「那63岁呢？」.
_MEASURED = re.compile(
    r"(?:[A-Fa-f]?\d[\d.,]*|[A-Fa-f]\d*|[一二三四五六七八九十甲乙丙])(?:周?岁|级|类|万?元|亿元|星级|等|档|吨|公里|人|%)"
    # 五年的目标, 那三年的呢: no span of time that runs from or to somewhere.
    r"|(?<![每这几前近未来过一整])[一二三五](?:年)(?=[目的]|$)"
)
_ROLE = re.compile(r"牵头(?:负责)?|配合|协助|参与|按职责分工(?:负责|参与)?")
# What may stand around a slot without being a matter of its own.
_AROUND = re.compile(
    r"[这那]边|整个|[省市]委|[省市]政府|加(?:在)?一块儿?|加起来|合起来|合在一起|(?:这)?[一二三四五六七八九十]年|合计|总共|一共|里面?|中|上|的|份|那份|这份|那|这|到|在|是|由|为|对|和|与|年|末|底|初|期间|时候?|文件|规划(?=里|中|$)|情况|话|目标|数据|我们?|咱们?|就|说|看|呢|[，,、。？?\s]"
)


_BY_YEAR = re.compile(r"[一每]整?年")
_SO_MANY_YEARS = re.compile(r"[一二三五]年$")
_BARE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}$")
_UNTIL = re.compile(r"(?:到|在|至|截至|截止|于)$")


# 在全省排第几, 占全国的多少, 跟全省比: against what something is held, not whose it is.
_HELD_AGAINST = re.compile(r"(?:占|跟|和|与|同|比|较|超过|高于|低于|不如|赶上)(?:了|到|着)?整?个?$")
_RANKED = re.compile(
    r"(?:的|里|内|范围)*(?:中|内)?(?:能|算|算是|大概|大约|现在|目前|一共)*(?:排|位列|位居|列第|居第|第几|第多少|名次|倒数|平均)"
)


class Slot(StrEnum):
    """What kind of thing a slot holds."""

    WHERE = "where"
    """A document, a place or a level: whose rules are asked for."""
    WHEN = "when"
    BODY = "body"
    MEASURE = "measure"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Part:
    """Where a text fills a slot."""

    slot: Slot
    start: int
    end: int


@dataclass(frozen=True)
class Slots:
    """Finds and fills slots."""

    library: Library

    def find(self, text: str) -> tuple[Part, ...]:
        """The slots that a text fills, in order, without overlaps; documents before places."""
        documents = [
            (with_its_year(m.start, text), m.end)
            for m in self.library.addresses.resolve(text).document_mentions
        ]
        found: list[Part] = []
        for slot, spans in (
            (Slot.WHERE, documents),
            (Slot.BODY, [(b.start, b.end) for b in find_bodies(text)]),
            (Slot.WHERE, [(r.start, r.end) for r in find_regions(text)]),
            (Slot.WHERE, _spans(_LEVEL, text)),
            (Slot.WHEN, time_spans(text)),
            (Slot.ROLE, _spans(_ROLE, text)),
            (Slot.MEASURE, _spans(_MEASURED, text)),
        ):
            found += [
                Part(slot, *span)
                for span in spans
                if all(span[1] <= p.start or p.end <= span[0] for p in found)
            ]
        return tuple(sorted(found, key=lambda p: p.start))

    def taken(self, text: str) -> list[Span]:
        """Spans that say which document, where and when."""
        return [(p.start, p.end) for p in self.find(text) if p.slot in (Slot.WHERE, Slot.WHEN)]

    def told(self, text: str) -> tuple[Part, ...]:
        """The slots that a text fills for itself: not with a place that something is held against."""
        return tuple(
            part
            for part in self.find(text)
            if part.slot is not Slot.WHERE
            or not (
                _HELD_AGAINST.search(text[: part.start])
                # 全省排第几 ranks within the province; 陕西排第几 asks for another place.
                or (_LEVEL.match(text[part.start :]) and _RANKED.match(text[part.end :]))
            )
        )

    def only(self, text: str) -> tuple[Part, ...]:
        """The slots of a text that holds nothing besides; () where it holds more."""
        parts = self.find(text)
        rest = _blanked(text, parts)
        return parts if parts and not _AROUND.sub("", rest).strip() else ()

    def put(self, text: str, parts: Sequence[Part], before: str) -> str | None:
        """The question before with the slots of `text` in the place of its own.

        A document, place or time that it lacks is put in front; a body, role or measure that it
        lacks cannot be put: None.
        """
        filled = before
        for slot in dict.fromkeys(p.slot for p in parts):
            new = _joined(text, [p for p in parts if p.slot == slot])
            old = [p for p in self.find(filled) if p.slot == slot]
            spans = [p for p in self.find(filled) if p.slot is Slot.MEASURE]
            if slot is Slot.WHEN and _SO_MANY_YEARS.match(new) and not old:
                # 五年的目标, 那一年呢: how long it takes, not when.
                old = [p for p in spans if _SO_MANY_YEARS.match(filled[p.start : p.end])][:1]
            if slot is Slot.WHEN and _BARE_YEAR.search(new):
                new += "年"
            if slot is Slot.MEASURE:
                unit = new.lstrip("0123456789.,ABCDEFabcdef一二三四五六七八九十甲乙丙").lstrip("周")
                old = [p for p in old if unit and filled[p.start : p.end].endswith(unit)][:1]
            if not old and slot not in (Slot.WHERE, Slot.WHEN):
                return None
            filled = _replaced(filled, old, new) if old else f"{new}{filled}"
        return filled

    def without(self, text: str, slots: Iterable[Slot]) -> str:
        """A text without what fills the given slots; by the year (一年多少) is no time."""
        kept, left_out = text, set(slots)
        # 灵石高平: the second of two places is seen when the first is gone.
        while parts := [
            p
            for p in self.find(kept)
            if p.slot in left_out and not _BY_YEAR.match(kept[p.start : p.end])
        ]:
            part = parts[-1]
            head = kept[: part.start]
            if part.slot is Slot.WHEN:
                head = _UNTIL.sub("", head)
            kept = head + kept[part.end :]
        return kept

    def setting(self, before: str, lacking: str, slots: Iterable[Slot]) -> str:
        """What `before` says for slots that another text leaves open: its first of each.

        What stands side by side belongs together (省里指导意见). Of two times the last is kept: that
        of a document is named before that of what it asks for (2017年的意见定的2020年目标).
        """
        own = {p.slot for p in self.told(lacking)}
        kept = []
        for slot in slots:
            parts = [p for p in self.find(before) if p.slot == slot and slot not in own]
            if slot is Slot.WHEN:
                parts = parts[-1:]
            if parts:
                end = parts[0].end
                for part in parts[1:]:
                    end = part.end if part.start - end <= 1 else end
                kept.append(before[parts[0].start : end])
        return "".join(kept)


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]


def _joined(text: str, parts: Sequence[Part]) -> str:
    """The words from the first to the last of the parts (省里那份指导意见)."""
    return text[parts[0].start : parts[-1].end]


def _replaced(text: str, parts: Sequence[Part], new: str) -> str:
    """The text with the first part replaced and the others left out."""
    for part in reversed(parts[1:]):
        text = text[: part.start] + text[part.end :]
    return text[: parts[0].start] + new + text[parts[0].end :]


def _blanked(text: str, parts: Iterable[Part]) -> str:
    for part in parts:
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    return text
