"""Who took over from a body that was renamed, merged or ended. For notes: never in a quote.

Data: corpus/lexicon/successors.tsv, each row with its basis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.bodies.mentions import BodyMention, find_bodies
from corpus.regions import region_named

_FILE = Path(__file__).parent.parent / "lexicon" / "successors.tsv"
_NONE = "—"


@dataclass(frozen=True, slots=True)
class Successor:
    """Today's body for a former one, as far as the reform named in basis goes."""

    name: str
    """The former body as printed."""
    successor: str
    since: str
    """Year."""
    basis: str
    note: str | None = None


def successor(name: str, region: str | None = None) -> Successor | None:
    """Who took over from a body; None is an answer here: no change is known.

    region is the full name of the province that the document is of (山西省); it fills in where the
    printed name bears none.
    """
    mention = next((m for m in find_bodies(name) if m.end - m.start >= len(name.strip()) - 1), None)
    if mention is None:
        return None
    level = mention.level or ""
    key = mention.canonical.removeprefix(level) if level else mention.canonical
    region = mention.region or region
    rows = _rows().get(key) or _rows().get(f"委{key}") or ()
    row = next((r for r in rows if r[0] == region), None) or next(
        (r for r in rows if r[0] == _NONE), None
    )
    if row is None:
        return None
    _, template, since, basis, note = row
    return Successor(
        name=name,
        successor=_filled(template, _printed(mention) or level or _level(mention, region), region),
        since=since,
        basis=basis,
        note=None if note == _NONE else _filled(note, level or "省", region),
    )


def _printed(mention: BodyMention) -> str:
    """山西省 of 山西省经信委, 运城市 of 运城市国土局; "" where no region is printed in full."""
    region = mention.region or ""
    return region if region and mention.text.startswith(region) else ""


def _level(mention: BodyMention, region: str | None) -> str:
    if region and region[-1] in "省市县区":
        return region[-1]
    return "省" if mention.canonical.endswith("厅") else ""


def _filled(template: str, level: str, region: str | None) -> str:
    """The template with level and region; below the province a 厅 is a 局."""
    known = region_named(region) if region else None
    short = known.short if known else ""
    words = template.replace("{L}", level).replace("{P}", region or "").replace("{S}", short)
    if level.endswith(("市", "县", "区")):
        words = re.sub(r"厅$", "局", words)
    return words


@cache
def _rows() -> dict[str, tuple[tuple[str, str, str, str, str], ...]]:
    found: dict[str, list[tuple[str, str, str, str, str]]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            body, region, template, since, basis, note = line.split("\t")
            found.setdefault(body, []).append((region, template, since, basis, note))
    return {body: tuple(rows) for body, rows in found.items()}
