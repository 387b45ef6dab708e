"""A Checklist as an Excel workbook, a Word document, or a page to print."""

from __future__ import annotations

import io
from html import escape
from typing import Any

from assistant.eligibility.check import Checklist
from assistant.eligibility.export import COLUMNS, NOTE, Row, profile_lines, rows
from assistant.eligibility.verdict import Verdict
from assistant.labels import FIELD, LABEL, implicit_label
from assistant.ledger.files import label_workbook, without_controls, without_formulas

TITLE = "政策匹配清单"
SHOWN = (Verdict.MET, Verdict.UNKNOWN, Verdict.UNMET, Verdict.GUIDANCE)
"""What is not for the asker at all is only counted."""
_GENERATOR = "政问 Zhengwen（人工智能生成合成内容）"


def to_xlsx(checklist: Checklist) -> bytes:
    """A workbook: the items with a frozen header, and what was understood of the asker."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.properties.title, book.properties.creator = TITLE, _GENERATOR
    book.properties.description = NOTE
    label_workbook(book, _contents(checklist))
    sheet = book.active
    sheet.title = TITLE
    sheet.append([name for name, _, _ in COLUMNS])
    for row in rows(checklist, SHOWN):
        sheet.append([without_controls(getattr(row, field)) for _, field, _ in COLUMNS])
    for each in sheet.iter_rows():
        for cell in each:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    without_formulas(sheet)
    for head in sheet[1]:
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="F2DCDB")
    for index, (_, _, width) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.oddFooter.right.text = LABEL
    about = book.create_sheet("所填情况与说明")
    for name, value in [*profile_lines(checklist), *_closing(checklist)]:
        about.append([without_controls(name), without_controls(value)])
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 16, 90
    for each in about.iter_rows():
        each[1].alignment = Alignment(wrap_text=True, vertical="top")
    without_formulas(about)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def to_docx(checklist: Checklist) -> bytes:
    """A Word document: what was understood, then a section for every verdict."""
    from docx import Document

    document = Document()
    document.core_properties.title = TITLE
    document.core_properties.author = _GENERATOR
    document.core_properties.comments = NOTE
    _label_document(document, _contents(checklist))
    _use_chinese_font(document)
    document.add_heading(TITLE, level=0)
    document.add_paragraph(NOTE)
    document.add_heading("所填情况", level=1)
    for name, value in profile_lines(checklist) or [("未填写", "—")]:
        document.add_paragraph(f"{name}：{value}", style="List Bullet")
    shown = rows(checklist, SHOWN)
    for verdict in dict.fromkeys(row.verdict for row in shown):
        group = [row for row in shown if row.verdict == verdict]
        document.add_heading(f"{verdict}（{len(group)}项）", level=1)
        for number, row in enumerate(group, 1):
            _add_item(document, number, row)
    for name, value in _closing(checklist):
        document.add_paragraph(f"{name}：{value}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def to_html(checklist: Checklist) -> str:
    """A page of its own to read or to print; nothing is fetched from anywhere."""
    shown = rows(checklist, SHOWN)
    parts = []
    for verdict in dict.fromkeys(row.verdict for row in shown):
        group = [row for row in shown if row.verdict == verdict]
        items = "".join(_item_html(row) for row in group)
        parts.append(f"<h2>{escape(verdict)}（{len(group)}项）</h2><ol>{items}</ol>")
    known = "".join(
        f"<li>{escape(name)}：{escape(value)}</li>" for name, value in profile_lines(checklist)
    )
    closing = "".join(
        f"<p><b>{escape(name)}</b>：{escape(value)}</p>" for name, value in _closing(checklist)
    )
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f'<meta name="generator" content="{_GENERATOR}">'
        f'<meta name="{FIELD}" content="{escape(implicit_label(_contents(checklist)))}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><h1>{TITLE}</h1>"
        f'<p class="note">{escape(NOTE)}</p><h2>所填情况</h2><ul>{known or "<li>未填写</li>"}</ul>'
        f"{''.join(parts)}{closing}</body></html>\n"
    )


_STYLE = (
    "body{font:16px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;max-width:46rem;"
    "margin:2rem auto;padding:0 1rem;color:#222}h2{border-bottom:2px solid #b22;margin-top:2rem}"
    "li{margin-bottom:1rem;break-inside:avoid}blockquote{margin:.3rem 0;padding:.2rem .8rem;"
    "border-left:3px solid #b22;background:#faf6f6}.small{color:#555;font-size:.9em;"
    "white-space:pre-line}.note{color:#555}@media print{body{margin:0;max-width:none;font-size:12px}}"
)


def _item_html(row: Row) -> str:
    more = [
        ("金额或比例", row.amount),
        ("核对说明", f"\n{row.conditions}" if row.conditions else ""),
        ("准备材料", row.prepare.replace("\n", "；")),
        ("负责部门", row.departments),
        ("提示", row.notes),
    ]
    lines = "".join(
        f'<div class="small"><b>{name}</b>：{escape(value)}</div>' for name, value in more if value
    )
    return (
        f"<li><b>{escape(row.measure)}</b><blockquote>{escape(row.quote)}</blockquote>"
        f'<div class="small">{escape(row.address)}</div>{lines}</li>'
    )


def _add_item(document: Any, number: int, row: Row) -> None:
    document.add_heading(f"{number}．{row.measure}", level=2)
    document.add_paragraph(row.quote, style="Intense Quote")
    document.add_paragraph(f"依据：{row.address}")
    for name, value in (
        ("金额或比例", row.amount),
        ("核对说明", row.conditions),
        ("准备材料", row.prepare),
        ("负责部门", row.departments),
        ("提示", row.notes),
    ):
        if value:
            document.add_paragraph(f"{name}：\n{value}" if "\n" in value else f"{name}：{value}")


def _contents(checklist: Checklist) -> str:
    return repr([profile_lines(checklist), rows(checklist, SHOWN), checklist.as_of])


def _label_document(document: Any, made_of: str) -> None:
    """Add the label as a custom property, which python-docx does not know."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    xml = _CUSTOM.format(name=FIELD, value=escape(implicit_label(made_of)))
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, xml.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
)


def _use_chinese_font(document: Any) -> None:
    from docx.oxml.ns import qn

    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Intense Quote", "List Bullet"):
        style = document.styles[name]
        style.font.name = "Microsoft YaHei"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), "微软雅黑")


def _closing(checklist: Checklist) -> list[tuple[str, str]]:
    left_out = len(checklist.of(Verdict.NOT_APPLICABLE))
    lines = [("不适用", f"另有{left_out}项措施的支持对象或地区与所填情况不符，未列出。")]
    if checklist.next_question:
        lines.append(("下一步请补充", checklist.next_question.text))
    lines += [("文件效力", s.reason) for s in checklist.standings if s.state != "现行"]
    return [*lines, ("核对日期", checklist.as_of.isoformat()), ("说明", NOTE)]
