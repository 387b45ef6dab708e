"""Where earlier exchanges of a conversation are kept, so that follow-up questions work."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Protocol
from uuid import uuid4

from assistant.models import Exchange


class Conversations(Protocol):
    """The seam: another store (a database, Redis) needs these two methods."""

    def history(self, conversation_id: str) -> tuple[Exchange, ...]:
        """The exchanges so far, oldest first; empty for an id never seen or long forgotten."""
        ...

    def append(self, conversation_id: str, exchange: Exchange) -> None:
        """Add one exchange to the end."""
        ...


class MemoryConversations:
    """Bounded in both directions and safe to use from several threads."""

    def __init__(self, max_conversations: int, max_exchanges: int) -> None:
        self._max_conversations = max_conversations
        self._max_exchanges = max_exchanges
        self._kept: OrderedDict[str, tuple[Exchange, ...]] = OrderedDict()
        self._lock = Lock()

    def history(self, conversation_id: str) -> tuple[Exchange, ...]:
        """The exchanges so far, oldest first; asking keeps the conversation from being forgotten."""
        with self._lock:
            if conversation_id not in self._kept:
                return ()
            self._kept.move_to_end(conversation_id)
            return self._kept[conversation_id]

    def append(self, conversation_id: str, exchange: Exchange) -> None:
        """Add one exchange; the oldest of this conversation, or the stalest one of all, give way."""
        with self._lock:
            before = self._kept.pop(conversation_id, ())
            self._kept[conversation_id] = (*before, exchange)[-self._max_exchanges :]
            while len(self._kept) > self._max_conversations:
                self._kept.popitem(last=False)


def new_conversation_id() -> str:
    """Not guessable, as it opens what others asked."""
    return uuid4().hex
