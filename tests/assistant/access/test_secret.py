from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.access.secret import FILE, derived, read_or_make_secret
from assistant.errors import SettingsError


def test_the_secret_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    secret = read_or_make_secret(folder)
    assert len(secret) == 32
    assert read_or_make_secret(folder) == secret
    assert (folder / FILE).stat().st_mode & 0o777 == 0o600
    assert [p.name for p in folder.iterdir()] == [FILE]


def test_processes_that_start_at_once_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: read_or_make_secret(tmp_path), range(32)))
    assert len(made) == 1


def test_a_damaged_secret_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"short")
    with pytest.raises(SettingsError, match=r"secret\.key 已损坏"):
        read_or_make_secret(tmp_path)


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(SettingsError, match="读写不了密钥文件"):
        read_or_make_secret(tmp_path / "data")


def test_each_purpose_has_a_secret_of_its_own() -> None:
    assert derived(b"s", "widget") == derived(b"s", "widget") != derived(b"s", "visitor")
