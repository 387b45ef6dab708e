"""API keys: made, shown once, kept as digests, checked."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Protocol

from assistant.errors import KeyStoreError
from assistant.records.models import ApiKey, Scope

PREFIX = "zw_"
_SECRET = re.compile(r"zw_([0-9a-f]{12})_[A-Za-z0-9_-]{43}")
_FRESH_S = 5.0
"""How long keys that were read are believed: a revoked one ends within it."""
_NO_DIGEST = "0" * 64


class KeyStore(Protocol):
    """What of the records keeps the keys."""

    def add_key(self, key: ApiKey) -> None:
        """Keep a new API key."""
        ...

    def keys(self) -> Sequence[ApiKey]:
        """All API keys, the revoked among them, oldest first."""
        ...

    def revoke_key(self, key_id: str, at: datetime) -> bool:
        """Whether there was such a key that was not revoked yet."""
        ...


class NoKeys:
    """A service without records: nobody has a key, and none can be made."""

    def add_key(self, key: ApiKey) -> None:
        """Raises KeyStoreError: it would be forgotten at once."""
        raise KeyStoreError("没有可以保存密钥的数据库。请检查设置项 data 后重试。")

    def keys(self) -> Sequence[ApiKey]:
        """None."""
        return ()

    def revoke_key(self, key_id: str, at: datetime) -> bool:
        """There was none."""
        return False


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key with its secret, which nobody will see again."""

    key: ApiKey
    secret: str


class KeyRing:
    """The keys of the records. Thread-safe; the records may raise RecordsError anywhere."""

    def __init__(
        self, records: KeyStore, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._records = records
        self._now = now
        self._read: dict[str, ApiKey] = {}
        self._read_at = float("-inf")
        self._lock = Lock()

    def create(self, name: str, scope: Scope, days: int | None = None) -> NewKey:
        """A new key, valid for so many days or until it is revoked."""
        key_id, now = secrets.token_hex(6), self._now()
        # 32 random bytes need no slow hash: nobody can try them all.
        secret = f"{PREFIX}{key_id}_{secrets.token_urlsafe(32)}"
        expires = now + timedelta(days=days) if days else None
        key = ApiKey(key_id, name, scope, _digest(secret), now, expires)
        self._records.add_key(key)
        self._forget()
        return NewKey(key, secret)

    def all(self) -> Sequence[ApiKey]:
        """Every key, the revoked among them, oldest first."""
        return self._records.keys()

    def revoke(self, key_id: str) -> bool:
        """Whether there was such a key that was not revoked yet."""
        revoked = self._records.revoke_key(key_id, self._now())
        self._forget()
        return revoked

    def check(self, secret: str) -> ApiKey | None:
        """The key of a secret, or None for one that is unknown, expired or revoked.

        Compares in the same time whether or not there is such a key.
        """
        form = _SECRET.fullmatch(secret)
        key = self._known().get(form[1]) if form else None
        same = hmac.compare_digest(_digest(secret), key.digest if key else _NO_DIGEST)
        return key if same and key and self.is_valid(key) else None

    def valid(self, key_id: str) -> ApiKey | None:
        """The key of an id while it is valid."""
        key = self._known().get(key_id)
        return key if key and self.is_valid(key) else None

    def is_valid(self, key: ApiKey) -> bool:
        """Whether a key is neither revoked nor expired."""
        return key.revoked is None and (key.expires is None or self._now() < key.expires)

    def _known(self) -> dict[str, ApiKey]:
        with self._lock:
            if time.monotonic() - self._read_at > _FRESH_S:
                kept = self._records.keys()
                self._read = {key.id: key for key in kept}
                self._read_at = time.monotonic()
            return self._read

    def _forget(self) -> None:
        with self._lock:
            self._read_at = float("-inf")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
