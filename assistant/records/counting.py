"""What the statistics ask of the database: it counts, so that memory stays small."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from assistant.records.models import Asked, Tally, Verdict
from assistant.records.tables import audit, feedback


class Counting(ABC):
    """The counting half of SqlRecords."""

    @abstractmethod
    def _read(self) -> AbstractContextManager[Connection]:
        """A connection; raises RecordsError."""

    def tally(self, since: datetime, until: datetime) -> Sequence[Tally]:
        """How many entries have each status and channel; read from the index alone."""
        counted = (
            select(audit.c.status, audit.c.channel, func.count())
            .where(*_between(since, until))
            .group_by(audit.c.status, audit.c.channel)
        )
        with self._read() as connection:
            return [Tally(*row) for row in connection.execute(counted)]

    def first_entry(self) -> datetime | None:
        """The time of the oldest entry."""
        with self._read() as connection:
            return connection.scalars(select(audit.c.at).order_by(audit.c.at).limit(1)).first()

    def took_ms(
        self, since: datetime, until: datetime, shares: Sequence[float], without: str
    ) -> Sequence[float]:
        """Exact percentiles: the entry that stands at each share when they are sorted."""
        where = (*_between(since, until), audit.c.status != without)
        with self._read() as connection:
            count = connection.scalar(select(func.count()).select_from(audit).where(*where)) or 0
            if not count:
                return []
            ordered = select(audit.c.took_ms).where(*where).order_by(audit.c.took_ms).limit(1)
            return [
                connection.scalars(ordered.offset(min(int(count * share), count - 1))).one()
                for share in shares
            ]

    def most_asked(
        self, since: datetime, until: datetime, statuses: Sequence[str], limit: int
    ) -> Sequence[Asked]:
        """The commonest questions that ended in one of the statuses, the latest of equals first."""
        times, last = func.count(), func.max(audit.c.at)
        found = (
            select(audit.c.standalone, times, last)
            .where(*_between(since, until), audit.c.status.in_(statuses))
            .group_by(audit.c.standalone)
            .order_by(times.desc(), last.desc())
            .limit(limit)
        )
        with self._read() as connection:
            return [Asked(*row) for row in connection.execute(found)]

    def feedback_tally(self, since: datetime, until: datetime) -> Mapping[Verdict, int]:
        """How much feedback there is of each kind."""
        counted = (
            select(feedback.c.verdict, func.count())
            .where(feedback.c.at >= since, feedback.c.at < until)
            .group_by(feedback.c.verdict)
        )
        with self._read() as connection:
            found = {Verdict(v): n for v, n in connection.execute(counted)}
        return {verdict: found.get(verdict, 0) for verdict in Verdict}

    def open_reports(self) -> int:
        """How many complaints nobody has closed."""
        waiting = (
            select(func.count())
            .select_from(feedback)
            .where(feedback.c.verdict == Verdict.REPORT.value, feedback.c.closed.is_(None))
        )
        with self._read() as connection:
            return connection.scalar(waiting) or 0


def _between(since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    return audit.c.at >= since, audit.c.at < until
