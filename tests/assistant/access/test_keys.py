from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta

import pytest

from assistant.access.keys import KeyRing, NoKeys
from assistant.errors import KeyStoreError
from assistant.records.models import Scope
from tests.assistant.access.store import MemoryKeys


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def test_a_key_opens_with_its_secret_and_only_the_digest_is_kept() -> None:
    store = MemoryKeys()
    ring = KeyRing(store)
    made = ring.create("市门户网站", Scope.EDITOR)
    assert re.fullmatch(r"zw_[0-9a-f]{12}_[A-Za-z0-9_-]{43}", made.secret)
    assert ring.check(made.secret) == made.key
    assert store.keys() == (made.key,)
    assert made.key.digest == hashlib.sha256(made.secret.encode()).hexdigest()
    assert made.secret not in repr(store.keys())


@pytest.mark.parametrize(
    "secret", ["", "zw_", "zw_0123456789ab_" + "a" * 43, "sk-1234", "zw_\ud800", "zw_甲"]
)
def test_what_is_no_secret_of_a_key_opens_nothing(secret: str) -> None:
    ring = KeyRing(MemoryKeys())
    ring.create("a", Scope.PUBLIC)
    assert ring.check(secret) is None


def test_the_secret_of_one_key_under_the_id_of_another_opens_nothing() -> None:
    ring = KeyRing(MemoryKeys())
    first, second = ring.create("a", Scope.ADMIN), ring.create("b", Scope.PUBLIC)
    mixed = second.secret.replace(second.key.id, first.key.id)
    assert ring.check(mixed) is None


def test_a_key_ends_when_its_days_are_over() -> None:
    clock = Clock()
    ring = KeyRing(MemoryKeys(), clock)
    made = ring.create("a", Scope.PUBLIC, days=30)
    clock.now += timedelta(days=30, seconds=-1)
    assert ring.check(made.secret) == made.key
    clock.now += timedelta(seconds=1)
    assert ring.check(made.secret) is None
    assert ring.valid(made.key.id) is None


def test_a_revoked_key_opens_nothing_and_is_revoked_once() -> None:
    ring = KeyRing(MemoryKeys())
    made = ring.create("a", Scope.PUBLIC)
    assert ring.check(made.secret) is not None
    assert ring.revoke(made.key.id) is True
    assert ring.check(made.secret) is None
    assert ring.revoke(made.key.id) is False
    assert [key.revoked is not None for key in ring.all()] == [True]


def test_without_records_no_key_can_be_made_and_none_is_known() -> None:
    ring = KeyRing(NoKeys())
    with pytest.raises(KeyStoreError, match="没有可以保存密钥的数据库"):
        ring.create("a", Scope.ADMIN)
    assert ring.check("zw_0123456789ab_" + "a" * 43) is None
    assert ring.revoke("0123456789ab") is False
