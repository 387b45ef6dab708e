"""One segment of a sentence, read into figures: indicator, comparator, value, unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.facts import phrases
from corpus.facts.quantities import QUANTITY
from corpus.facts.spans import Span
from corpus.facts.times import TIME

_CJK = re.compile(r"[\u4e00-\u9fff]")
_LEVEL = re.compile(r"^(?:国家级|省部级|省级|市级|县级|校级|世界级|国家|省|市)?(?:及|或)?(?:以上|以下)?")
_QUALITY = re.compile(
    r"(?P<left>.*?)(?P<verb>(?:争取|力争|基本|全面|率先|要|将|实现|达到|高于|超过|保持|进入|接近)*)"
    r"(?P<value>翻一番(?:以上)?|翻两番|翻番|(?:增长|增加)(?:一|两|二)倍|倍增(?!计划|行动|工程|”)|全覆盖(?!体系|工程|”)"
    r"|(?:全国|全省|国内|国际|世界|中部|东部|同类)(?:地区|城市)?(?:平均|先进|领先|一流|中上游|前列)水平(?:以上)?)$"
)
_BASE_SEGMENT = re.compile(r"^(?:比|较|同比|相比).{0,16}(?:增长|提高|增加|翻|下降|降低|减少|提升|提前)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is printed, before anything is decided about it."""

    start: int
    end: int
    indicator: str
    value: str
    unit: str | None
    comparator: str | None = None
    subject: str | None = None
    baseline: str | None = None
    notes: tuple[str, ...] = ()
    needs_goal: bool = False
    """Only a target where a deadline or a heading 目标 stands over it."""
    needs_forward: bool = False
    """Only a target where the sentence looks ahead (力争, 每年)."""


def read_segment(
    masked: str, text: str, span: Span, previous: Figure | None, topic: str
) -> list[Figure]:
    """The figures between two commas; the previous figure lends what is left out here."""
    begin, end = span
    segment = _without_times(masked[begin:end])
    matches = [m for m in QUANTITY.finditer(segment) if not _modifier(segment, m)]
    if not matches:
        quality = _quality(segment, text, begin, previous)
        return [quality] if quality else []
    figures: list[Figure] = []
    at = 0
    verb = ""
    for index, match in enumerate(matches):
        bound = matches[index + 1].start() if index + 1 < len(matches) else len(segment)
        figure, at, verb = _one(segment, text, begin, at, match, bound, verb, previous, topic)
        if figure:
            figures.append(figure)
            previous = figure
    return figures


def _without_times(segment: str) -> str:
    return TIME.sub(lambda m: "\x01" * len(m[0]), segment)


def _modifier(segment: str, match: re.Match[str]) -> bool:
    """「销售收入5000万以上的企业」: the figure only describes a noun."""
    return segment.startswith("的", match.end()) and not match["unit"].endswith("%")


def _one(
    segment: str,
    text: str,
    begin: int,
    at: int,
    match: re.Match[str],
    bound: int,
    verb: str,
    previous: Figure | None,
    topic: str,
) -> tuple[Figure | None, int, str]:
    """One figure, where the next one's left side starts, and the verb that it inherits."""
    left_start = at
    while left_start < match.start() and segment[left_start] in " 、和及与\x00\x01，":
        left_start += 1
    left = segment[left_start : match.start()].rstrip(" \x00\x01")
    among = left.startswith("其中")
    if among:
        left_start += 2
        left = left[2:]
    right = segment[match.end() : bound]
    noun = _noun(right)
    comparator = phrases.COMPARATOR.search(left)
    head = left[: comparator.start()] if comparator else left
    printed = comparator["printed"] if comparator else ""
    acting = phrases.VERB_END.search(head)
    joins = segment[at : match.start()].strip(" ") in ("、", "和", "及", "与", "以及")
    if noun and not among and (acting or (not head and (verb or joins or comparator or not at))):
        name = acting["verb"] if acting else verb
        first = left_start + (acting.start("verb") if acting else 0)
        last = match.end() + len(right) - len(right.lstrip()) + len(noun)
        return (
            _figure(
                text, begin, first, last, match, noun, f"{name if acting else ''}{printed}",
                needs_goal=name in phrases.FEW and "每年" not in segment,
                needs_forward=not name,
            ),
            last,
            name,
        )  # fmt: skip
    if noun and not comparator and not among:
        return None, match.end(), ""
    indicator, first = head, left_start
    base = phrases.BASE.search(indicator)
    baseline = base["base"] if base else None
    if base:
        indicator = indicator[: base.start()]
    if comparator is None or phrases.is_weak(printed):
        opening = phrases.VERB_START.match(indicator)
        if opening and len(indicator) - opening.end() >= 2:
            kept = "".join(dict.fromkeys(phrases.KEEP.findall(opening[0])))
            printed = kept + printed
            indicator = indicator[opening.end() :]
    else:
        opening = re.match(r"(?:力争|争取|确保|努力|每年|要|将)+", indicator)
        if opening:
            printed = "".join(phrases.KEEP.findall(opening[0])) + printed
            indicator = indicator[opening.end() :]
    indicator = indicator.strip(" 、，的\x00\x01")
    notes: tuple[str, ...] = ()
    if among and previous:
        bare = _LEVEL.sub("", previous.indicator, count=1) or previous.indicator
        own = indicator or (noun.removeprefix("为") if noun else "")
        indicator = own if _has(own, bare) else f"{own}{bare}" if own else previous.indicator
        notes = (f"原文在“其中”之下，属“{previous.indicator}”",)
    elif not indicator or not _CJK.search(indicator):
        carried = _carried(previous, topic)
        if not carried:
            return None, match.end(), ""
        indicator, notes = carried, ("指标承前文省略",)
    last = match.end() + (len(right) - len(right.lstrip()) + len(noun) if among and noun else 0)
    return (
        _figure(
            text, begin, first - (2 if among else 0), last, match, indicator, printed,
            baseline=baseline, notes=notes, needs_goal=comparator is None,
        ),
        last,
        "",
    )  # fmt: skip


def _has(own: str, bare: str) -> bool:
    return bool(own) and (bare in own or len(own) > 4)


def _figure(
    text: str,
    begin: int,
    first: int,
    last: int,
    match: re.Match[str],
    indicator: str,
    printed: str,
    baseline: str | None = None,
    notes: tuple[str, ...] = (),
    needs_goal: bool = False,
    needs_forward: bool = False,
) -> Figure:
    indicator = re.sub(r"[\x00\x01]+", "", indicator).strip(" 、，")
    subject, indicator = phrases.split_subject(indicator)
    suffix = (match["suffix"] or "").strip()
    more = match["more"] or ""
    comparator = printed + (f"…{suffix}" if printed and suffix else suffix) + more
    return Figure(
        start=begin + first,
        end=begin + last,
        indicator=indicator,
        value=re.sub(r"\s", "", match["value"]),
        unit=match["unit"],
        comparator=comparator.strip("\x00\x01 ") or None,
        subject=subject,
        baseline=baseline,
        notes=notes,
        needs_goal=needs_goal,
        needs_forward=needs_forward,
    )


def _noun(right: str) -> str:
    """The noun behind a figure: 「20名杰青和优青培育人才」 → 杰青和优青培育人才."""
    right = right.lstrip()
    if not right or right[0] in "、，\x00\x01（(和及与；。）)的且并其左以":
        return ""
    cut = phrases.NOUN_CUT.search(right, 1)
    noun = right[: cut.start()] if cut else right
    noun = noun.rstrip(" 、和及与\x00\x01")
    return noun if _CJK.search(noun) else ""


def _carried(previous: Figure | None, topic: str) -> str:
    """What a figure without an indicator speaks of: the figure before it, or the heading words."""
    if previous:
        return previous.indicator
    plan = re.search(r"(?:实施|推进|开展|落实)(?P<name>.{2,16}?)(?:倍增|培育|提升)*[“”]?(?:计划|行动|工程)", topic)
    if plan:
        return plan["name"].strip("“”\x00")
    return re.sub(r"[\x00\x01]+|的$", "", topic) if 2 <= len(topic) <= 16 else ""


def _quality(segment: str, text: str, begin: int, previous: Figure | None) -> Figure | None:
    """「专利申请量翻一番」「达到全国平均水平」: a target without a figure."""
    if _BASE_SEGMENT.match(segment):
        return None
    match = _QUALITY.match(segment)
    if not match:
        return None
    left = match["left"]
    base = phrases.BASE.search(left)
    indicator = (left[: base.start()] if base else left).strip(" 、\x00\x01")
    if len(indicator) < 3:
        return None
    subject, indicator = phrases.split_subject(indicator)
    first = len(segment) - len(segment.lstrip(" \x00\x01"))
    return Figure(
        start=begin + first,
        end=begin + match.end(),
        indicator=indicator,
        value=match["value"],
        unit=None,
        comparator=match["verb"] or (match["value"] if "番" in match["value"] else None),
        subject=subject,
        baseline=base["base"] if base else None,
        needs_goal=True,
    )
