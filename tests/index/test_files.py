from __future__ import annotations

import errno
from pathlib import Path

import pytest

from index.errors import IndexStoreError
from index.files import explain, new_folder


def test_a_folder_appears_when_it_is_complete(tmp_path: Path) -> None:
    with new_folder(tmp_path / "deep" / "made", IndexStoreError) as made:
        (made / "a.txt").write_text("甲", encoding="utf-8")
        assert not (tmp_path / "deep" / "made").exists()
    assert (tmp_path / "deep" / "made" / "a.txt").read_text(encoding="utf-8") == "甲"
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["made"]


def test_a_folder_replaces_the_one_that_stood_there(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "old.txt").touch()
    with new_folder(tmp_path / "made", IndexStoreError) as made:
        (made / "new.txt").touch()
    assert [path.name for path in (tmp_path / "made").iterdir()] == ["new.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "old.txt").touch()
    with pytest.raises(ValueError), new_folder(tmp_path / "made", IndexStoreError) as made:
        (made / "new.txt").touch()
        raise ValueError
    assert [path.name for path in (tmp_path / "made").iterdir()] == ["old.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_an_operating_system_error_says_what_to_do(tmp_path: Path) -> None:
    with (
        pytest.raises(IndexStoreError, match=r"磁盘空间不足.*原有内容未改动"),
        new_folder(tmp_path / "made", IndexStoreError),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(IndexStoreError, match="无法写入"),
        new_folder(tmp_path / "file" / "made", IndexStoreError),
    ):
        pass


def test_missing_permission_is_named() -> None:
    message = explain(PermissionError(errno.EACCES, "denied"), Path("索引"))
    assert message == "没有写入 索引 的权限。请检查目录权限，或改用可写的目录。"
