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
    from assistant.ledger import FactKind, Row
    from corpus.models import ParsedDocument


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
    documents = load_documents(Settings.load(), document)
    rows = fact_rows(documents, ledger)
    if form is Format.XLSX and output is None:
        raise LedgerError("xlsx 不能输出到终端，请用 -o 指定文件，例如 -o 台账.xlsx。")
    if form is Format.TABLE:
        if output is not None:
            raise LedgerError("写入文件请同时指定 --format json、csv 或 xlsx。")
        _print_table(documents, rows, ledger)
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


def _print_table(documents: Sequence[ParsedDocument], rows: Sequence[Row], kind: FactKind) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from assistant.ledger import COLUMNS, NAMES, cell

    out = console()
    hidden = ("document_id", "notes", "kind", "baseline", "strength")
    shown = {name: title for name, title in COLUMNS[kind].items() if name not in hidden}
    out.print(Text(f"{NAMES[kind]}，共 {len(rows)} 项", style="bold"))
    for parsed in documents:
        own = [row for row in rows if row["document_id"] == parsed.document.id]
        if not own:
            continue
        name = parsed.clauses[0].address
        title = Text(f"{parsed.document.id} {name}", style="bold red")
        table = Table(title=title, title_justify="left", box=box.SIMPLE, expand=True)
        for column, heading in shown.items():
            table.add_column(heading, overflow="fold", ratio=_RATIOS.get(column, 3))
        for row in own:
            cells = {**row, "address": row["address"].removeprefix(name)}
            table.add_row(*(Text(cell(cells[column])) for column in shown))
        out.print(table)


_RATIOS = {"quote": 8, "benefit": 6, "indicator": 4, "conditions": 4, "value": 2, "unit": 2}
