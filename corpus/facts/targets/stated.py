"""Figures whose indicator stands before them: 「全省高新技术企业达到1500家」「众创空间20家」."""

from __future__ import annotations

import re

from corpus.facts.targets import phrases
from corpus.facts.targets.counted import counted, lot
from corpus.facts.targets.figure import Figure
from corpus.facts.targets.nouns import carried, is_side, noun_end, part_of
from corpus.facts.targets.sides import Sides

_CJK = re.compile(r"[\u4e00-\u9fff]")
_LEVEL_ONLY = re.compile(r"(?:国家级|省部级|省级|市级|县级|校级)(?:及?以上)?")
_GOING_TO = re.compile(r"(?:^|[，、])(?P<verb>赴|到|走访|覆盖|来自)$")
_PLACES = ("省市", "省区市", "县")
_THRESHOLD = re.compile(r"不低于|不少于|不小于|至少|不超过|不高于|不大于|低于")
_DOING = re.compile(r"(?:培训|举办|办理|接待|推送|招聘|选派|转化|受理|走访)$")
"""「累计培训5万人次」: what is counted is the doing itself."""
_PAPERS = frozenset("份页张部本")


def read_figure(
    sides: Sides, previous: Figure | None, topics: tuple[str, ...]
) -> tuple[Figure | None, int, str]:
    """One figure, where the next one's left side starts, and the verb that it inherits."""
    if lot(sides):
        verb = phrases.VERB_END.search(sides.left)
        return None, sides.match.end(), verb["verb"] if verb else ""
    unit = sides.match["unit"] or ""
    noun = noun_end(sides.right, unit.endswith(("人", "名")))
    comparator = phrases.COMPARATOR.search(sides.left)
    if noun and not sides.among:
        found = counted(sides, noun, comparator)
        if found:
            return found
        if not comparator:
            return None, sides.at, ""
    if unit == "大":
        return None, sides.at, ""
    if unit in _PLACES:
        going = _GOING_TO.search(sides.left)
        end = sides.match.end()
        if not going:
            return None, sides.at, ""
        first = sides.first + going.start("verb")
        return sides.figure(first, end, unit, "", needs_report=True), end, ""
    return _before(sides, noun, comparator, previous, topics)


def _before(
    sides: Sides,
    noun: int,
    comparator: re.Match[str] | None,
    previous: Figure | None,
    topics: tuple[str, ...],
) -> tuple[Figure | None, int, str]:
    segment, end = sides.segment, sides.match.end()
    head = sides.left[: comparator.start()] if comparator else sides.left
    printed = comparator["printed"] if comparator else ""
    base = phrases.BASE.search(head)
    start, stop = sides.first, sides.first + (base.start() if base else len(head))
    each = phrases.EACH.match(sides.printed(start, stop))
    subject = phrases.SUBJECT.match(segment[start:stop])
    whose = None
    if subject and phrases.is_region(subject["subject"]):
        whose = subject["subject"]
        start += subject.end()
    elif each:
        whose, printed = each["whose"], each["verb"] + printed
        start += each.end()
    lead_in = phrases.VERB_START.match(segment, start, stop)
    if lead_in and stop - lead_in.end() >= 2 and not phrases.underway(segment[start:stop]):
        printed = phrases.manner(lead_in[0]) + printed
        start = lead_in.end()
    indicator = sides.words(start, stop)
    notes: tuple[str, ...] = ()
    trailing = phrases.TRAILING.search(indicator)
    if trailing and not noun and trailing.start() > 2:
        indicator, printed = indicator[: trailing.start()], trailing[0] + printed
    part = previous is not None and (sides.among or _LEVEL_ONLY.fullmatch(indicator) is not None)
    if part and previous:
        indicator = part_of(previous, indicator or sides.words(end, end + noun))
        notes = (f"原文在“其中”之下，属“{previous.indicator}”",)
        end += noun if sides.among else 0
    elif previous and not whose and is_side(indicator):
        indicator = previous.indicator + indicator
        notes = ("指标承前文补全",)
    elif not _CJK.search(indicator) or phrases.is_opening(indicator):
        doing = _DOING.search(indicator)
        printed = phrases.manner(indicator[: doing.start()] if doing else indicator) + printed
        indicator, notes = carried(previous, topics), ("指标承前文省略",)
        if doing:
            indicator, notes = doing[0], ()
        if not indicator:
            return None, end, ""
    figure = sides.figure(
        sides.opening,
        end,
        indicator,
        printed,
        subject=whose,
        baseline=sides.printed(sides.first + base.start(), sides.first + base.end())
        if base
        else None,
        notes=notes,
        part=part,
        needs_goal=not each
        and (
            printed in ("", "在")[bool(sides.verb) :]
            or sides.in_words
            or sides.match["unit"] in _PAPERS
        ),
        threshold=_THRESHOLD.search(printed) is not None,
    )
    return figure, end, sides.verb or (lead_in[0] if lead_in else "")
