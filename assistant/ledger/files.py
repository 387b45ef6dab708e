"""Ledgers as CSV and as Excel workbooks, labelled as made by a program."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.errors import LedgerError
from assistant.labels import FIELD, LABEL, implicit_label
from assistant.ledger.records import FactKind, Record
from assistant.ledger.series import Count, count_bodies
from assistant.ledger.sheet import NAMES, NOTE, cells, columns

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""Excel in Chinese reads the wide signs as the narrow ones."""
_MOST_BARS = 30
_LINE_POINTS = 14.5
"""Height of a line; spreadsheets fit rows to wrapped text only when somebody edits them."""


def to_csv(records: Sequence[Record], kind: FactKind) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs to see that it is UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["序号", *(column.name for column in columns(kind))])
    for number, record in enumerate(records, 1):
        writer.writerow([str(number), *map(inert, cells(record, kind))])
    # The label that people see is the only one there is: the format has no metadata.
    writer.writerow(["说明", NOTE, *[""] * (len(columns(kind)) - 1)])
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(records: Sequence[Record], kind: FactKind) -> bytes:
    """A workbook: the ledger with a frozen header, a sheet that says what it is, and for
    responsibilities a native chart. Every cell is text but 序号."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.title = NAMES[kind]
    book.properties.creator = "政问 Zhengwen"
    book.properties.description = NOTE
    label_workbook(book, repr([cells(record, kind) for record in records]))
    _write_ledger(book.active, records, kind)
    if kind == "responsibilities" and records:
        _write_chart(book.create_sheet("各部门任务数"), count_bodies(records)[:_MOST_BARS])
    _write_about(book.create_sheet("填表说明"), records, kind)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def label_workbook(book: Any, made_of: str) -> None:
    """Add the label to the workbook's metadata; made_of: its contents, for the number."""
    from openpyxl.packaging.custom import StringProperty

    book.custom_doc_props.append(StringProperty(name=FIELD, value=implicit_label(made_of)))


def write_file(path: Path, content: bytes) -> None:
    """Write an export; raises LedgerError."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise LedgerError(f"无法写入 {path}（{error.strerror}），请换一个位置。") from error


def _write_ledger(sheet: Any, records: Sequence[Record], kind: FactKind) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    made = columns(kind)
    sheet.title = NAMES[kind]
    sheet.append(["序号", *(column.name for column in made)])
    for number, record in enumerate(records, 1):
        sheet.append([number, *map(without_controls, cells(record, kind))])
    thin = Side(style="thin", color="BFBFBF")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for row in sheet.iter_rows():
        for each in row:
            each.border = border
            each.alignment = Alignment(wrap_text=True, vertical="top")
    without_formulas(sheet)
    for head in sheet[1]:
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="F2DCDB")
        head.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    sheet.column_dimensions["A"].width = 6
    for index, column in enumerate(made, 2):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    for number in range(1, sheet.max_row + 1):
        texts = [str(each.value or "") for each in sheet[number][1:]]
        lines = [_lines(text, column.width) for text, column in zip(texts, made, strict=True)]
        sheet.row_dimensions[number].height = _LINE_POINTS * max(lines) + 4
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    _fit_width(sheet)
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = 0.6
    sheet.page_margins.bottom = 0.8
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    sheet.oddFooter.right.text = LABEL


def _write_chart(sheet: Any, counts: Sequence[Count]) -> None:
    from openpyxl.chart import BarChart, Reference

    roles = ("牵头", "配合", "按职责分工负责", "负责")
    sheet.append(["部门", *roles])
    for count in counts:
        sheet.append([without_controls(count.name), *count.by_role])
    without_formulas(sheet)
    sheet.column_dimensions["A"].width = 30
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title = "各部门承担的任务数"
    last = len(counts) + 1
    chart.add_data(
        Reference(sheet, min_col=2, max_col=5, min_row=1, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.height, chart.width = max(8, 0.7 * len(counts) + 3), 22
    sheet.add_chart(chart, "G2")
    _fit_width(sheet)


def _write_about(sheet: Any, records: Sequence[Record], kind: FactKind) -> None:
    from openpyxl.styles import Alignment

    documents = {r.parsed.document.id: r.parsed.clauses[0].address for r in records}
    sheet.append(["台账", NAMES[kind]])
    sheet.append(["项数", f"共{len(records)}项"])
    sheet.append(["说明", NOTE])
    for document_id, name in documents.items():
        sheet.append([f"文件{document_id}", without_controls(name)])
    without_formulas(sheet)
    sheet.column_dimensions["A"].width = 12
    sheet.column_dimensions["B"].width = 90
    for row in sheet.iter_rows():
        for each in row:
            each.alignment = Alignment(wrap_text=True, vertical="top")
        text = str(row[1].value)
        sheet.row_dimensions[row[0].row].height = _LINE_POINTS * _lines(text, 90) + 4
    _fit_width(sheet)


def _fit_width(sheet: Any) -> None:
    """Print on landscape pages as wide as the sheet, and as many as it takes."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _lines(text: str, width: int) -> int:
    """Printed lines in a column so many ASCII characters wide; a Han character takes two."""
    return max(1, -(-sum(1 if c.isascii() else 2 for c in text) // max(1, round(width * 0.9))))


def without_formulas(sheet: Any) -> None:
    """A text that begins with = is a text all the same."""
    for row in sheet.iter_rows():
        for each in row:
            if isinstance(each.value, str):
                each.data_type = "s"


def without_controls(text: str) -> str:
    """A workbook holds no control characters."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return str(ILLEGAL_CHARACTERS_RE.sub("", text))


def inert(text: str) -> str:
    """A spreadsheet would run a cell that begins like a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
