"""Results on disk: a JSON file a set, from which the page is made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval.errors import EvalError
from eval.figures import Figure

RESULTS = Path(__file__).parent / "results"
FORMAT = 2
"""Of files that hold figures with intervals; what is written otherwise is not read."""


def figures_to_json(figures: Mapping[str, Figure]) -> dict[str, dict[str, float | None]]:
    """Every figure with its interval, six decimals."""
    return {
        key: {
            name: round(number, 6) if isinstance(number, float) else number
            for name, number in asdict(figure).items()
        }
        for key, figure in figures.items()
    }


def write_result(name: str, content: Mapping[str, Any], folder: Path = RESULTS) -> None:
    """Write {name}.json; raises EvalError."""
    text = json.dumps({"format": FORMAT, **content}, ensure_ascii=False, indent=2)
    write_text(folder / f"{name}.json", text + "\n")


def write_text(path: Path, text: str) -> None:
    """Write a file of results; raises EvalError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise EvalError(f"写不了评测结果（{error.strerror}）。请检查目录与磁盘。") from error


def read_result(name: str, folder: Path = RESULTS) -> dict[str, Any] | None:
    """A result of the present format, or None where there is none."""
    content = read_attack(name, folder)
    return content if content and content.get("format") == FORMAT else None


def read_attack(name: str, folder: Path = RESULTS) -> dict[str, Any] | None:
    """What an attack on the assistant wrote down, in its own form; None where it was not run."""
    path = folder / f"{name}.json"
    if not path.is_file():
        return None
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvalError(f"读不了 {path.name}（{error}）。请重新生成该文件。") from error
    return content if isinstance(content, dict) else None
