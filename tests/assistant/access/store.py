"""Keys kept in memory: the three methods of the records that a key ring needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.records.models import ApiKey


class MemoryKeys:
    """Ordered as they were added."""

    def __init__(self) -> None:
        self.kept: dict[str, ApiKey] = {}

    def add_key(self, key: ApiKey) -> None:
        self.kept[key.id] = key

    def keys(self) -> Sequence[ApiKey]:
        return tuple(self.kept.values())

    def revoke_key(self, key_id: str, at: datetime) -> bool:
        key = self.kept.get(key_id)
        if key is None or key.revoked:
            return False
        self.kept[key_id] = replace(key, revoked=at)
        return True
