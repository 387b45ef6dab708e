from __future__ import annotations

import pytest

import assistant.wiring
from assistant.access.keys import KeyRing
from assistant.cli.app import run
from assistant.records.models import Scope
from assistant.settings import Settings
from tests.assistant.access.store import MemoryKeys


@pytest.fixture
def store(own_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> MemoryKeys:
    kept = MemoryKeys()
    monkeypatch.setattr(assistant.wiring, "open_records", lambda settings: kept)
    return kept


def test_a_key_is_made_shown_once_and_works(
    store: MemoryKeys, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["key", "create", "--name", "市门户网站", "--scope", "editor", "--days", "30"]) == 0
    shown = capsys.readouterr()
    made = KeyRing(store).check(shown.out.strip())
    assert made is not None
    assert (made.name, made.scope) == ("市门户网站", Scope.EDITOR)
    assert made.expires is not None
    assert "只显示这一次" in shown.err
    assert run(["key", "list"]) == 0
    listed = capsys.readouterr().out
    assert made.id in listed
    assert "市门户网站" in listed
    assert shown.out.strip() not in listed


def test_a_key_is_revoked_once(store: MemoryKeys, capsys: pytest.CaptureFixture[str]) -> None:
    made = KeyRing(store).create("a", Scope.PUBLIC)
    assert run(["key", "revoke", made.key.id]) == 0
    assert KeyRing(store).check(made.secret) is None
    assert run(["key", "revoke", made.key.id]) == 1
    assert f"没有编号为 {made.key.id} 的有效密钥" in capsys.readouterr().err


def test_a_scope_that_there_is_not_is_said(
    store: MemoryKeys, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["key", "create", "--name", "a", "--scope", "root"]) == 2
    assert "“root”不是可选的值" in capsys.readouterr().err
