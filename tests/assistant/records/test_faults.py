"""The database locked, gone and full, and the process killed: done for real."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.errors import RecordsError
from assistant.records.build import open_safe, waiting_in
from assistant.records.chain import Checked, check_chain
from assistant.records.models import Verdict
from assistant.records.safe import SafeRecords
from tests.assistant.records.conftest import ROOM, entry, exchange
from tests.assistant.records.test_sql import feedback

PROJECT = Path(__file__).resolve().parents[3]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Another process's connection holds the write lock."""
    other = sqlite3.connect(folder / "zhengwen.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


def ids(records: SafeRecords) -> list[str]:
    return [e.id for e in records.every_entry()]


def test_while_the_database_is_locked_everything_waits_in_order(
    records: SafeRecords, tmp_path: Path
) -> None:
    records.answered(entry(1), exchange(1))
    assert records.history("c1") == (exchange(1),)
    with locked(tmp_path):
        records.answered(entry(2), exchange(2))
        records.answered(entry(3), exchange(3))
        records.give_feedback(feedback(4, Verdict.REPORT))
        assert (records.waiting, records.behind.is_set(), ids(records)) == (5, True, ["a1"])
        assert records.history("c1") == tuple(map(exchange, (1, 2, 3)))
        assert records.entry("a3") == entry(3)
        assert records.catch_up() is False
    records.answered(entry(4), exchange(4))  # queues behind what waits
    assert records.waiting == 7
    assert records.catch_up() is True
    assert (records.waiting, records.behind.is_set()) == (0, False)
    assert ids(records) == ["a1", "a2", "a3", "a4"]
    assert records.history("c1") == tuple(map(exchange, (1, 2, 3, 4)))
    assert records.feedback() == [feedback(4, Verdict.REPORT)]
    assert check_chain(records) == Checked(4)


def test_a_database_that_went_away_is_waited_for_and_never_made_anew(
    records: SafeRecords, tmp_path: Path
) -> None:
    database = tmp_path / "zhengwen.db"
    records.answered(entry(1), exchange(1))
    database.rename(tmp_path / "elsewhere")
    records.answered(entry(2), exchange(2))
    assert not database.exists()
    database.mkdir()
    records.answered(entry(3), exchange(3))
    assert records.catch_up() is False
    with pytest.raises(RecordsError, match="记录暂时无法读取"):
        records.history("c2")
    database.rmdir()
    (tmp_path / "elsewhere").rename(database)
    assert records.catch_up() is True
    assert ids(records) == ["a1", "a2", "a3"]


def test_a_spool_that_somebody_removed_is_written_again_with_all_that_waits(
    opened: Callable[[], SafeRecords], tmp_path: Path
) -> None:
    records = opened()
    with locked(tmp_path):
        records.audit(entry(1))
        (tmp_path / "spool-1.jsonl").unlink()
        records.audit(entry(2))
        assert waiting_in(tmp_path) == 2
    assert ids(opened()) == ["a1", "a2"]


def test_where_neither_can_be_written_no_answer_is_given(
    records: SafeRecords, tmp_path: Path
) -> None:
    spool = tmp_path / "spool-1.jsonl"
    with locked(tmp_path):
        records.answered(entry(1), exchange(1))
        spool.unlink()
        spool.mkdir()
        with pytest.raises(RecordsError) as caught:
            records.answered(entry(2), exchange(2))
        assert str(caught.value) == (
            "暂时无法留存记录，请求没有办理。请稍后重试；若反复出现，请联系管理人员检查数据目录的磁盘空间与权限。"
        )
        spool.rmdir()
        records.answered(entry(3), exchange(3))
    assert records.catch_up() is True
    assert ids(records) == ["a1", "a3"]
    assert records.history("c1") == (exchange(1), exchange(3))


def test_a_full_spool_takes_no_answer_by_halves(tmp_path: Path) -> None:
    records = open_safe(tmp_path, None, 8, room=4096)
    kept = 0
    with locked(tmp_path), pytest.raises(RecordsError):
        for number in range(1, 100):
            records.answered(entry(number), exchange(number))
            kept = number
    assert 1 <= kept < 10
    assert records.history("c1") == tuple(exchange(n) for n in range(1, kept + 1))
    assert records.catch_up() is True
    assert ids(records) == [f"a{n}" for n in range(1, kept + 1)]
    records.close()


def test_a_torn_last_line_is_no_record(opened: Callable[[], SafeRecords], tmp_path: Path) -> None:
    records = open_safe(tmp_path, None, 8, ROOM)
    with locked(tmp_path):
        records.audit(entry(1))
        records.audit(entry(2))
        copied = (tmp_path / "spool-1.jsonl").read_bytes()
    records.close()
    end = copied.index(b"\0")
    torn = copied[: end - 20] + b"\0" * 20 + copied[end:]
    (tmp_path / "spool-1.jsonl").write_bytes(torn)
    (tmp_path / "zhengwen.db").unlink()
    assert ids(opened()) == ["a1"]


_SERVE = """
import resource, signal, sqlite3, sys
from pathlib import Path
from assistant.errors import RecordsError
from assistant.records.build import open_safe
from tests.assistant.records.conftest import ROOM, entry, exchange

folder, how = Path(sys.argv[1]), sys.argv[2]
records = open_safe(folder, None, 8, ROOM)
records.answered(entry(0), exchange(0))
if how == "full":
    # The database's log may not grow, as on a disk without room; the spool has its room already.
    size = (folder / "zhengwen.db-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
if how == "locked":
    other = sqlite3.connect(folder / "zhengwen.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
for number in range(1, 1000):
    try:
        records.answered(entry(number), exchange(number))
    except RecordsError:
        break
    print(number, flush=True)
print("end", flush=True)
signal.pause()
"""


@pytest.mark.parametrize(("how", "spooled"), [("free", False), ("locked", True), ("full", True)])
def test_nothing_that_was_answered_is_lost_by_kill_9(
    tmp_path: Path, how: str, spooled: bool
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _SERVE, str(tmp_path), how],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        answered = [0]
        for line in process.stdout:
            if line == "end\n":
                break
            answered.append(int(line))
            if answered[-1] == 30:
                break
        os.kill(process.pid, signal.SIGKILL)
    assert len(answered) > 5
    assert (waiting_in(tmp_path) > 0) is spooled
    records = open_safe(tmp_path, None, 8, ROOM)
    kept = ids(records)
    # The process may have gone on for a moment after its last line was read.
    assert kept[: len(answered)] == [f"a{n}" for n in answered]
    assert kept == [f"a{n}" for n in range(len(kept))]
    assert check_chain(records) == Checked(len(kept))
    assert records.history("c1") == tuple(exchange(n) for n in range(len(kept)))[-8:]
    assert waiting_in(tmp_path) == 0
    records.close()


def test_records_brought_in_twice_stand_once(
    opened: Callable[[], SafeRecords], tmp_path: Path
) -> None:
    records = open_safe(tmp_path, None, 8, ROOM)
    with locked(tmp_path):
        for number in range(1, 12):
            records.answered(entry(number), exchange(number))
        waiting = (tmp_path / "spool-1.jsonl").read_bytes()
    records.close()
    # As if the process had been killed between the database's commit and the spool's.
    (tmp_path / "spool-1.jsonl").write_bytes(waiting)
    records = opened()
    assert ids(records) == [f"a{n}" for n in range(1, 12)]
    assert records.history("c1") == tuple(exchange(n) for n in range(4, 12))


def test_two_processes_have_a_spool_each_and_what_one_left_is_brought_in(tmp_path: Path) -> None:
    first, second = open_safe(tmp_path, None, 8, ROOM), open_safe(tmp_path, None, 8, ROOM)
    with locked(tmp_path):
        first.audit(entry(1))
        second.audit(entry(2))
        assert waiting_in(tmp_path) == 2
        second.close()
    assert first.catch_up() is True
    assert (ids(first), waiting_in(tmp_path)) == (["a1"], 1)
    first.close()
    third = open_safe(tmp_path, None, 8, ROOM)
    assert (ids(third), waiting_in(tmp_path)) == (["a1", "a2"], 0)
    third.close()
