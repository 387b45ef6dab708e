"""Withdrawn files are records: they lie below `data`, also those that older versions kept elsewhere."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from assistant.settings import Settings
from assistant.wiring import removed_folder
from tests.assistant.process import serving


def kept_before(settings: Settings, **texts: str) -> Path:
    """Files as an older version kept them, below the folder that may be deleted."""
    folder = settings.home / "removed"
    for name, text in texts.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".txt").write_text(text, encoding="utf-8")
    return folder


def below(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_they_lie_in_the_folder_that_may_not_be_deleted(own_settings: Settings) -> None:
    assert removed_folder(own_settings) == own_settings.data / "removed"


def test_what_an_older_version_kept_is_brought_over_and_overwrites_nothing(
    own_settings: Settings,
) -> None:
    before = kept_before(own_settings, a="旧的", b="乙", sub__c="丙")
    now = own_settings.data / "removed"
    now.mkdir(parents=True)
    (now / "a.txt").write_text("新的", encoding="utf-8")
    assert removed_folder(own_settings) == now
    assert below(now) == {
        "a.txt": "新的",
        "a-2.txt": "旧的",
        "b.txt": "乙",
        "sub/c.txt": "丙",
    }
    assert not before.exists()


def test_a_move_that_was_interrupted_goes_on_without_doubles(own_settings: Settings) -> None:
    kept_before(own_settings, a="甲", b="乙")
    now = own_settings.data / "removed"
    now.mkdir(parents=True)
    # Killed when a was there already and not yet gone from where it was.
    (now / "a.txt").write_text("甲", encoding="utf-8")
    (now / ".arriving-b.txt").write_text("", encoding="utf-8")
    removed_folder(own_settings)
    assert below(now) == {"a.txt": "甲", "b.txt": "乙"}


def test_what_cannot_be_brought_over_stays_where_it_is(
    own_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    before = kept_before(own_settings, a="甲")
    own_settings.data.mkdir(parents=True)
    (own_settings.data / "removed").write_text("no folder", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        removed_folder(own_settings)
    assert below(before) == {"a.txt": "甲"}
    assert "withdrawn files" in caplog.text


def test_a_service_brings_them_over_when_it_starts(own_settings: Settings) -> None:
    before = kept_before(own_settings, a="甲")
    with serving(own_settings):
        assert below(own_settings.data / "removed") == {"a.txt": "甲"}
    assert not before.exists()
