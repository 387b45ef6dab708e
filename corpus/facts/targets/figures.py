"""One segment of a sentence, read into figures: indicator, comparator, value, unit."""

from __future__ import annotations

import re

from corpus.facts.targets.figure import TIMED, Figure
from corpus.facts.targets.levels import read_level, read_rank
from corpus.facts.targets.nouns import GAPS
from corpus.facts.targets.quantities import QUANTITY
from corpus.facts.targets.sides import Sides
from corpus.facts.targets.stated import read_figure
from corpus.facts.targets.times import TIME

_TEAM = re.compile(r"(?:组建|建立|建成|打造|形成|建设|培养)(?:了|起)?(?:一支)?由?$")
"""「组建500人的队伍」: the count says how large the thing built is."""
_AT_LEAST = re.compile(r"(?:不少于|不低于|不小于|至少|超过|达到?|约|近)?")
_FAR = 200
"""Words further left than that are not what a figure is about; reading stays linear."""


def read_segment(
    segment: str, text: str, begin: int, previous: Figure | None, topics: tuple[str, ...]
) -> list[Figure]:
    """The figures between two commas; the previous figure lends what is left out here.

    segment is the masked text from begin on; indicators are cut out of text itself.
    """
    segment = TIME.sub(lambda m: TIMED * len(m[0]), segment)
    matches = [m for m in QUANTITY.finditer(segment) if not _modifier(segment, m)]
    if not matches:
        other = read_level(segment, text, begin) or read_rank(
            text, begin, begin + len(segment), previous, topics
        )
        return [other] if other else []
    figures: list[Figure] = []
    at = 0
    aside = begin > 0 and text[begin - 1] in "（("
    goes_on = not (aside or topics) and _goes_on(segment, matches[0])
    verb = previous.verb if previous and goes_on else ""
    for index, match in enumerate(matches):
        at = max(at, match.start() - _FAR)
        bound = matches[index + 1].start() if index + 1 < len(matches) else len(segment)
        sides = Sides(segment, text, begin, at, match, bound, verb)
        figure, at, verb = read_figure(sides, previous, topics)
        if figure:
            figures.append(figure)
            previous = previous if figure.part else figure
    behind = segment.rfind("、", matches[-1].end())
    if figures and behind > 0:
        rank = read_rank(text, begin + behind, begin + len(segment), previous, topics)
        figures += [rank] if rank else []
    return figures


def _goes_on(segment: str, first: re.Match[str]) -> bool:
    """「培养20名院士，不少于60名骨干」: nothing new is said before the second count."""
    return _AT_LEAST.fullmatch(segment[: first.start()].strip(f"{GAPS}、和及与")) is not None


def _modifier(segment: str, match: re.Match[str]) -> bool:
    """「销售收入5000万以上的企业」: the figure only describes a noun."""
    if not segment.startswith("的", match.end()) or (match["unit"] or "%").endswith("%"):
        return False
    people = match["unit"][-1] in "人名"
    return not (people and _TEAM.search(segment, max(0, match.start() - 8), match.start()))
