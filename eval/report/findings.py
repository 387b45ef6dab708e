"""An attack's own JSON laid out for reading, whatever its form: lists of rows and nested tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_LIST = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """A name with a value to print, or with a table: header and rows of cells."""

    name: str
    value: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def findings(content: Mapping[str, Any]) -> list[Finding]:
    """Scalars first, then a table for everything that holds more."""
    plain = [Finding(key, printed(value)) for key, value in content.items() if _is_scalar(value)]
    tables = [_table(key, value) for key, value in content.items() if not _is_scalar(value)]
    return [*plain, *(table for table in tables if table.rows)]


def printed(value: Any) -> str:
    """A share as percent, yes and no in Chinese, anything else as it is."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value * 100:.1f}%" if 0 <= value <= 1 else f"{value:g}"
    if isinstance(value, Mapping):
        if {"value", "low", "high"} <= value.keys():
            return f"{printed(value['value'])}（{printed(value['low'])}–{printed(value['high'])}）"
        return "；".join(f"{k} {printed(v)}" for k, v in value.items())
    if isinstance(value, list):
        return "、".join(printed(v) for v in value)
    return str(value)


def _is_scalar(value: Any) -> bool:
    if isinstance(value, Mapping):
        return {"value", "low", "high"} <= value.keys()
    return not isinstance(value, list)


def _table(name: str, value: Any) -> Finding:
    if isinstance(value, list):
        records = [v if isinstance(v, Mapping) else {name: v} for v in value[:LONGEST_LIST]]
        title = f"{name}（共 {len(value)} 条）" if len(value) > LONGEST_LIST else name
        columns = tuple(dict.fromkeys(key for record in records for key in record))
        rows = tuple(tuple(printed(r.get(c)) for c in columns) for r in records)
        return Finding(title, header=columns, rows=rows)
    if all(isinstance(v, Mapping) and not _is_scalar(v) for v in value.values()):
        columns = tuple(dict.fromkeys(key for record in value.values() for key in record))
        rows = tuple((k, *(printed(v.get(c)) for c in columns)) for k, v in value.items())
        return Finding(name, header=("", *columns), rows=rows)
    rows = tuple((key, printed(v)) for key, v in value.items())
    return Finding(name, header=("", ""), rows=rows)
