from __future__ import annotations

import tracemalloc
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy import insert

from assistant.caller import Caller, Channel
from assistant.records.database import open_database
from assistant.records.grouping import Group, group
from assistant.records.models import Asked, Verdict
from assistant.records.rows import audit_row
from assistant.records.safe import SafeRecords
from assistant.records.sql import SqlRecords
from assistant.records.statistics import Day, Overview, overview
from assistant.records.tables import audit
from assistant.ui.use import overview_html
from tests.assistant.records.conftest import entry
from tests.assistant.records.test_sql import feedback

BEIJING = timezone(timedelta(hours=8))
FIRST = datetime(2026, 3, 1, tzinfo=BEIJING)
LACKING = "unanswerable_not_in_corpus"


def test_an_empty_log_has_an_empty_overview(records: SafeRecords) -> None:
    until = FIRST + timedelta(days=7)
    assert overview(records, FIRST, until) == Overview(
        FIRST, until, 0, 0, 0, {}, {}, (), None, None, (), dict.fromkeys(Verdict, 0), 0
    )


def test_the_overview_counts_by_status_channel_and_day(records: SafeRecords) -> None:
    page = Caller(Channel.PAGE)
    told = (
        # 23:30 in Beijing is still the day before midnight there, though not in UTC.
        entry(1, at=FIRST + timedelta(hours=23.5), took_ms=10),
        entry(2, at=FIRST + timedelta(days=1), took_ms=20, caller=page),
        entry(3, at=FIRST + timedelta(days=3), took_ms=30, status=LACKING, standalone="落户补贴？"),
        entry(4, at=FIRST + timedelta(days=3, hours=1), took_ms=40, status="refused_unsafe"),
        entry(5, at=FIRST + timedelta(days=3, hours=2), took_ms=999, status="eligibility"),
        entry(6, at=FIRST + timedelta(days=4)),
    )
    for each in told:
        records.audit(each)
    records.give_feedback(feedback(1, Verdict.REPORT))
    until = FIRST + timedelta(days=4)
    found = overview(records, FIRST - timedelta(days=300), until)
    assert found == Overview(
        since=FIRST - timedelta(days=300),
        until=until,
        questions=4,
        refused=2,
        eligibility_checks=1,
        by_status={"answered": 2, LACKING: 1, "refused_unsafe": 1},
        by_channel={"widget": 3, "page": 1},
        per_day=(
            Day(date(2026, 3, 1), 1, 0),
            Day(date(2026, 3, 2), 1, 0),
            Day(date(2026, 3, 3), 0, 0),
            Day(date(2026, 3, 4), 2, 2),
        ),
        p50_ms=30.0,
        p95_ms=40.0,
        unanswered=(Group("落户补贴？", 1, told[2].at),),
        feedback={Verdict.USEFUL: 0, Verdict.USELESS: 0, Verdict.REPORT: 1},
        open_reports=1,
    )


def test_a_status_of_another_version_is_counted_under_its_name(records: SafeRecords) -> None:
    records.audit(entry(1, at=FIRST, status="answered_otherwise"))
    found = overview(records, FIRST, FIRST + timedelta(days=1))
    assert (found.questions, found.refused) == (1, 0)
    assert found.by_status == {"answered_otherwise": 1}
    assert "answered_otherwise" in overview_html(found, ())


def test_questions_alike_are_one_group_and_others_stay_apart() -> None:
    asked = [
        Asked("人才落户有什么补贴？", 5, FIRST),
        Asked("创新券怎么申领？", 3, FIRST),
        Asked("请问人才落户的补贴有哪些", 2, FIRST + timedelta(days=1)),
        Asked("太原市人才落户多少补贴", 1, FIRST),
        Asked("？", 1, FIRST),
    ]
    assert group(asked) == [
        Group("人才落户有什么补贴？", 7 + 1, FIRST + timedelta(days=1)),
        Group("创新券怎么申领？", 3, FIRST),
        Group("？", 1, FIRST),
    ]


def test_a_year_of_questions_is_counted_in_little_memory(tmp_path: Path) -> None:
    engine = open_database(tmp_path, None)
    step = timedelta(days=365) / 50_000
    for start in range(0, 50_000, 5_000):
        rows = []
        for n in range(start, start + 5_000):
            lacking = n % 5 == 0
            status, asked = (
                (LACKING, f"第{n}号人才公寓{n % 7}期？") if lacking else ("answered", "问")
            )
            told = entry(
                n, at=FIRST + n * step, status=status, standalone=asked, took_ms=float(n % 1000)
            )
            rows.append(audit_row(told, "", ""))
        with engine.execution_options(writes=True).begin() as connection:
            connection.execute(insert(audit), rows)
        del rows
    records = SqlRecords(engine, 8)
    tracemalloc.start()
    found = overview(records, FIRST, FIRST + timedelta(days=365))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found.questions, found.refused, len(found.per_day)) == (50_000, 10_000, 365)
    assert (found.p50_ms, found.p95_ms) == (500.0, 950.0)
    assert len(found.unanswered) <= 100
    assert most < 8 << 20
    records.close()
