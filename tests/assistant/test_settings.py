from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import PROJECT, Settings


def test_without_any_setting_the_service_is_local_and_uses_no_chat_model(elsewhere: Path) -> None:
    settings = Settings.load()
    assert (settings.host, settings.port, settings.chat_model) == ("127.0.0.1", 8000, None)
    assert settings.documents == PROJECT / "corpus" / "documents"
    assert settings.model_folder == PROJECT / "var" / "model"
    assert settings.index_folder == PROJECT / "var" / "index"


def test_the_environment_goes_over_the_file(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere / "zhengwen.toml").write_text('port = 8100\nencoder = "some/model"\n', "utf-8")
    monkeypatch.setenv("ZHENGWEN_PORT", "8200")
    settings = Settings.load()
    assert (settings.port, settings.encoder) == (8200, "some/model")


def test_an_unknown_key_in_the_file_is_named(elsewhere: Path) -> None:
    (elsewhere / "zhengwen.toml").write_text("prot = 8100\n", "utf-8")
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert str(caught.value) == (
        "不认识的设置项 prot。请检查 zhengwen.toml 与 ZHENGWEN_ 开头的环境变量。"
    )


def test_an_unknown_environment_variable_is_named(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGWEN_PROT", "8100")
    with pytest.raises(SettingsError, match="不认识的环境变量：ZHENGWEN_PROT"):
        Settings.load()


def test_a_value_that_does_not_fit_is_named_with_its_key(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGWEN_PORT", "eighty")
    with pytest.raises(SettingsError, match="设置项 port 的值 'eighty' 不合要求"):
        Settings.load()


def test_a_file_that_is_no_toml_is_an_error_with_its_place(elsewhere: Path) -> None:
    (elsewhere / "zhengwen.toml").write_text("port = \n", "utf-8")
    with pytest.raises(SettingsError, match=r"不是合法的 TOML.*line 1"):
        Settings.load()


def test_a_key_for_a_chat_model_is_never_printed(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGWEN_CHAT_API_KEY", "sk-secret")
    assert "sk-secret" not in repr(Settings.load())


def test_the_audit_log_cannot_be_kept_for_less_than_the_law_asks(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGWEN_AUDIT_DAYS", "189")
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert str(caught.value) == (
        "设置项 audit_days 的值 '189' 不合要求（审计日志至少留存190天，网络安全法要求不少于六个月）。"
        "请检查 zhengwen.toml 与 ZHENGWEN_ 开头的环境变量。"
    )
    monkeypatch.setenv("ZHENGWEN_AUDIT_DAYS", "190")
    assert Settings.load().audit_days == 190


def test_the_address_of_a_database_is_never_printed(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGWEN_DATABASE_URL", "postgresql://u:geheim@db/z")
    assert "geheim" not in repr(Settings.load())
