"""The page joined to keys, feedback, publishing and statistics of the running service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from assistant.access.access import Access, asked_on_page, seen_on_page
from assistant.errors import RecordsError
from assistant.feedback import keep_feedback
from assistant.publishing import Publisher
from assistant.records.messages import NO_RECORDS
from assistant.records.models import Feedback, Verdict
from assistant.records.statistics import Overview, overview
from assistant.records.store import Records
from assistant.runtime import Runtime
from assistant.ui.doors import Doors

MOST_REPORTS = 500
"""Complaints shown at once, the newest."""


def page_doors(runtime: Runtime, publisher: Publisher, access: Access) -> Doors:
    """What stands behind the page's tabs."""

    def records() -> Records:
        kept = runtime.service.records
        if kept is None:
            raise RecordsError(NO_RECORDS)
        return kept

    def figures(since: datetime, until: datetime) -> Overview:
        return overview(records(), since, until)

    def open_reports() -> Sequence[Feedback]:
        return records().feedback(verdict=Verdict.REPORT, is_open=True, limit=MOST_REPORTS)

    return Doors(
        give_feedback=lambda feedback: keep_feedback(records(), feedback),
        check_key=access.keys.check,
        publisher=publisher,
        overview=figures,
        open_reports=open_reports,
        close_report=lambda report: records().close_feedback(report, datetime.now(UTC)),
        asker=lambda request: asked_on_page(request.request.state),
        caller=lambda request: seen_on_page(request.request.state),
    )
