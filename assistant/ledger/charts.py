"""Charts as SVG (text stays text, so any reader's fonts will do) or PNG (needs a Chinese font)."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any, Literal

from assistant.errors import LedgerError
from assistant.labels import FIELD, LABEL, implicit_label
from assistant.ledger.records import ROLE_NAMES, ROLES, FactKind, Record
from assistant.ledger.series import Count, Series, count_bodies, indicator_series

ImageFormat = Literal["svg", "png"]

FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "SimHei",
    "WenQuanYi Micro Hei",
)
_COLOURS = ("#b3261e", "#e0a030", "#3b6ea5", "#5a8f5a", "#7a5aa0", "#8c6d46")
_MOST_BARS, _MOST_PANELS = 25, 12
_LABEL = "由政问程序从条款原文自动提取生成（人工智能生成合成内容），以文件原文为准"
_WIDTH = 9
"""Inches, of every chart."""
_LABEL_SHARE = 0.05
"""GB 45438-2025 asks for letters at least so high, of the shorter side."""
_drawing = Lock()


def draw(records: Sequence[Record], kind: FactKind, form: ImageFormat) -> bytes:
    """The chart of a ledger; LedgerError where nothing can be drawn or no font has Chinese."""
    if kind == "responsibilities":
        counts = tuple(count_bodies(records)[:_MOST_BARS])
        if not counts:
            raise LedgerError("没有可以画图的责任分工，请放宽筛选条件。")
        return _rendered(_bars, counts, form, 1.6 + 0.36 * len(counts))
    if kind == "targets":
        groups = [tuple(group) for group in indicator_series(records)]
        compared = [group for group in groups if sum(len(s.points) for s in group) > 1]
        shown = tuple((compared or groups)[:_MOST_PANELS])
        if not shown:
            raise LedgerError("没有写明年份和数值的目标可以画图，请放宽筛选条件。")
        return _rendered(_panels, shown, form, 0.8 + 2.3 * -(-len(shown) // 2))
    raise LedgerError("支持措施没有图表，请导出 xlsx 或 csv。")


@lru_cache(maxsize=64)
def _rendered(
    paint: Callable[[Any, Any], None], made_of: tuple[Any, ...], form: ImageFormat, height: float
) -> bytes:
    """Drawing takes half a second of a core: what everybody looks at is drawn once."""
    import matplotlib
    from matplotlib import font_manager
    from matplotlib.figure import Figure

    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    installed = {font.name for font in font_manager.fontManager.ttflist}
    fonts = [name for name in FONTS if name in installed]
    if form == "png" and not fonts:
        raise LedgerError("这台机器没有中文字体，画不出 PNG；请改用 svg，或安装 fonts-noto-cjk。")
    settings: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "zhengwen",
        "font.family": [*(fonts or FONTS[:1]), "sans-serif"],
        "axes.unicode_minus": False,
        # Texts come from documents: a $ is a $, and no formula that cannot be read.
        "text.parse_math": False,
    }
    out = io.BytesIO()
    # The settings are those of the whole process.
    with _drawing, matplotlib.rc_context(settings):
        figure = Figure(figsize=(_WIDTH, height), layout="constrained")
        paint(figure, made_of)
        letters = 72 * _LABEL_SHARE * min(_WIDTH, height)
        figure.supxlabel(LABEL, fontsize=letters, color="#666666")
        figure.suptitle(_LABEL, fontsize=7, color="#666666")
        label = implicit_label(repr(made_of))
        metadata: dict[str, Any] = {"Title": "政问图表", "Description": _LABEL}
        # The same facts give the same file, without its date.
        metadata |= {"Date": None, "Keywords": [FIELD, label]} if form == "svg" else {FIELD: label}
        figure.savefig(out, format=form, dpi=150, metadata=metadata)
    return out.getvalue()


def _bars(figure: Any, counts: Sequence[Count]) -> None:
    axes = figure.subplots()
    names = [count.name for count in counts]
    left = [0] * len(counts)
    for index, role in enumerate(ROLES):
        values = [count.by_role[index] for count in counts]
        if any(values):
            axes.barh(names, values, left=left, color=_COLOURS[index], label=ROLE_NAMES[role])
            left = [a + b for a, b in zip(left, values, strict=True)]
    for name, total in zip(names, left, strict=True):
        axes.text(total, name, f" {total}", va="center", fontsize=8)
    axes.set_ylim(len(counts) - 0.4, -0.6)
    axes.set_title("各部门承担的任务数（条）")
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.legend(loc="lower right", fontsize=8)
    _plain(axes)


def _panels(figure: Any, groups: Sequence[Sequence[Series]]) -> None:
    rows = -(-len(groups) // 2)
    axes = figure.subplots(rows, 2, squeeze=False)
    for panel, group in zip(axes.flat, groups, strict=False):
        for index, series in enumerate(group):
            _line(panel, series, _COLOURS[index % len(_COLOURS)])
        years = sorted({p.year for series in group for p in series.points})
        panel.set_xticks(years, [str(year) for year in years])
        panel.set_xlim(years[0] - 1, years[-1] + 1)
        panel.set_title(f"{group[0].indicator}（{group[0].unit}）", fontsize=9, wrap=True)
        highest = max(p.value for series in group for p in series.points)
        panel.set_ylim(0, highest * 1.35)
        panel.yaxis.get_major_locator().set_params(nbins=4)
        panel.legend(fontsize=6.5, loc="best")
        panel.tick_params(labelsize=7)
        _plain(panel)
    for spare in axes.flat[len(groups) :]:
        spare.axis("off")


def _line(panel: Any, series: Series, colour: str) -> None:
    xs = [point.year for point in series.points]
    ys = [point.value for point in series.points]
    panel.plot(xs, ys, color=colour, linewidth=1, alpha=0.6, label=series.source)
    for point in series.points:
        done = point.kind == "progress"
        face = colour if done else "white"
        panel.plot(point.year, point.value, "o", color=colour, markerfacecolor=face, markersize=5)
        panel.annotate(
            f"{point.value:g}{'（已完成）' if done else ''}",
            (point.year, point.value),
            textcoords="offset points",
            xytext=(0, 6),
            ha="center",
            fontsize=7,
        )


def _plain(axes: Any) -> None:
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
