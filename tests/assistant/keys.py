"""Keys for tests, made and kept as a service makes and keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.access.keys import KeyRing, KeyStore
from assistant.records.models import Scope

PAST = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Keys:
    """The secret of one key for each scope, and of two that hold no longer."""

    secrets: Mapping[Scope, str]
    revoked: str
    expired: str

    def shown(self, scope: Scope) -> dict[str, str]:
        """The headers of who has the key."""
        return {"Authorization": f"Bearer {self.secrets[scope]}"}


def keys_in(store: KeyStore) -> Keys:
    """New keys, kept there. Those that hold no longer would be an admin's."""
    ring = KeyRing(store)
    secrets = {scope: ring.create(scope.value, scope).secret for scope in Scope}
    revoked = ring.create("revoked", Scope.ADMIN)
    ring.revoke(revoked.key.id)
    expired = KeyRing(store, lambda: PAST).create("expired", Scope.ADMIN, days=1)
    return Keys(secrets, revoked.secret, expired.secret)
