"""The documented file against the settings themselves, and what doctor shows of them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from assistant.effective import Effective, effective
from assistant.settings import PROJECT, Settings

EXAMPLE = (PROJECT / "zhengwen.example.toml").read_text(encoding="utf-8")
_ENTRY = re.compile(r"(?m)^# (\w+) = (.+)$")
_PLACES = {"home", "documents", "data"}
"""Relative in the file, absolute by default: they stand for the checkout."""


def test_every_setting_is_documented_in_chinese_with_its_default() -> None:
    documented = tomllib.loads("\n".join(m[0].removeprefix("# ") for m in _ENTRY.finditer(EXAMPLE)))
    assert sorted(documented) == sorted(Settings.model_fields)
    lines = EXAMPLE.splitlines()
    defaults = {name: getattr(Settings(), name) for name in documented}
    for name, given in documented.items():
        above = lines[next(n for n, line in enumerate(lines) if line.startswith(f"# {name} =")) - 1]
        assert re.search(r"[㐀-鿿]", above), name
        default = defaults[name]
        if default is None:
            assert "默认不设" in above, name
        elif name in _PLACES:
            assert PROJECT / given == default
        elif isinstance(default, tuple):
            assert tuple(given) == default, name
        else:
            assert type(default)(given) == default, name


def test_the_documented_file_is_valid_when_nothing_or_everything_is_taken_from_it(
    elsewhere: Path,
) -> None:
    (elsewhere / "zhengwen.toml").write_text(EXAMPLE, encoding="utf-8")
    assert Settings.load() == Settings()
    whole = _ENTRY.sub(lambda m: f"{m[1]} = {m[2]}", EXAMPLE)
    (elsewhere / "zhengwen.toml").write_text(whole, encoding="utf-8")
    assert Settings.load().chat_model == "openai:qwen-plus"


def test_what_is_in_force_is_shown_with_its_source_and_without_secrets(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere / "zhengwen.toml").write_text(
        'chat_api_key = "sk-1"\nport = 8100\nchat_base_url = "http://user:pw@model/v1"\n', "utf-8"
    )
    monkeypatch.setenv("ZHENGWEN_PORT", "8200")
    shown = {setting.name: setting for setting in effective(Settings.load())}
    assert shown["port"] == Effective("port", "8200", "环境变量")
    assert shown["chat_api_key"] == Effective("chat_api_key", "已设置（不显示）", "zhengwen.toml")
    assert shown["chat_base_url"].value == "http://…@model/v1"
    assert shown["host"] == Effective("host", "127.0.0.1", "默认")
    assert shown["chat_max_tokens"].value == "800"
    assert shown["chat_model"].value == "不设"
