"""The ledgers as files: what a spreadsheet shows, and what it must not run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from assistant.errors import LedgerError
from assistant.ledger.files import inert, to_csv, to_xlsx, write_file
from assistant.ledger.records import KINDS, FactKind, Record, find_records
from assistant.ledger.sheet import NAMES, NOTE
from corpus.manifest import load_corpus
from tests.assistant.policy import NUMBER, TITLE, write_corpus

HEADS: dict[FactKind, list[str]] = {
    "responsibilities": [
        *("序号", "文件", "文号", "条款号", "任务", "牵头单位", "配合单位"),
        *("按职责分工负责单位", "负责单位", "现机构", "说明", "原文", "来源"),
    ],
    "targets": [
        *("序号", "文件", "文号", "条款号", "主体", "指标", "要求", "数值", "单位", "时限"),
        *("基数", "口径", "性质", "说明", "原文", "来源"),
    ],
    "measures": [
        *("序号", "文件", "文号", "条款号", "支持对象", "条件", "力度", "支持内容"),
        *("金额或比例", "不予支持的情形", "申报去向", "说明", "原文", "来源"),
    ],
}


@pytest.fixture
def records(tmp_path: Path) -> dict[FactKind, list[Record]]:
    documents = load_corpus(write_corpus(tmp_path / "d")).documents
    return {kind: find_records(documents, kind) for kind in KINDS}


def opened(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("kind", KINDS)
def test_a_ledger_has_chinese_heads_and_a_row_for_every_fact(
    records: dict[FactKind, list[Record]], kind: FactKind
) -> None:
    sheet = opened(to_xlsx(records[kind], kind))[NAMES[kind]]
    assert [cell.value for cell in sheet[1]] == HEADS[kind]
    assert sheet.max_row == len(records[kind]) + 1
    lines = list(csv.reader(io.StringIO(to_csv(records[kind], kind).decode("utf-8-sig"))))
    assert [
        HEADS[kind],
        *([str(v or "") for v in row] for row in sheet.iter_rows(2, values_only=True)),
        ["说明", NOTE, *[""] * (len(HEADS[kind]) - 2)],
    ] == lines


def test_a_row_says_task_bodies_address_quote_and_source(
    records: dict[FactKind, list[Record]],
) -> None:
    sheet = opened(to_xlsx(records["responsibilities"], "responsibilities"))["责任分工台账"]
    row = [cell.value for cell in sheet[2]]
    assert row[:8] == [1, TITLE, NUMBER, "（一）", "发放创新券", "市科技局", "市财政局", None]
    assert row[11] == "（市科技局牵头，市财政局配合）"
    start = records["responsibilities"][0].fact.start
    assert row[12] == f"文件p1（p1.txt）第{start + 1}字起"


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_is_frozen_repeated_in_print_and_filters(
    records: dict[FactKind, list[Record]], kind: FactKind
) -> None:
    sheet = opened(to_xlsx(records[kind], kind))[NAMES[kind]]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.page_setup.orientation == "landscape"


def test_a_long_text_has_the_height_of_its_lines(records: dict[FactKind, list[Record]]) -> None:
    sheet = opened(to_xlsx(records["measures"], "measures"))["支持措施台账"]
    assert sheet.row_dimensions[2].height > sheet.row_dimensions[1].height


def test_a_sheet_says_what_the_ledger_is_and_that_a_program_made_it(
    records: dict[FactKind, list[Record]],
) -> None:
    book = opened(to_xlsx(records["targets"], "targets"))
    told = [tuple(row) for row in book["填表说明"].iter_rows(values_only=True)]
    assert told == [
        ("台账", "目标台账"),
        ("项数", f"共{len(records['targets'])}项"),
        ("说明", NOTE),
        ("文件p1", f"《{TITLE}》（{NUMBER}）"),
    ]
    assert book.properties.description == NOTE


def test_a_workbook_is_labelled_in_its_metadata_and_in_print(
    records: dict[FactKind, list[Record]],
) -> None:
    book = opened(to_xlsx(records["targets"], "targets"))
    label = json.loads(book.custom_doc_props["AIGC"].value)
    number = label.pop("ProduceID")
    assert label == {
        "Label": "1",
        "ContentProducer": "政问 Zhengwen",
        "ReservedCode1": "",
        "ContentPropagator": "",
        "PropagateID": "",
        "ReservedCode2": "",
    }
    assert book["目标台账"].oddFooter.right.text == "人工智能生成合成内容"
    again = opened(to_xlsx(records["targets"], "targets"))
    other = opened(to_xlsx(records["measures"], "measures"))
    assert json.loads(again.custom_doc_props["AIGC"].value)["ProduceID"] == number
    assert json.loads(other.custom_doc_props["AIGC"].value)["ProduceID"] != number


def test_the_tasks_of_each_body_are_a_native_chart(records: dict[FactKind, list[Record]]) -> None:
    sheet = opened(to_xlsx(records["responsibilities"], "responsibilities"))["各部门任务数"]
    rows = [tuple(row) for row in sheet.iter_rows(values_only=True, max_col=5)]
    assert rows[0] == ("部门", "牵头", "配合", "按职责分工负责", "负责")
    assert sorted(rows[1:]) == [
        ("市人社局", 1, 0, 1, 0),
        ("市教育局", 0, 0, 1, 0),
        ("市科技局", 1, 0, 0, 1),
        ("市财政局", 0, 1, 0, 0),
    ]


def test_no_cell_is_a_formula_and_control_characters_fall_away(
    records: dict[FactKind, list[Record]],
) -> None:
    first = records["responsibilities"][0]
    hostile = replace(
        first, fact=replace(first.fact, lead=("=cmd|' /C calc'!A0",), quote="乙\x0b丙")
    )
    lines = list(csv.reader(io.StringIO(to_csv([hostile], "responsibilities").decode("utf-8-sig"))))
    assert lines[1][5] == "'=cmd|' /C calc'!A0"
    book = opened(to_xlsx([hostile], "responsibilities"))
    sheet = book["责任分工台账"]
    assert "f" not in {cell.data_type for page in book for row in page for cell in row}
    assert (sheet["F2"].value, sheet["F2"].data_type) == ("=cmd|' /C calc'!A0", "s")
    assert sheet["L2"].value == "乙丙"


@pytest.mark.parametrize("sign", "=+-@\t\r\n＝＋－＠")
def test_no_cell_of_a_csv_begins_as_a_formula_does(sign: str) -> None:
    assert inert(f"{sign}1+1") == f"'{sign}1+1"
    assert inert(f"1{sign}1") == f"1{sign}1"


def test_an_empty_ledger_still_opens() -> None:
    book = opened(to_xlsx([], "responsibilities"))
    assert book.sheetnames == ["责任分工台账", "填表说明"]


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"无法写入.*请换一个位置"):
        write_file(tmp_path / "none" / "a.csv", b"")
