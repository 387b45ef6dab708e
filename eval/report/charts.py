"""Charts as inline SVG: text stays text, colours come from the page's style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markupsafe import Markup

DEPTHS = ("@1", "@3", "@5", "@10")
LEFT, RIGHT, TOP, BOTTOM = 34, 346, 12, 178


def recall_lines(retrieval: Mapping[str, Any]) -> Markup:
    """Recall by case at 1 to 10 passages, a line a method; empty without figures."""
    from markupsafe import Markup

    if not retrieval:
        return Markup()
    grid = Markup().join(_level(tenths / 10) for tenths in range(0, 11, 2))
    ticks = Markup().join(
        Markup('<text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>').format(
            _x(i), BOTTOM + 16, f"前 {depth[1:]} 段"
        )
        for i, depth in enumerate(DEPTHS)
    )
    lines = Markup().join(
        _line(number, name, [recall["by_case"][depth] for depth in DEPTHS])
        for number, (name, recall) in enumerate(retrieval.items())
    )
    return Markup(
        '<svg viewBox="0 0 380 200" role="img" aria-label="依据召回率随段落数的变化">{}{}{}</svg>'
    ).format(grid, ticks, lines)


def _x(place: int) -> float:
    return LEFT + 14 + place * (RIGHT - LEFT - 28) / (len(DEPTHS) - 1)


def _y(share: float) -> float:
    return round(BOTTOM - share * (BOTTOM - TOP), 1)


def _level(share: float) -> Markup:
    from markupsafe import Markup

    return Markup(
        '<line class="grid" x1="{}" x2="{}" y1="{y}" y2="{y}"/>'
        '<text class="axis" x="{}" y="{}" text-anchor="end">{}</text>'
    ).format(LEFT, RIGHT, LEFT - 6, _y(share) + 3.5, f"{share:.0%}", y=_y(share))


def _line(number: int, name: str, shares: list[float]) -> Markup:
    from markupsafe import Markup

    points = [(_x(i), _y(share)) for i, share in enumerate(shares)]
    dots = Markup().join(
        Markup('<circle cx="{}" cy="{}" r="3.5"><title>{}</title></circle>').format(
            x, y, f"{name} {depth} {share:.3f}"
        )
        for (x, y), depth, share in zip(points, DEPTHS, shares, strict=True)
    )
    return Markup('<g class="series-{}"><polyline points="{}"/>{}</g>').format(
        number, " ".join(f"{x},{y}" for x, y in points), dots
    )
