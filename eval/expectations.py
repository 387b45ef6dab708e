"""Expected figures, and what fell behind them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eval.errors import EvalError
from eval.figures import Figure

EXPECTED = Path(__file__).parent / "baselines.toml"


def expected(name: str, path: Path = EXPECTED) -> dict[str, Any]:
    """A section of the file, e.g. {"min": {…}, "max": {…}} for a set; empty where there is none."""
    try:
        return dict(tomllib.loads(path.read_text(encoding="utf-8")).get(name, {}))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise EvalError(f"读不了 {path.name}（{error}）。请修正该文件。") from error


def drops(name: str, figures: Mapping[str, Figure], bounds: Mapping[str, Any]) -> list[str]:
    """A line for every figure of a set outside its bounds; an unknown name is an EvalError."""
    lines = []
    for side, words in (("min", "低于最低分"), ("max", "高于上限")):
        for key, bound in bounds.get(side, {}).items():
            if key not in figures:
                raise EvalError(f"{EXPECTED.name} 中没有这个指标：{key}。请改正名称。")
            value = figures[key].value
            worse = value is None or (value < bound if side == "min" else value > bound)
            if worse:
                shown = "无数据" if value is None else f"{value:.3f}"
                lines.append(f"退步：{name} {key} {shown}，{words} {bound}")
    return lines
