from __future__ import annotations

import csv
import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.cli.app import run
from assistant.labels import LABEL
from assistant.records.messages import COLUMNS, NOTE
from assistant.settings import Settings
from assistant.wiring import build_records
from tests.assistant.records.conftest import entry


@pytest.fixture
def kept(own_settings: Settings) -> Settings:
    """Three entries on the first three days of a month, one of them made to look like a formula."""
    records = build_records(own_settings)
    for day in (1, 2, 3):
        asked = "=HYPERLINK(1)" if day == 2 else "问"
        records.audit(entry(day, at=datetime(2026, 3, day, 4, tzinfo=UTC), question=asked))
    records.close()
    return own_settings


def test_an_export_holds_the_days_that_were_asked_for(
    kept: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "log.jsonl"
    assert (
        run(["audit", "export", "--since", "2026-03-02", "--until", "2026-03-02", "-o", str(out)])
        == 0
    )
    (row,) = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert (row["id"], row["ai_generated"], row["label"]) == ("a2", True, LABEL)
    assert capsys.readouterr().err == f"已导出1条到 {out}。\n"


def test_tables_carry_the_label_and_run_no_formula(kept: Settings, tmp_path: Path) -> None:
    for name in ("log.csv", "log.xlsx"):
        assert run(["audit", "export", "-o", str(tmp_path / name)]) == 0
    with (tmp_path / "log.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert tuple(rows[0]) == COLUMNS
    asked, label = COLUMNS.index("问题"), COLUMNS.index("标识")
    assert [(row[asked], row[label]) for row in rows[1:]] == [
        ("问", LABEL),
        ("'=HYPERLINK(1)", LABEL),
        ("问", LABEL),
    ]
    book = load_workbook(tmp_path / "log.xlsx")
    assert book.properties.description == NOTE
    cells = list(book.worksheets[0].iter_rows())
    assert [cell.value for cell in cells[0]] == list(COLUMNS)
    assert [(row[asked].value, row[asked].data_type) for row in cells[1:]] == [
        ("问", "s"),
        ("=HYPERLINK(1)", "s"),
        ("问", "s"),
    ]


def test_a_name_that_says_no_format_is_refused(
    kept: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "export", "-o", str(tmp_path / "log.pdf")]) == 1
    assert "请用 .jsonl、.csv 或 .xlsx 结尾的文件名" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(
    kept: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "export", "-o", str(tmp_path / "none" / "log.csv")]) == 1
    assert str(tmp_path / "none") in capsys.readouterr().err


def test_a_log_that_was_changed_is_found(
    kept: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "check"]) == 0
    assert capsys.readouterr().err == "共3条，摘要链完整，没有发现改动。\n"
    database = sqlite3.connect(kept.data / "zhengwen.db")
    database.execute("UPDATE audit SET answer = '改过' WHERE id = 'a2'")
    database.commit()
    database.close()
    assert run(["audit", "check"]) == 1
    assert capsys.readouterr().out == (
        "前1条相符；从编号 a2 的记录起与摘要链不符，日志可能被改动过。\n"
    )


def test_purging_keeps_what_the_law_wants_kept(
    own_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    records = build_records(own_settings)
    for number, days in ((1, 400), (2, 360), (3, 0)):
        records.audit(entry(number, at=datetime.now(UTC) - timedelta(days=days)))
    records.close()
    assert run(["audit", "purge"]) == 0
    assert capsys.readouterr().err == "已清理到期记录：审计日志1条，反馈0条，会话问答0条。\n"
    records = build_records(own_settings)
    assert [e.id for e in records.every_entry()] == ["a2", "a3"]
    records.close()
