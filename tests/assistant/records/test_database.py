from __future__ import annotations

import re
import sqlite3
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from setuptools import find_packages
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

import assistant.records
from assistant.errors import RecordsError, SettingsError
from assistant.records.database import open_database
from assistant.records.tables import metadata


def test_the_migrations_make_exactly_the_tables(tmp_path: Path) -> None:
    engine = open_database(tmp_path, None)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_the_file_is_its_owners_alone_and_in_the_mode_that_is_promised(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "new", None)
    assert stat.S_IMODE((tmp_path / "new" / "zhengwen.db").stat().st_mode) == 0o600
    with engine.connect() as connection:
        told = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    assert told == ["wal", 1, 1, 300]
    engine.dispose()


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    open_database(tmp_path, None).dispose()
    database = sqlite3.connect(tmp_path / "zhengwen.db")
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.close()
    with pytest.raises(RecordsError) as caught:
        open_database(tmp_path, None)
    assert str(caught.value) == (
        "数据库由更新版本的政问建立，当前程序不能使用。请升级政问，或恢复升级前的备份。"
    )


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "zhengwen.db").write_text("这不是数据库" * 1000, "utf-8")
    with pytest.raises(RecordsError, match="无法打开或更新记录数据库"):
        open_database(tmp_path, None)
    assert (tmp_path / "zhengwen.db").read_text("utf-8") == "这不是数据库" * 1000


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", "utf-8")
    with pytest.raises(RecordsError) as caught:
        open_database(tmp_path / "data", None)
    assert str(caught.value) == (
        f"无法在 {tmp_path / 'data'} 存放记录（同名的位置已被占用）。"
        "请检查目录与磁盘，或用设置项 data 换一个位置。"
    )


def test_a_url_names_another_file(tmp_path: Path) -> None:
    open_database(tmp_path, f"sqlite:///{tmp_path / 'other.db'}").dispose()
    assert [p.name for p in tmp_path.iterdir()] == ["other.db"]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "postgresql+psycopg://u:geheim@127.0.0.1/z",
            "设置项 database_url 所用的数据库驱动 psycopg 没有安装",
        ),
        ("postgresql://u:geheim@127.0.0.1/z", "设置项 database_url 所用的数据库驱动 psycopg"),
        ("nonsense://u:geheim@h/z", "设置项 database_url 不是数据库地址"),
        ("geheim", "设置项 database_url 不是数据库地址"),
        ("sqlite://", "设置项 database_url 没有写明 SQLite 文件的位置"),
    ],
)
def test_a_url_that_cannot_be_used_is_told_without_its_password(
    tmp_path: Path, url: str, told: str
) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        open_database(tmp_path, url)
    assert "geheim" not in str(caught.value)


def test_only_one_file_speaks_to_sqlite_alone() -> None:
    package = Path(assistant.records.__file__).parent
    speaking = [
        file.name
        for file in package.rglob("*.py")
        if re.search(r"PRAGMA|exec_driver_sql|import sqlite3|\btext\(", file.read_text("utf-8"))
    ]
    assert speaking == ["sqlite.py"]


def test_the_tables_are_tables_of_postgresql_as_well() -> None:
    made = [
        str(CreateTable(t).compile(dialect=postgresql.dialect())) for t in metadata.sorted_tables
    ]
    assert [("BIGSERIAL" in text, "TIMESTAMP WITH TIME ZONE" in text) for text in made] == [
        (False, True),
        (True, True),
        (False, False),
        (True, True),
        (True, True),
    ]


def test_the_migrations_are_shipped_with_the_package() -> None:
    project = Path(__file__).resolve().parents[3]
    shipped = find_packages(str(project), include=["assistant*"])
    assert "assistant.records.migrations.versions" in shipped
