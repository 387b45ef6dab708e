"""All that is SQLite's own: how its file is opened, and how it is told that the file has gone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DisconnectionError

from assistant.errors import RecordsError
from assistant.records import messages

BUSY_S = 0.3
"""How long a write waits for another connection's. An answer waits no longer: it is spooled."""
_FILE = "file"


def create_file(path: Path) -> None:
    """Make an empty database file, readable by its owner alone; raises RecordsError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise RecordsError(messages.no_folder(path.parent, messages.why(error))) from error


def open_sqlite(path: Path, busy_s: float, dumps: Callable[[Any], str]) -> Engine:
    """An engine over a file that exists: one that is missing later is an error, not a new file."""
    address = f"{path.resolve().as_uri()}?mode=rw"

    def connect() -> sqlite3.Connection:
        # isolation_level=None: transactions begin where `_begin` says, for DDL as well.
        return sqlite3.connect(
            address, uri=True, timeout=busy_s, isolation_level=None, check_same_thread=False
        )

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_timeout=5,
        json_serializer=dumps,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set_up(path))
    event.listen(engine, "checkout", _refuse_lost_file(path))
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(path: Path) -> Callable[[Any, Any], None]:
    def set_up(connection: sqlite3.Connection, record: Any) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        # NORMAL: what was committed outlives the process, kill -9 included, for it is in the
        # system's cache; the file is sound after a loss of power as well, which costs at most
        # the last seconds. FULL would put a disk's flush, up to 20 ms, into every answer.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        record.info[_FILE] = _identity(path)

    return set_up


def _refuse_lost_file(path: Path) -> Callable[[Any, Any, Any], None]:
    def refuse(connection: Any, record: Any, proxy: Any) -> None:
        # What is written into a file that was removed or replaced is lost without an error.
        if _identity(path) != record.info.get(_FILE):
            raise DisconnectionError()

    return refuse


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _begin(connection: Connection) -> None:
    # A write takes its lock at once: one that starts as a read may fail without waiting.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
