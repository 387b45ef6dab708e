"""The project's own sets of cases, by name."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"
CASE_SETS = ("dev", "test", "hostile")
"""Sets in the format of a case; test is blind."""


def files_of(name: str) -> list[Path]:
    """The files of a set: hostile.jsonl, or dev_….jsonl; none where nobody wrote it."""
    return sorted([*DATA.glob(f"{name}.jsonl"), *DATA.glob(f"{name}_*.jsonl")])
