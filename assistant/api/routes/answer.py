"""POST /v1/answer and POST /v1/answer/stream."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.api import examples
from assistant.api.access import CallerDependency
from assistant.api.dependencies import HeartbeatDependency, ServiceDependency
from assistant.api.described import described
from assistant.api.events import EventStream, answer_events
from assistant.api.schemas import AnswerOut, AnswerRequest
from assistant.caller import Caller
from assistant.export import answer_to_json
from assistant.models import Answer
from assistant.pipeline import Watch
from assistant.service import Service

router = APIRouter(tags=["问答"])


@router.post(
    "/v1/answer",
    summary="提问，得到带条款出处的答复",
    responses=described(examples.ANSWER, 400, 404, 413, 415, 422, 503),
)
def answer(
    request: AnswerRequest, service: ServiceDependency, caller: CallerDependency
) -> AnswerOut:
    """答复中的 [n] 对应 citations 里的引文；没有依据时 refused 为 true。"""
    return AnswerOut.model_validate(answer_to_json(_ask(service, request, caller)))


@router.post(
    "/v1/answer/stream",
    summary="提问，边处理边返回（SSE）",
    response_class=EventStream,
    responses=described(
        examples.EVENTS, 400, 404, 413, 415, 422, 503, media_type="text/event-stream"
    ),
)
def stream(
    request: AnswerRequest,
    service: ServiceDependency,
    caller: CallerDependency,
    heartbeat_s: HeartbeatDependency,
) -> EventStream:
    """事件依次为：status（进行到哪一步，{step, text, request_id}）、text（答复的一段，{text}）、citation（一条引文，
    同 citations 的一项）、notice（一条说明，{text}）、done（完整答复，同 POST /v1/answer）；中途出错时以 error（同
    problem+json）结束。答复全文核对通过后才开始发出 text，连起来就是 answer。没有进展时每隔一段时间发一行注释
    （: ping）以保持连接。断开连接即停止处理。"""
    service.check_answerable(request.question, request.documents)

    def work(watch: Watch) -> Answer:
        return _ask(service, request, caller, watch)

    return EventStream(answer_events(work, heartbeat_s))


def _ask(
    service: Service, request: AnswerRequest, caller: Caller, watch: Watch | None = None
) -> Answer:
    return service.answer(
        request.question,
        conversation_id=request.conversation_id,
        profile=request.profile,
        documents=request.documents,
        caller=caller,
        watch=watch,
    )
