"""Keys for tests: records that hold nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from assistant.records.models import ApiKey, Scope

CREATED = datetime(2026, 1, 1, tzinfo=UTC)


def key_of(secret: str, scope: Scope, **more: Any) -> ApiKey:
    digest = hashlib.sha256(secret.encode()).hexdigest()
    return ApiKey(secret, secret, scope, digest, CREATED, **more)


def records_with(*keys: ApiKey) -> Any:
    """Records as far as routes ask them for keys."""

    def held() -> Sequence[ApiKey]:
        return keys

    return SimpleNamespace(keys=held)
