"""What the service was asked and how it did (运行情况), counted by the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assistant.models import Status
from assistant.records.grouping import Group, group
from assistant.records.models import Tally, Verdict
from assistant.records.store import Records
from assistant.records.trail import ELIGIBILITY

UNANSWERED = (
    Status.NOT_IN_CORPUS,
    Status.NOT_STATED,
    Status.NO_SUCH_CLAUSE,
    Status.NEEDS_PERSON,
)
"""Refusals that an editor can do something about; other services and attacks are none of these."""
_REFUSED = frozenset(status.value for status in Status if status.refused)
"""The log may hold statuses of another version, which are counted and mean nothing here."""
_WORDINGS = 2000
"""Looked at at most, the commonest ones."""
_GROUPS = 100


@dataclass(frozen=True, slots=True)
class Day:
    """One day in the zone of `since`."""

    day: date
    questions: int
    refused: int


@dataclass(frozen=True, slots=True)
class Overview:
    """From `since` on and before `until`."""

    since: datetime
    until: datetime
    questions: int
    refused: int
    eligibility_checks: int
    """Counted apart; no part of `questions`."""
    by_status: Mapping[str, int]
    """Commonest first."""
    by_channel: Mapping[str, int]
    per_day: tuple[Day, ...]
    """Every day from the first entry on, also those without questions."""
    p50_ms: float | None
    p95_ms: float | None
    """Time until the answer stood; None without questions."""
    unanswered: tuple[Group, ...]
    """Commonest first, at most 100."""
    feedback: Mapping[Verdict, int]
    open_reports: int
    """Complaints that nobody has closed, of any time."""


def overview(records: Records, since: datetime, until: datetime) -> Overview:
    """The figures of a time; both times aware, days are those of `since`'s zone.

    The database counts a day at a time from an index; nothing but counts and the commonest
    unanswered questions is held. Raises RecordsError.
    """
    by_status: Counter[str] = Counter()
    by_channel: Counter[str] = Counter()
    days: list[Day] = []
    for day, start, end in _days(_first(records, since, until), until):
        tallies = [t for t in records.tally(start, end) if t.status != ELIGIBILITY]
        days.append(Day(day, _sum(tallies), _sum([t for t in tallies if _refused(t)])))
        for tally in tallies:
            by_status[tally.status] += tally.count
            by_channel[tally.channel] += tally.count
    checks = _sum([t for t in records.tally(since, until) if t.status == ELIGIBILITY])
    took = records.took_ms(since, until, (0.5, 0.95), ELIGIBILITY)
    asked = records.most_asked(since, until, [s.value for s in UNANSWERED], _WORDINGS)
    return Overview(
        since=since,
        until=until,
        questions=sum(by_status.values()),
        refused=sum(day.refused for day in days),
        eligibility_checks=checks,
        by_status=dict(by_status.most_common()),
        by_channel=dict(by_channel.most_common()),
        per_day=tuple(days),
        p50_ms=took[0] if took else None,
        p95_ms=took[1] if took else None,
        unanswered=tuple(group(asked)[:_GROUPS]),
        feedback=records.feedback_tally(since, until),
        open_reports=records.open_reports(),
    )


def _first(records: Records, since: datetime, until: datetime) -> datetime:
    """Where counting begins: a long time before the first entry costs nothing."""
    first = records.first_entry()
    return until if first is None else max(since, first.astimezone(since.tzinfo))


def _days(since: datetime, until: datetime) -> Iterator[tuple[date, datetime, datetime]]:
    """The days, the first and the last of them as far as they are meant."""
    start = since
    while start < until:
        midnight = datetime.combine(start.date() + timedelta(days=1), time(), start.tzinfo)
        end = min(midnight, until)
        yield start.date(), start, end
        start = end


def _sum(tallies: list[Tally]) -> int:
    return sum(tally.count for tally in tallies)


def _refused(tally: Tally) -> bool:
    return tally.status in _REFUSED
