from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

from assistant.records.build import open_safe
from assistant.records.database import open_database
from assistant.records.housekeeping import kept_in_order
from assistant.records.models import Purged, Retention
from assistant.records.recent import Recent
from assistant.records.safe import SafeRecords
from assistant.records.spool import Spool
from tests.assistant.records.conftest import ROOM, entry

RETENTION = Retention(timedelta(days=200), timedelta(days=200), timedelta(days=30), 10)


class Watched(SafeRecords):
    """The real thing, which says when something was brought in or removed."""

    def __init__(self, folder: Path) -> None:
        spool = Spool.claim(folder / "spool-1.jsonl", ROOM)
        assert spool is not None
        super().__init__(open_database(folder, None), 8, spool, Recent(10, 8))
        self.brought_in, self.purged = Event(), Event()

    def catch_up(self) -> bool:
        nothing_waits = super().catch_up()
        if nothing_waits:
            self.brought_in.set()
        return nothing_waits

    def purge(self, retention: Retention, now: datetime) -> Purged:
        purged = super().purge(retention, now)
        self.purged.set()
        return purged


def test_while_serving_what_is_old_is_removed_and_what_waits_is_brought_in(
    tmp_path: Path,
) -> None:
    records = Watched(tmp_path)
    now = datetime.now(UTC)
    records.keep([entry(1, at=now - timedelta(days=201)), entry(2, at=now)])
    with kept_in_order(records, RETENTION):
        assert records.purged.wait(10)
        assert [e.id for e in records.every_entry()] == ["a2"]
        other = sqlite3.connect(tmp_path / "zhengwen.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        records.audit(entry(3))
        assert records.waiting == 1
        other.execute("ROLLBACK")
        other.close()
        assert records.brought_in.wait(10)
        assert [e.id for e in records.every_entry()] == ["a2", "a3"]


def test_what_waits_when_the_service_stops_is_brought_in_if_that_can_be_done(
    tmp_path: Path,
) -> None:
    with kept_in_order(records := open_safe(tmp_path, None, 8, ROOM), RETENTION):
        other = sqlite3.connect(tmp_path / "zhengwen.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        records.audit(entry(1))
        other.execute("ROLLBACK")
        other.close()
    again = open_safe(tmp_path, None, 8, ROOM)
    assert [e.id for e in again.every_entry()] == ["a1"]
    again.close()
