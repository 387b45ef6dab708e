"""The conversations of this process that spoke last, for when the database cannot be read."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from assistant.models import Exchange


class Recent:
    """Bounded in both directions and safe to use from several threads."""

    def __init__(self, max_conversations: int, max_exchanges: int) -> None:
        self._max_conversations = max_conversations
        self._max_exchanges = max_exchanges
        self._kept: OrderedDict[str, tuple[Exchange, ...]] = OrderedDict()
        self._lock = Lock()

    def get(self, conversation_id: str) -> tuple[Exchange, ...] | None:
        """The whole conversation, or None where it is not known."""
        with self._lock:
            return self._kept.get(conversation_id)

    def put(self, conversation_id: str, history: tuple[Exchange, ...]) -> None:
        """Know a conversation as it is in the database."""
        with self._lock:
            self._kept.pop(conversation_id, None)
            self._kept[conversation_id] = history[-self._max_exchanges :]
            while len(self._kept) > self._max_conversations:
                self._kept.popitem(last=False)

    def append(self, conversation_id: str, exchange: Exchange) -> None:
        """Add an exchange. `history` was asked before, or the conversation is new."""
        self.put(conversation_id, (*(self.get(conversation_id) or ()), exchange))
