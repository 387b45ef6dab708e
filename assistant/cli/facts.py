"""`facts`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.cli.output import console, note, print_json
from assistant.errors import LedgerError


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


def facts(
    kind: Annotated[
        Kind,
        typer.Argument(
            help="responsibilities 责任分工、targets 目标指标、measures 支持措施。", metavar="种类"
        ),
    ],
    document: Annotated[str | None, typer.Option(help="只看这一份文件。", metavar="编号")] = None,
    form: Annotated[
        Format, typer.Option("--format", help="table、json、csv 或 xlsx。", metavar="格式")
    ] = Format.TABLE,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="写入这个文件。", metavar="文件")
    ] = None,
) -> None:
    """导出台账，每一项都有原文与条款号。"""
    from assistant.documents import load_documents
    from assistant.ledger import check_kind, fact_rows, to_csv, to_xlsx, write_file
    from assistant.settings import Settings

    ledger = check_kind(kind.value)
    rows = fact_rows(load_documents(Settings.load(), document), ledger)
    if form is Format.XLSX and output is None:
        raise LedgerError("xlsx 不能输出到终端，请用 -o 指定文件，例如 -o 台账.xlsx。")
    if form is Format.TABLE:
        if output is not None:
            raise LedgerError("写入文件请同时指定 --format json、csv 或 xlsx。")
        _print_table(rows, ledger)
        return
    if form is Format.JSON and output is None:
        print_json({"items": rows})
        return
    if form is Format.JSON:
        import json

        content = (json.dumps({"items": rows}, ensure_ascii=False, indent=2) + "\n").encode()
    else:
        content = to_csv(rows, ledger) if form is Format.CSV else to_xlsx(rows, ledger)
    if output is None:
        # A pipe wants no byte order mark.
        sys.stdout.write(content.decode("utf-8-sig"))
        return
    write_file(output, content)
    note(f"已写入 {output}，共 {len(rows)} 项。")


def _print_table(rows: list[dict[str, Any]], kind: Any) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from assistant.ledger import COLUMNS, NAMES, cell

    shown = {name: title for name, title in COLUMNS[kind].items() if name != "notes"}
    table = Table(title=f"{NAMES[kind]}（共 {len(rows)} 项）", box=box.SIMPLE, show_lines=True)
    for name, title in shown.items():
        table.add_column(title, overflow="fold", ratio=3 if name in ("quote", "address") else 1)
    for row in rows:
        table.add_row(*(Text(cell(row[name])) for name in shown))
    console().print(table)
