"""Records in real SQLite files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.caller import Caller, Channel
from assistant.models import Answer, Exchange, Status
from assistant.records.build import open_safe
from assistant.records.models import AuditEntry
from assistant.records.safe import SafeRecords

NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
ROOM = 1 << 20
CALLER = Caller(Channel.WIDGET, visitor="v1", key_id="k1", request_id="r1")


def entry(number: int, *, at: datetime | None = None, **changes: object) -> AuditEntry:
    """An entry of its own id, a minute after the one before."""
    told: dict[str, object] = {
        "id": f"a{number}",
        "at": at or NOON + timedelta(minutes=number),
        "caller": CALLER,
        "conversation_id": "c1",
        "question": f"第{number}个问题？",
        "standalone": f"第{number}个问题？",
        "status": "answered",
        "answer": f"答{number}[1]",
        "citations": (
            {"document_id": "p1", "address": "（一）", "quote": "引文", "start": 1, "end": 3},
        ),
        "notices": ("说明",),
        "versions": {"zhengwen": "0.1.0", "document:p1": "ab"},
        "composer": "extractive",
        "took_ms": 12.5,
    }
    return AuditEntry(**{**told, **changes})  # type: ignore[arg-type]


def exchange(number: int) -> Exchange:
    """The exchange of the entry with this number."""
    asked = f"第{number}个问题？"
    answer = Answer(f"a{number}", "c1", asked, Status.ANSWERED, f"答{number}", standalone=asked)
    return Exchange(asked, answer)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], SafeRecords]]:
    """Opens the records in this test's folder; whatever is still open is closed at the end."""
    made: list[SafeRecords] = []

    def open_again() -> SafeRecords:
        while made:
            made.pop().close()
        made.append(open_safe(tmp_path, None, 8, ROOM))
        return made[-1]

    yield open_again
    while made:
        made.pop().close()


@pytest.fixture
def records(opened: Callable[[], SafeRecords]) -> SafeRecords:
    """Records in an empty database."""
    return opened()
