"""The parts of the records put together."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import RecordsError
from assistant.records import messages
from assistant.records.database import open_database
from assistant.records.recent import Recent
from assistant.records.safe import SafeRecords
from assistant.records.spool import Spool, count_waiting
from assistant.records.sql import SqlRecords

ROOM = 32 << 20
"""Bytes of a spool: some three thousand answers."""
_RECENT = 1000
_MOST = 8
"""Processes that may share a data folder, each with a spool of its own."""


def open_sql(data: Path, url: str | None, max_exchanges: int) -> SqlRecords:
    """The database alone, for commands beside the service."""
    return SqlRecords(open_database(data, url), max_exchanges)


def open_safe(data: Path, url: str | None, max_exchanges: int, room: int = ROOM) -> SafeRecords:
    """The database with a spool before it; what processes before left in spools is brought in."""
    engine = open_database(data, url)
    claimed: list[Spool] = []
    for path in _spools(data):
        # One is made for this process; more are looked at where processes have left them.
        if not claimed or path.exists():
            spool = Spool.claim(path, room)
            claimed += [spool] if spool else []
    if not claimed:
        raise RecordsError(messages.no_folder(data, "已有太多进程使用它"))
    records = [
        SafeRecords(engine, max_exchanges, spool, Recent(_RECENT, max_exchanges))
        for spool in claimed
    ]
    for each, spool in zip(records, claimed, strict=True):
        each.catch_up()
        if each is not records[0]:
            spool.close()
    return records[0]


def waiting_in(data: Path) -> int:
    """How many records wait in spools there, of whatever process."""
    return sum(count_waiting(path) for path in _spools(data))


def _spools(data: Path) -> list[Path]:
    return [data / f"spool-{number}.jsonl" for number in range(1, _MOST + 1)]
