"""An attack's own JSON laid out for reading, whatever its form: lists of rows and nested tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_LIST = 20
WORDS = {
    "configuration": "配置",
    "modes": "方式",
    "mode": "方式",
    "kind": "类别",
    "by_kind": "按类别",
    "mutations": "改动",
    "statements": "语句",
    "cases": "问题",
    "documents": "文件",
    "caught": "拦下",
    "escaped": "漏过",
    "escapes": "漏过的改动",
    "interval_95": "95% 区间",
    "right": "正确的语句",
    "right_kept": "保留",
    "wrong": "改成",
    "from": "来自",
}
"""What attacks call things; a name that is not here is printed as it is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A name with a value to print, or with a table: header and rows of cells."""

    name: str
    value: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def findings(content: Mapping[str, Any]) -> list[Finding]:
    """Scalars first, then tables for everything that holds more; of what, WORDS says in Chinese."""
    plain = [
        Finding(_word(key), printed(value)) for key, value in content.items() if _is_scalar(value)
    ]
    tables = [
        table
        for key, value in content.items()
        if not _is_scalar(value)
        for table in _tables(_word(key), value)
    ]
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
        return "；".join(f"{_word(k)} {printed(v)}" for k, v in value.items())
    if isinstance(value, list):
        return "、".join(printed(v) for v in value)
    return str(value)


def _is_scalar(value: Any) -> bool:
    if isinstance(value, Mapping):
        return {"value", "low", "high"} <= value.keys()
    return not isinstance(value, list)


def _tables(name: str, value: Any) -> list[Finding]:
    if isinstance(value, list):
        records = [v if isinstance(v, Mapping) else {name: v} for v in value[:LONGEST_LIST]]
        title = f"{name}（共 {len(value)} 条）" if len(value) > LONGEST_LIST else name
        columns = tuple(dict.fromkeys(key for record in records for key in record))
        rows = tuple(tuple(printed(r.get(c)) for c in columns) for r in records)
        return [Finding(title, header=tuple(map(_word, columns)), rows=rows)]
    if all(isinstance(v, Mapping) and not _is_scalar(v) for v in value.values()):
        columns = tuple(dict.fromkeys(key for record in value.values() for key in record))
        deep = [c for c in columns if any(_is_table(record.get(c)) for record in value.values())]
        flat = [c for c in columns if c not in deep]
        rows = tuple((_word(k), *(printed(v.get(c)) for c in flat)) for k, v in value.items())
        table = Finding(name, header=("", *map(_word, flat)), rows=rows)
        return [table, *(_across(f"{name} · {_word(c)}", value, c) for c in deep)]
    rows = tuple((_word(key), printed(v)) for key, v in value.items())
    return [Finding(name, header=("", ""), rows=rows)]


def _across(name: str, value: Mapping[str, Any], column: str) -> Finding:
    """The tables within one column side by side: their keys down, the outer ones across."""
    inner = {outer: record.get(column, {}) for outer, record in value.items()}
    keys = dict.fromkeys(key for table in inner.values() for key in table)
    rows = tuple((_word(k), *(printed(table.get(k)) for table in inner.values())) for k in keys)
    return Finding(name, header=("", *map(_word, inner)), rows=rows)


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping) and any(isinstance(v, Mapping) for v in value.values())


def _word(key: str) -> str:
    return WORDS.get(key, key)
