"""The audit log as files: JSONL for programs, CSV and Excel for the archive. Each says what it is."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from assistant.errors import RecordsError
from assistant.labels import LABEL
from assistant.ledger.files import inert, without_controls
from assistant.records import messages
from assistant.records.entries import entry_to_json
from assistant.records.models import Link

_MOST_ROWS = 1_048_575
"""Of a worksheet, its heading left out."""
_LONGEST_CELL = 32_767


def to_jsonl(links: Iterable[Link]) -> Iterator[str]:
    """A line for each entry, oldest first, with its place in the chain."""
    for link in links:
        row = {
            **entry_to_json(link.entry),
            "previous": link.previous,
            "digest": link.digest,
            "ai_generated": True,
            "label": LABEL,
        }
        yield json.dumps(row, ensure_ascii=False) + "\n"


def write_audit(links: Iterable[Link], path: Path) -> int:
    """Write a .jsonl, .csv or .xlsx file in bounded memory; gives the number of entries.

    The file appears when it is whole. Raises RecordsError.
    """
    writers = {".jsonl": _write_jsonl, ".csv": _write_csv, ".xlsx": _write_xlsx}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise RecordsError(messages.unknown_form(path))
    counted = _Counted(links)
    beside = path.with_name(f".{path.name}.new")
    try:
        try:
            # Questions are nobody else's business: the file is its owner's alone.
            os.close(os.open(beside, os.O_CREAT | os.O_WRONLY, 0o600))
            write(counted, beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise RecordsError(messages.no_folder(path.parent, messages.why(error))) from error
    return counted.count


class _Counted:
    """Links that are counted while they are written."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._links = links
        self.count = 0

    def __iter__(self) -> Iterator[Link]:
        for link in self._links:
            self.count += 1
            yield link


def _write_jsonl(links: Iterable[Link], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(to_jsonl(links))


def _write_csv(links: Iterable[Link], path: Path) -> None:
    # With a byte order mark, which Excel needs to see that it is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(messages.COLUMNS)
        writer.writerows([inert(cell) for cell in _cells(link)] for link in links)


def _write_xlsx(links: Iterable[Link], path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    book.properties.title = messages.SHEET
    book.properties.creator = "政问 Zhengwen"
    book.properties.description = messages.NOTE
    sheet = book.create_sheet(messages.SHEET)
    sheet.freeze_panes = "A2"
    sheet.append(list(messages.COLUMNS))
    for number, link in enumerate(links, 1):
        if number > _MOST_ROWS:
            raise RecordsError(messages.too_many_rows(_MOST_ROWS))
        row: list[Any] = []
        for text in _cells(link):
            cell = WriteOnlyCell(sheet, without_controls(text)[:_LONGEST_CELL])
            cell.data_type = "s"  # a text that begins with = is no formula
            row.append(cell)
        sheet.append(row)
    book.create_sheet("说明").append([messages.NOTE])
    book.save(path)


def _cells(link: Link) -> list[str]:
    entry = link.entry
    cited = (f"{c['address']}“{c['quote']}”" for c in entry.citations)
    return [
        entry.at.astimezone().isoformat(sep=" ", timespec="milliseconds"),
        entry.id,
        entry.caller.channel.value,
        entry.conversation_id or "",
        entry.caller.visitor or "",
        entry.caller.key_id or "",
        entry.caller.request_id or "",
        entry.question,
        entry.standalone,
        entry.status,
        entry.answer,
        "\n".join(cited),
        "\n".join(entry.notices),
        "\n".join(f"{name}={value}" for name, value in entry.versions.items()),
        entry.composer,
        f"{entry.took_ms:.1f}",
        link.previous,
        link.digest,
        LABEL,
    ]
