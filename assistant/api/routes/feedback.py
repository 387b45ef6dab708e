"""POST and GET /v1/feedback."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from assistant.api import examples_keyed
from assistant.api.access import CallerDependency, needs
from assistant.api.dependencies import RecordsDependency
from assistant.api.described import described
from assistant.api.record_schemas import (
    FeedbackIdOut,
    FeedbackOut,
    FeedbackPageOut,
    FeedbackRequest,
)
from assistant.errors import UnknownAnswerError
from assistant.feedback import keep_feedback
from assistant.records.entries import feedback_to_json
from assistant.records.messages import unknown_feedback
from assistant.records.models import Feedback, Scope, Verdict

router = APIRouter(tags=["反馈与日志"])

After = Annotated[
    str | None,
    Query(
        max_length=64,
        description="上一页的 next；不填则从最新的开始。",
        examples=[examples_keyed.ANSWER_ID],
    ),
]
Limit = Annotated[int, Query(ge=1, le=500, description="每页最多多少条。", examples=[50])]


@router.post(
    "/v1/feedback",
    summary="对一次答复的评价或举报",
    status_code=201,
    responses=described(examples_keyed.FEEDBACK_ID, 400, 404, 413, 415, 422, status=201),
)
def give(
    request: FeedbackRequest, records: RecordsDependency, caller: CallerDependency
) -> FeedbackIdOut:
    """举报（report）会列入待处理，由编辑人员查看。"""
    feedback = Feedback(
        id=uuid.uuid4().hex,
        at=datetime.now(UTC),
        answer_id=request.answer_id,
        verdict=request.verdict,
        comment=request.comment,
        caller=caller,
    )
    keep_feedback(records, feedback)
    return FeedbackIdOut(id=feedback.id)


@router.get(
    "/v1/feedback",
    summary="评价与举报，最新的在前",
    dependencies=[Depends(needs(Scope.EDITOR))],
    responses=described(examples_keyed.FEEDBACK, 403, 422),
)
def listed(
    records: RecordsDependency,
    verdict: Annotated[
        Verdict | None, Query(description="只看这一种。", examples=["report"])
    ] = None,
    after: After = None,
    limit: Limit = 100,
) -> FeedbackPageOut:
    """需要编辑或管理员的密钥。"""
    found = list(records.feedback(verdict=verdict, after=after, limit=limit + 1))
    items = [FeedbackOut.model_validate(feedback_to_json(each)) for each in found[:limit]]
    return FeedbackPageOut(items=items, next=items[-1].id if len(found) > limit else None)


@router.post(
    "/v1/feedback/{feedback_id}/close",
    summary="把一条反馈记为处理完毕",
    status_code=204,
    dependencies=[Depends(needs(Scope.EDITOR))],
    responses=described(None, 403, 404, 422, status=204),
)
def close(
    feedback_id: Annotated[
        str,
        Path(
            max_length=64, description="反馈的编号。", examples=[examples_keyed.FEEDBACK_ID["id"]]
        ),
    ],
    records: RecordsDependency,
) -> None:
    """需要编辑或管理员的密钥。"""
    if not records.close_feedback(feedback_id, datetime.now(UTC)):
        raise UnknownAnswerError(unknown_feedback(feedback_id))
