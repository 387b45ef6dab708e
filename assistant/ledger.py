"""台账: the facts of documents as rows, for the terminal, JSON, CSV and Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from assistant.errors import LedgerError
from corpus.export import export_fact
from corpus.models import Measure, ParsedDocument, Responsibility, Target

FactKind = Literal["responsibilities", "targets", "measures"]
Row = Mapping[str, Any]

KINDS: tuple[FactKind, ...] = get_args(FactKind)
NAMES: Mapping[FactKind, str] = {
    "responsibilities": "责任分工",
    "targets": "目标指标",
    "measures": "支持措施",
}
COLUMNS: Mapping[FactKind, Mapping[str, str]] = {
    "responsibilities": {
        "document_id": "文件",
        "address": "条款号",
        "lead": "牵头",
        "join": "参加",
        "shared": "分工负责",
        "single": "负责",
        "notes": "说明",
        "quote": "原文",
    },
    "targets": {
        "document_id": "文件",
        "address": "条款号",
        "subject": "主体",
        "indicator": "指标",
        "comparator": "要求",
        "value": "数值",
        "unit": "单位",
        "deadline": "时限",
        "baseline": "基数",
        "kind": "性质",
        "notes": "说明",
        "quote": "原文",
    },
    "measures": {
        "document_id": "文件",
        "address": "条款号",
        "beneficiary": "对象",
        "conditions": "条件",
        "strength": "力度",
        "benefit": "支持内容",
        "amount": "金额",
        "notes": "说明",
        "quote": "原文",
    },
}
_WORDS = {"target": "目标", "progress": "进展"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def check_kind(kind: str) -> FactKind:
    """The kind, or LedgerError."""
    for known in KINDS:
        if kind == known:
            return known
    raise LedgerError(f"没有“{kind}”这种台账，可选：{'、'.join(KINDS)}。")


def fact_rows(documents: Iterable[ParsedDocument], kind: FactKind) -> list[dict[str, Any]]:
    """Every fact of a kind with all its fields, in the order of documents and clauses."""
    rows = []
    for parsed in documents:
        facts: tuple[Responsibility | Target | Measure, ...] = getattr(parsed.facts, kind)
        rows += [export_fact(fact) for fact in facts]
    return rows


def cell(value: Any) -> str:
    """A field as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "、".join(str(part) for part in value)
    return _WORDS.get(str(value), str(value))


def to_csv(rows: Iterable[Row], kind: FactKind) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs to see that it is UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS[kind].values())
    for row in rows:
        writer.writerow(_inert(cell(row[column])) for column in COLUMNS[kind])
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(rows: Iterable[Row], kind: FactKind) -> bytes:
    """A workbook with one sheet; every cell is text."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    sheet.title = NAMES[kind]
    sheet.append(list(COLUMNS[kind].values()))
    for row in rows:
        texts = [ILLEGAL_CHARACTERS_RE.sub("", cell(row[column])) for column in COLUMNS[kind]]
        sheet.append(texts)
        for made in sheet[sheet.max_row]:
            made.data_type = "s"  # a text that begins with = is no formula
            made.alignment = Alignment(wrap_text=True, vertical="top")
    for made in sheet[1]:
        made.font = Font(bold=True)
    for column, name in zip(sheet.columns, COLUMNS[kind], strict=True):
        sheet.column_dimensions[column[0].column_letter].width = _WIDTHS.get(name, 16)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_file(path: Path, content: bytes) -> None:
    """Write an export; raises LedgerError."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise LedgerError(f"无法写入 {path}（{error.strerror}），请换一个位置。") from error


def _inert(text: str) -> str:
    """A spreadsheet would run a cell that begins like a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


_WIDTHS = {"document_id": 8, "address": 44, "quote": 60, "indicator": 28, "benefit": 36}
