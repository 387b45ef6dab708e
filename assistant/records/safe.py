"""Records that are kept although the database is locked, gone or full: they wait in the spool."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from threading import Event, Lock

from sqlalchemy import Engine

from assistant.errors import RecordsError
from assistant.models import Exchange
from assistant.records.entries import Kept
from assistant.records.models import AuditEntry, Said
from assistant.records.recent import Recent
from assistant.records.spool import Spool
from assistant.records.sql import SqlRecords

logger = logging.getLogger(__name__)

_BATCH = 50
"""Records brought into the database in one transaction."""


class SafeRecords(SqlRecords):
    """Records of which none is lost: while anything waits in the spool everything new queues behind
    it. What is read besides conversations and single entries is what the database holds."""

    def __init__(self, engine: Engine, max_exchanges: int, spool: Spool, recent: Recent) -> None:
        super().__init__(engine, max_exchanges)
        self._spool = spool
        self._recent = recent
        self._order = Lock()
        self._catching_up = Lock()
        self.behind = Event()
        """Set while records wait in the spool."""
        self._entries = {item.id: item for item in spool if isinstance(item, AuditEntry)}
        if spool.waiting:
            self.behind.set()

    @property
    def waiting(self) -> int:
        """How many records wait for the database."""
        return self._spool.waiting

    def catch_up(self) -> bool:
        """Bring what waits into the database, in order, each once; whether nothing waits now."""
        with self._catching_up:
            while True:
                with self._order:
                    items, taken = self._spool.first(_BATCH)
                    if not items:
                        self.behind.clear()
                        return True
                try:
                    super().keep(items)
                except RecordsError:
                    return False
                with self._order:
                    # Killed before this they are brought again, and found to be there.
                    self._spool.done(len(items), taken)
                    for item in items:
                        if isinstance(item, AuditEntry):
                            self._entries.pop(item.id, None)

    def close(self) -> None:
        """Bring in what waits, if that can be done at once, and let go of everything."""
        self.catch_up()
        self._spool.close()
        super().close()

    def history(self, conversation_id: str) -> tuple[Exchange, ...]:
        """The exchanges so far; raises RecordsError where they cannot be known."""
        recent = self._recent.get(conversation_id)
        if recent is not None and self.behind.is_set():
            return recent
        try:
            history = super().history(conversation_id)
        except RecordsError:
            if recent is None:
                raise
            return recent
        self._recent.put(conversation_id, history)
        return history

    def entry(self, answer_id: str) -> AuditEntry | None:
        """The entry of one answer, also one that waits."""
        return self._entries.get(answer_id) or super().entry(answer_id)

    def keep(self, items: Sequence[Kept]) -> None:
        """Keep all of them, in the database or in the spool; RecordsError where neither takes them."""
        with self._order:
            if not self._spool.waiting:
                try:
                    super().keep(items)
                except RecordsError:
                    logger.error("the database takes no records; they wait in the spool")
                    self._wait(items)
            else:
                self._wait(items)
        for item in items:
            if isinstance(item, Said):
                self._recent.append(item.conversation_id, item.exchange)

    def _wait(self, items: Sequence[Kept]) -> None:
        self._spool.add(items)
        self._entries.update((item.id, item) for item in items if isinstance(item, AuditEntry))
        self.behind.set()
