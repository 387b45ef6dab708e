"""POST /v1/answer."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.api.dependencies import ServiceDependency
from assistant.api.schemas import AnswerOut, AnswerRequest
from assistant.export import answer_to_json

router = APIRouter(tags=["问答"])


@router.post("/v1/answer", summary="提问，得到带条款出处的答复")
def answer(request: AnswerRequest, service: ServiceDependency) -> AnswerOut:
    """答复中的 [n] 对应 citations 里的引文；没有依据时 refused 为 true。"""
    found = service.answer(
        request.question,
        conversation_id=request.conversation_id,
        profile=request.profile,
        documents=request.documents,
    )
    return AnswerOut.model_validate(answer_to_json(found))
