"""GET /v1/audit and /v1/audit/export."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import chain, islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from assistant.api import examples_keyed
from assistant.api.access import needs
from assistant.api.dependencies import RecordsDependency
from assistant.api.described import described
from assistant.api.downloads import named
from assistant.api.moments import Moment
from assistant.api.record_schemas import AuditOut, AuditPageOut
from assistant.api.routes.feedback import After, Limit
from assistant.records.entries import entry_to_json
from assistant.records.export import to_jsonl
from assistant.records.messages import SHEET
from assistant.records.models import Scope

router = APIRouter(tags=["反馈与日志"], dependencies=[Depends(needs(Scope.ADMIN))])

_EXAMPLE = ["2026-01-01T00:00:00+08:00"]
Since = Annotated[
    Moment, Query(description="从这个时刻起；没有写时区的按 UTC。", examples=_EXAMPLE)
]
Until = Annotated[
    Moment, Query(description="到这个时刻之前；没有写时区的按 UTC。", examples=_EXAMPLE)
]


@router.get(
    "/v1/audit",
    summary="审计日志，最新的在前",
    responses=described(examples_keyed.AUDIT, 403, 422),
)
def listed(
    records: RecordsDependency,
    since: Since = None,
    until: Until = None,
    after: After = None,
    limit: Limit = 100,
) -> AuditPageOut:
    """需要管理员的密钥。"""
    found = records.audited(since=_aware(since), until=_aware(until), after=after, limit=limit + 1)
    items = [AuditOut.model_validate(entry_to_json(entry)) for entry in found[:limit]]
    following = items[-1].id if len(found) > limit else None
    return AuditPageOut(items=items, next=following, ai_generated=True)


@router.get(
    "/v1/audit/export",
    summary="导出审计日志，一行一条 JSON",
    response_class=StreamingResponse,
    responses=described(examples_keyed.AUDIT_LINES, 403, 422, media_type="application/jsonl"),
)
def export(
    records: RecordsDependency, since: Since = None, until: Until = None
) -> StreamingResponse:
    """需要管理员的密钥。最早的在前，每行带 AI 生成标识和摘要链；中途出错时连接中断，不会以完整文件的样子结束。"""
    lines = to_jsonl(records.links(since=_aware(since), until=_aware(until)))
    # The first page is read before the response begins, so that a database that is away is a 503.
    first = list(islice(lines, 1))
    return StreamingResponse(
        chain(first, lines),
        media_type="application/jsonl; charset=utf-8",
        headers=named(f"{SHEET}-{date.today():%Y%m%d}.jsonl"),
    )


def _aware(moment: datetime | None) -> datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment.replace(tzinfo=UTC) if moment else None
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        # The first and the last day there are, in a zone that shifts them out of the calendar.
        return moment.replace(tzinfo=UTC)
