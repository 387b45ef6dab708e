from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.errors import RecordsError
from assistant.records.chain import Checked, check_chain
from assistant.records.models import (
    ApiKey,
    Feedback,
    Purged,
    Retention,
    Scope,
    Verdict,
)
from assistant.records.safe import SafeRecords
from tests.assistant.records.conftest import CALLER, NOON, entry, exchange

KEPT = Retention(timedelta(days=200), timedelta(days=100), timedelta(days=30), 1000)


def feedback(number: int, verdict: Verdict = Verdict.USEFUL) -> Feedback:
    return Feedback(
        f"f{number}", NOON + timedelta(minutes=number), "a1", verdict, "好", CALLER, None
    )


def test_what_was_kept_is_read_back_as_it_was_after_a_restart(
    opened: Callable[[], SafeRecords],
) -> None:
    records = opened()
    odd = entry(2, conversation_id=None, question="半个字\ud800和空\0字")
    records.answered(entry(1), exchange(1))
    records.audit(odd)
    records = opened()
    assert records.entry("a1") == entry(1)
    assert records.entry("a2") == replace(odd, question="半个字?和空\ufffd字")
    assert records.entry("a3") is None
    assert records.history("c1") == (exchange(1),)
    assert records.history("c2") == ()


def test_an_entry_is_kept_once_and_a_conversation_is_bounded(records: SafeRecords) -> None:
    for number in (*range(1, 11), 10, 3):
        records.answered(entry(number), exchange(number))
    assert [e.id for e in records.every_entry()] == [f"a{n}" for n in range(1, 11)]
    assert records.history("c1") == tuple(exchange(n) for n in range(3, 11))


def test_entries_are_paged_from_the_newest_and_bounded_by_time(records: SafeRecords) -> None:
    for number in range(1, 8):
        records.audit(entry(number))
    first = records.audited(limit=3)
    second = records.audited(limit=3, after=first[-1].id)
    assert [[e.id for e in page] for page in (first, second)] == [
        ["a7", "a6", "a5"],
        ["a4", "a3", "a2"],
    ]
    assert records.audited(after="never") == []
    within = records.every_entry(
        since=NOON + timedelta(minutes=2), until=NOON + timedelta(minutes=4)
    )
    assert [e.id for e in within] == ["a2", "a3"]


def test_feedback_is_listed_by_verdict_and_closed_once(records: SafeRecords) -> None:
    given = [feedback(1), feedback(2, Verdict.REPORT), feedback(3, Verdict.REPORT)]
    for each in given:
        records.give_feedback(each)
    assert list(records.feedback()) == given[::-1]
    assert list(records.feedback(verdict=Verdict.REPORT, after="f3")) == [given[1]]
    assert records.open_reports() == 2
    assert [records.close_feedback("f2", NOON), records.close_feedback("f2", NOON)] == [True, False]
    assert records.open_reports() == 1
    assert records.feedback(verdict=Verdict.REPORT)[1] == replace(given[1], closed=NOON)


def test_keys_are_kept_and_revoked_once(records: SafeRecords) -> None:
    key = ApiKey("k1", "门户", Scope.EDITOR, "d" * 64, NOON, NOON + timedelta(days=1))
    records.add_key(key)
    assert records.keys() == [key]
    assert [records.revoke_key("k1", NOON), records.revoke_key("k1", NOON)] == [True, False]
    assert records.keys() == [replace(key, revoked=NOON)]


def test_a_second_key_of_the_same_id_is_refused(records: SafeRecords) -> None:
    records.add_key(ApiKey("k1", "门户", Scope.EDITOR, "d" * 64, NOON))
    with pytest.raises(RecordsError, match="记录暂时无法写入"):
        records.add_key(ApiKey("k1", "另一个", Scope.ADMIN, "e" * 64, NOON))
    (kept,) = records.keys()
    assert kept.name == "门户"


def test_what_is_too_old_is_removed_and_nothing_else(records: SafeRecords) -> None:
    now = NOON + timedelta(days=300)
    for number, days in ((1, 99), (2, 101), (3, 290)):
        at = NOON + timedelta(days=days)
        records.answered(entry(number, at=at, conversation_id=f"c{number}"), exchange(number))
        records.give_feedback(replace(feedback(number), at=at))
    assert records.purge(KEPT, now) == Purged(audit=1, feedback=2, exchanges=2)
    assert [e.id for e in records.every_entry()] == ["a2", "a3"]
    assert [f.id for f in records.feedback()] == ["f3"]
    assert [len(records.history(c)) for c in ("c1", "c2", "c3")] == [0, 0, 1]
    assert records.purge(KEPT, now) == Purged(0, 0, 0)


def test_what_was_written_late_leaves_the_chain_whole_when_it_grows_too_old(
    records: SafeRecords,
) -> None:
    for number, days in ((1, 0), (2, 90), (3, 10), (4, 200)):
        records.audit(entry(number, at=NOON + timedelta(days=days)))
    for now, left in ((280, 3), (291, 1), (401, 0)):
        records.purge(KEPT, NOON + timedelta(days=now))
        assert check_chain(records) == Checked(left)


def test_of_too_many_conversations_those_silent_longest_are_forgotten(
    records: SafeRecords,
) -> None:
    for number in range(1, 6):
        records.answered(entry(number, conversation_id=f"c{number}"), exchange(number))
    records.answered(entry(6, conversation_id="c1"), exchange(6))
    few = replace(KEPT, max_conversations=2)
    assert records.purge(few, NOON + timedelta(days=1)) == Purged(0, 0, 3)
    assert [len(records.history(f"c{n}")) for n in range(1, 6)] == [2, 0, 0, 0, 1]


def test_many_threads_make_one_whole_chain(records: SafeRecords) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: records.answered(entry(n), exchange(n)), range(100)))
    assert check_chain(records) == Checked(100)
    assert {e.id for e in records.every_entry()} == {f"a{n}" for n in range(100)}


def test_a_changed_a_removed_and_a_cut_entry_are_found(
    records: SafeRecords, tmp_path: Path
) -> None:
    for number in range(1, 6):
        records.audit(entry(number))
    with sqlite3.connect(tmp_path / "zhengwen.db") as database:
        database.execute("UPDATE audit SET answer = '别的' WHERE id = 'a4'")
        database.commit()
        assert check_chain(records) == Checked(3, broken="a4")
        database.execute("DELETE FROM audit WHERE id IN ('a3', 'a4')")
        database.commit()
        assert check_chain(records) == Checked(2, broken="a5")
        database.execute("DELETE FROM audit WHERE id = 'a5'")
        database.commit()
        assert check_chain(records) == Checked(2, cut=True)
        database.execute("DELETE FROM audit WHERE id = 'a1'")  # as retention does
        database.execute("UPDATE audit_head SET digest = (SELECT digest FROM audit)")
        database.commit()
        assert check_chain(records) == Checked(1)
    database.close()


def test_times_come_back_in_utc_whatever_zone_they_were_given_in(records: SafeRecords) -> None:
    beijing = datetime.fromisoformat("2026-03-01T12:00:00+08:00")
    records.audit(entry(1, at=beijing))
    found = records.entry("a1")
    assert found is not None
    assert (found.at, found.at.tzinfo) == (beijing, UTC)
