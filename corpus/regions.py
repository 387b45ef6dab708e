"""Which administrative regions a text names, and which region lies in which.

Data: corpus/lexicon/regions.tsv (divisions), region_groups.tsv (several in one word) and
region_lookalikes.tsv (words that only look so).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

Level = Literal["省", "市", "县"]

_FOLDER = Path(__file__).parent / "lexicon"
_NONE = "—"
_INSTITUTION = re.compile(
    r"(?:理工|科技|农业|林业|医科|中医药?|师范|财经|工业|工程|交通|外国?语|外贸|政法|民族|电力|化工|"
    r"传媒|体育|艺术|美术|音乐|海洋|石油|矿业|职业|技术|信息|应用|商务?|医|航空|航天|建筑|城市|东方|"
    r"农村|商业|开发|第[一二三四])*"
    r"(?:大学|学院|银行|证券|农商行|日报|晚报|电视台|话|菜)"
)
"""山西农业大学 and 长治银行 are institutions: what stands in the region is not the region."""
_ZONE = re.compile(
    r"(?:国家级|省级)?(?:高新|经开|开发|工业|新|示范)(?:技术产业|技术)?(?:开发)?(?:区|园)"
)
"""盐湖高新区: a zone is called after its place."""
_ELSEWHERE = {"市": "场", "县": "级", "区": "域块位间"}
"""A suffix that belongs to the next word: 中山|市场, 平陆|县级, 海淀|区域."""
_PLACE_LEADS = (
    *"在去到于是和与及跟从给对按让叫往向用归，。、；：！？,.;:!?（(《“\"' \n\t\u3000",
    *("来自", "我们", "我是", "位于", "咱们", "坐落"),
)
"""What stands before a place; 按 and 对 as in 按广安的办法."""
_PLACE_FOLLOWS = tuple("、的有")
"""What stands behind a place in an enumeration or as its owner: 万荣、临猗; 中山的政策."""

_BODY_ENDS = tuple("局厅委办部府门会院处司行社")


@dataclass(frozen=True, slots=True)
class Region:
    """A province-, prefecture- or county-level division."""

    name: str
    short: str
    """Name without suffix where that names the region by itself, else the full name."""
    level: Level
    parent: str | None
    """Full name of the division right above; None for a province."""
    aliases: tuple[str, ...] = ()
    """Other names, among them the one-character ones of document numbers (晋)."""


@dataclass(frozen=True, slots=True)
class RegionMention:
    """Where a text names a region. Offsets are half-open."""

    start: int
    end: int
    region: Region


class _Surface(NamedTuple):
    """A string to look for: a region's name, or a word that hides one (no regions)."""

    text: str
    regions: tuple[Region, ...]
    rule: str
    """full, short, name, chance or word."""


def _rows(file: str) -> list[list[str]]:
    lines = (_FOLDER / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def all_regions() -> tuple[Region, ...]:
    """Every division in file order: provinces, prefectures, counties."""
    return tuple(
        Region(
            name=name,
            short=name if short == _NONE else short,
            level=cast(Level, level),
            parent=None if parent == _NONE else parent,
            aliases=() if aliases == _NONE else tuple(aliases.split("、")),
        )
        for name, short, level, parent, aliases in _rows("regions.tsv")
    )


@cache
def _by_name() -> dict[str, tuple[Region, ...]]:
    """Full names first, then short names, then aliases, each in file order."""
    found: dict[str, list[Region]] = {}
    regions = all_regions()
    for region in regions:
        found.setdefault(region.name, []).append(region)
    for names in (lambda r: (r.short,), lambda r: r.aliases):
        for region in regions:
            for name in names(region):
                if region not in found.setdefault(name, []):
                    found[name].append(region)
    return {name: tuple(bearers) for name, bearers in found.items()}


@cache
def _surfaces() -> dict[str, tuple[_Surface, ...]]:
    """First character → what may start there, longest first."""
    rules = dict(_rows("region_lookalikes.tsv"))
    table = {word: _Surface(word, (), "word") for word, rule in rules.items() if rule == "word"}
    for name, regions in _by_name().items():
        if len(name) < 2:
            continue
        default = "full" if name == regions[0].name else "short"
        if len(name) == 2 and default == "full":
            default = "chance"
        table.setdefault(name, _Surface(name, regions, rules.get(name, default)))
    by_first: dict[str, list[_Surface]] = {}
    for surface in sorted(table.values(), key=lambda s: -len(s.text)):
        by_first.setdefault(surface.text[0], []).append(surface)
    return {first: tuple(surfaces) for first, surfaces in by_first.items()}


def region_named(name: str) -> Region | None:
    """The region with that full name, short name or alias (晋); the better known of several.

    None is an answer here: the name is no region's.
    """
    bearers = _by_name().get(name)
    return bearers[0] if bearers else None


def is_within(region: Region, ancestor: Region) -> bool:
    """Whether a region lies in another one or is that region."""
    current: Region | None = region
    while current is not None:
        if current == ancestor:
            return True
        current = region_named(current.parent) if current.parent else None
    return False


@cache
def _groups() -> dict[str, tuple[Region, ...]]:
    named = {
        word: map(region_named, names.split("、")) for word, names in _rows("region_groups.tsv")
    }
    return {word: tuple(filter(None, regions)) for word, regions in named.items()}


def named_together(text: str) -> frozenset[Region]:
    """The regions that a text names several of in one word (北上广深, 京津冀)."""
    return frozenset(r for word, regions in _groups().items() if word in text for r in regions)


def find_regions(text: str) -> tuple[RegionMention, ...]:
    """The regions a text names, from left to right, the longest name first at each place.

    A name that two regions bear goes to the one that lies in a region named before it.
    """
    surfaces = _surfaces()
    mentions: list[RegionMention] = []
    at = 0
    while at < len(text):
        for surface in surfaces.get(text[at], ()):
            if not text.startswith(surface.text, at):
                continue
            end = at + len(surface.text)
            region = _accepted(surface, text, at, end, mentions)
            if region is not None:
                mentions.append(RegionMention(at, end, region))
            if region is not None or surface.rule == "word":
                at = end
                break
        else:
            at += 1
    return tuple(mentions)


def _accepted(
    surface: _Surface, text: str, start: int, end: int, before: list[RegionMention]
) -> Region | None:
    """The region that the surface names at this place, or None."""
    if not surface.regions:
        return None
    if surface.text.startswith("会同") and text.endswith(_BODY_ENDS, 0, start):
        return None  # 财政局会同县科技局: together with, not the county of that name
    holders = [m.region for m in reversed(before)]
    region = next(
        (r for holder in holders for r in surface.regions if r != holder and is_within(r, holder)),
        surface.regions[0],
    )
    follower = text[end : end + 1]
    if surface.rule == "full":
        elsewhere = follower and follower in _ELSEWHERE.get(surface.text[-1], "")
        return None if elsewhere else region
    behind_parent = bool(before) and before[-1].end == start and is_within(region, holders[0])
    if _INSTITUTION.match(text, end) or (len(surface.text) == 2 and follower == "级"):
        return None
    if surface.rule == "short" or behind_parent:
        return region
    place_expected = (
        bool(_ZONE.match(text, end))
        or start == 0
        or text.endswith(_PLACE_LEADS, 0, start)
        or text.startswith(_PLACE_FOLLOWS, end)
    )
    return region if surface.rule == "chance" and place_expected else None
