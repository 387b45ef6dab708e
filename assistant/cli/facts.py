"""`facts`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import console, note, print_json
from assistant.errors import LedgerError

if TYPE_CHECKING:
    from assistant.ledger.records import FactKind, Record


class Kind(StrEnum):
    """Which ledger."""

    RESPONSIBILITIES = "responsibilities"
    TARGETS = "targets"
    MEASURES = "measures"


class Format(StrEnum):
    """How it is given out."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    SVG = "svg"
    PNG = "png"


_BINARY = (Format.XLSX, Format.SVG, Format.PNG)


def facts(
    kind: Annotated[
        Kind,
        typer.Argument(
            help="responsibilities 责任分工、targets 目标指标、measures 支持措施。", metavar="种类"
        ),
    ],
    document: Annotated[str | None, typer.Option(help="只看这一份文件。", metavar="编号")] = None,
    body: Annotated[
        str | None,
        typer.Option(help="只看这个部门承担的；前身和现名视为同一部门。", metavar="部门"),
    ] = None,
    role: Annotated[
        str | None, typer.Option(help="牵头、配合、分工或负责。", metavar="角色")
    ] = None,
    year: Annotated[
        int | None, typer.Option(help="目标按时限的年份，其他按文件的年份。", metavar="年份")
    ] = None,
    region: Annotated[str | None, typer.Option(help="只看这个地区的文件。", metavar="地区")] = None,
    form: Annotated[
        Format,
        typer.Option("--format", help="table、json、csv、xlsx，或图表 svg、png。", metavar="格式"),
    ] = Format.TABLE,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="写入这个文件。", metavar="文件")
    ] = None,
) -> None:
    """导出台账或图表，每一项都有原文与条款号。"""
    from assistant.documents import load_documents
    from assistant.ledger.files import write_file
    from assistant.ledger.records import check_kind, find_records, read_filter
    from assistant.settings import Settings

    ledger = check_kind(kind.value)
    wanted = read_filter(body=body, role=role, year=year, region=region)
    records = find_records(load_documents(Settings.load(), document), ledger, wanted)
    if form in _BINARY and output is None:
        raise LedgerError(
            f"{form.value} 不能输出到终端，请用 -o 指定文件，例如 -o 台账.{form.value}。"
        )
    if form is Format.TABLE:
        if output is not None:
            raise LedgerError("写入文件请同时指定 --format json、csv、xlsx、svg 或 png。")
        _print_table(records, ledger)
        return
    if form is Format.JSON and output is None:
        print_json({"items": [record.row() for record in records]})
        return
    content = _content(records, ledger, form)
    if output is None:
        # A pipe wants no byte order mark.
        sys.stdout.write(content.decode("utf-8-sig"))
        return
    write_file(output, content)
    note(f"已写入 {output}，共 {len(records)} 项。")


def _content(records: Sequence[Record], kind: FactKind, form: Format) -> bytes:
    from assistant.ledger.charts import draw
    from assistant.ledger.files import to_csv, to_xlsx

    match form:
        case Format.JSON:
            import json

            items = {"items": [record.row() for record in records]}
            return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()
        case Format.CSV:
            return to_csv(records, kind)
        case Format.XLSX:
            return to_xlsx(records, kind)
        case Format.SVG | Format.PNG:
            return draw(records, kind, "svg" if form is Format.SVG else "png")
        case Format.TABLE:
            raise LedgerError("表格只在终端显示。")


def _print_table(records: Sequence[Record], kind: FactKind) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from assistant.ledger.sheet import NAMES, cell, columns

    out = console()
    shown = [c for c in columns(kind) if not c.wide and c.name not in ("文件", "文号")]
    out.print(Text(f"{NAMES[kind]}，共 {len(records)} 项", style="bold"))
    by_document: dict[str, list[Record]] = {}
    for record in records:
        by_document.setdefault(record.parsed.document.id, []).append(record)
    for document_id, own in by_document.items():
        name = own[0].parsed.clauses[0].address
        title = Text(f"{document_id} {name}", style="bold red")
        table = Table(title=title, title_justify="left", box=box.SIMPLE, expand=True)
        for column in shown:
            table.add_column(column.name, overflow="fold", ratio=max(2, column.width // 6))
        for record in own:
            table.add_row(*(Text(cell(column.value(record))) for column in shown))
        out.print(table)
