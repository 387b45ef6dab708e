"""The numbers behind the charts: tasks of each body, and figures of an indicator over the years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.ledger.records import ROLES, Record
from corpus.bodies.mentions import canonical_body
from corpus.metadata.years import last_year
from corpus.models import Responsibility, Target
from corpus.naming.document_names import is_copy

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WHOSE = re.compile(r"^(?:全省|全市|我省|我市|累计)")
_ANNUAL = re.compile(r"^(?:年度?|每年)(?=[\u4e00-\u9fff]{3})")
_WHOLE = re.compile(r"(?:到时|届时)?[全我本][国省市县区州]")
_ADDED = re.compile(r"新增|净增|培育|认定|新建|引进")
_GENERIC = re.compile(r"^[各有相]")


@dataclass(frozen=True, slots=True)
class Count:
    """How many tasks a body has, by role in the order of ROLES."""

    name: str
    by_role: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.by_role)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a year."""

    year: int
    value: float
    kind: str
    """target or progress."""


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator of one document and subject; others of the same indicator stand beside it."""

    indicator: str
    unit: str
    source: str
    """Subject or region, and document id."""
    points: tuple[Point, ...]


def count_bodies(records: Iterable[Record]) -> list[Count]:
    """Tasks of each body under its canonical name, most first; generic words left out."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * len(ROLES))
    for record in records:
        if isinstance(record.fact, Responsibility):
            for index, role in enumerate(ROLES):
                for name in {canonical_body(n) for n in getattr(record.fact, role)}:
                    if not _GENERIC.match(name):
                        counts[name][index] += 1
    made = [Count(name, tuple(by_role)) for name, by_role in counts.items()]
    return sorted(made, key=lambda count: (-count.total, count.name))


def indicator_series(records: Iterable[Record]) -> list[list[Series]]:
    """Series that may share a chart (one indicator, one unit), those with most points first.

    Copies repeat their originals and are left out; so are figures without a printed year.
    """
    points: dict[tuple[str, str], dict[str, set[Point]]] = defaultdict(lambda: defaultdict(set))
    for record in records:
        target = record.fact
        if not isinstance(target, Target) or not target.unit or is_copy(record.parsed):
            continue
        number = _NUMBER.fullmatch(target.value.replace(",", ""))
        year = last_year(target.deadline or "")
        if number is None or year is None:
            continue
        source = f"{_whose(record, target)}（文件{record.parsed.document.id}）"
        point = Point(year, float(number[0]), target.kind)
        points[_measured(target), target.unit][source].add(point)
    groups = [
        [
            Series(indicator, unit, source, tuple(sorted(own, key=lambda p: (p.year, p.value))))
            for source, own in by_source.items()
        ]
        for (indicator, unit), by_source in points.items()
    ]
    return sorted(groups, key=lambda group: -sum(len(series.points) for series in group))


def _measured(target: Target) -> str:
    """The indicator; what is added, and what a single year brings, is another than what there is."""
    bare = _WHOSE.sub("", target.indicator)
    added = _ADDED.search(f"{target.comparator or ''}{target.indicator}")
    bare = f"新增{bare.removeprefix('新增')}" if added else bare
    if target.period == "annual" or _ANNUAL.match(bare):
        return f"{_ANNUAL.sub('', bare)}，每年"
    return f"{bare}，累计" if target.period == "cumulative" else bare


def _whose(record: Record, target: Target) -> str:
    """全省 and 我省 of a document of 山西省 are 山西省."""
    region = record.parsed.document.region or ""
    subject = target.subject or ""
    return region if not subject or _WHOLE.fullmatch(subject) else subject
