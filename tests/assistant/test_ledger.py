from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.errors import LedgerError
from assistant.ledger import COLUMNS, check_kind, fact_rows, to_csv, to_xlsx, write_file
from corpus.manifest import load_corpus
from tests.assistant.policy import NUMBER, TITLE, write_corpus

ADDRESS = f"《{TITLE}》（{NUMBER}）"
ROW = {
    "document_id": "p1",
    "address": "甲",
    "lead": ["=cmd|' /C calc'!A0", "市科技局"],
    "join": [],
    "shared": [],
    "single": [],
    "notes": [],
    "quote": "乙\x0b\n丙",
}


def test_rows_hold_every_field_of_the_facts(tmp_path: Path) -> None:
    rows = fact_rows(load_corpus(write_corpus(tmp_path / "d")).documents, "responsibilities")
    assert [(r["address"], r["lead"], r["join"], r["shared"], r["single"]) for r in rows] == [
        (f"{ADDRESS}（一）", ["市科技局"], ["市财政局"], [], []),
        (f"{ADDRESS}（二）", [], [], [], ["市科技局"]),
        (f"{ADDRESS}（三）", ["市人力资源社会保障局"], [], [], []),
        (f"{ADDRESS}（四）", [], [], ["市人力资源社会保障局", "市教育局"], []),
    ]
    assert rows[0]["quote"] == "（市科技局牵头，市财政局配合）"


def test_csv_opens_in_excel_and_holds_no_formula() -> None:
    made = to_csv([ROW], "responsibilities")
    assert made.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    assert lines[0] == list(COLUMNS["responsibilities"].values())
    assert lines[1][:3] == ["p1", "甲", "'=cmd|' /C calc'!A0、市科技局"]


def test_xlsx_cells_are_text_and_control_characters_fall_away() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx([ROW], "responsibilities"))).active
    assert sheet["C2"].value == "=cmd|' /C calc'!A0、市科技局"
    assert sheet["C2"].data_type == "s"
    assert sheet["H2"].value == "乙\n丙"


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(LedgerError) as caught:
        check_kind("wishes")
    assert str(caught.value) == (
        "没有“wishes”这种台账，可选：responsibilities、targets、measures。"
    )


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"无法写入.*请换一个位置"):
        write_file(tmp_path / "none" / "a.csv", b"")
