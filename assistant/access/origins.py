"""Which portals may use the widget, and with whose key."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_ORIGIN = re.compile(r"https?://(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?")


def is_origin(text: str) -> bool:
    """Whether a text is an origin as browsers send it: scheme, host, port, nothing more."""
    return _ORIGIN.fullmatch(text) is not None


class Origins:
    """The allow-list: the id of a key → the origins for which its holder may mint tokens."""

    def __init__(self, by_key: Mapping[str, Sequence[str]]) -> None:
        self._by_key = {key: frozenset(origins) for key, origins in by_key.items()}
        self._all = frozenset(o for origins in self._by_key.values() for o in origins)

    def allows(self, key_id: str, origin: str) -> bool:
        """Whether the holder of this key may show the widget there."""
        return origin in self._by_key.get(key_id, ())

    def lists(self, origin: str) -> bool:
        """Whether any key has this origin."""
        return origin in self._all
