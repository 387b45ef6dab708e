"""What is done while serving without anybody asking: catching up, and removing what is too old."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event, Thread

from assistant.errors import RecordsError
from assistant.records.models import Purged, Retention
from assistant.records.safe import SafeRecords

logger = logging.getLogger(__name__)

_RETRY_S = 1.0
"""Between two attempts to bring the spool into the database."""
_PURGE_S = 3600.0
"""Days are kept to the hour, and conversations stay near their number."""


@contextmanager
def kept_in_order(records: SafeRecords, retention: Retention) -> Iterator[SafeRecords]:
    """Keep house in a thread of its own until the block ends; then records are closed."""
    stop = Event()
    thread = Thread(
        target=_keep_house, args=(records, retention, stop), name="zhengwen-records", daemon=True
    )
    thread.start()
    try:
        yield records
    finally:
        stop.set()
        thread.join(10)
        records.close()


def _keep_house(records: SafeRecords, retention: Retention, stop: Event) -> None:
    due = 0.0
    while not stop.wait(_RETRY_S if due else 0):
        now = time.monotonic()
        try:
            if records.behind.is_set() and records.catch_up():
                logger.warning("the database takes records again; nothing waits in the spool")
            if now >= due:
                due = now + _PURGE_S
                logger.info("removed what was too old: %s", _purge(records, retention))
        except Exception:
            # Whatever it was, the next round tries again: nobody restarts this thread.
            logger.exception("records were not put in order")


def _purge(records: SafeRecords, retention: Retention) -> Purged | None:
    """What cannot be removed now is removed the next time."""
    try:
        return records.purge(retention, datetime.now(UTC))
    except RecordsError:
        return None
