"""POST /v1/chat/completions."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from assistant.api import examples
from assistant.api.access import CallerDependency
from assistant.api.compatible.reading import read
from assistant.api.compatible.replay import Circumstances
from assistant.api.compatible.schemas import ChatRequest, Completion
from assistant.api.compatible.streaming import Wanted, chunks
from assistant.api.compatible.writing import completion_of
from assistant.api.dependencies import HeartbeatDependency, ReplayDependency, ServiceDependency
from assistant.api.described import described
from assistant.api.events import EventStream
from assistant.models import Answer
from assistant.pipeline import Watch

router = APIRouter(tags=["OpenAI 兼容"])


@router.post(
    "/v1/chat/completions",
    summary="对话补全（OpenAI 兼容，可流式）",
    response_model=Completion,
    responses=described(
        examples.COMPLETION,
        *(400, 404, 413, 415, 503),
        also={"text/event-stream": examples.CHUNKS},
    ),
)
def chat_completions(
    body: ChatRequest,
    request: Request,
    service: ServiceDependency,
    replay: ReplayDependency,
    caller: CallerDependency,
    heartbeat_s: HeartbeatDependency,
) -> Completion | Response:
    """模型名为 zhengwen。最后一条 user 消息是问题，之前的 user 消息用来还原上文；system、assistant 等消息不改变答复。
    temperature、max_tokens、stop 等参数没有作用，予以忽略；tools、n>1、JSON 格式与图片、语音会被拒绝。
    正文里的 [n] 对应文末的来源、message.annotations 与 message.citations；用量按字符计。"""
    asked = read(body)
    service.check_answerable(asked.question, body.documents)

    within = Circumstances(body.documents, body.profile)

    def ask(watch: Watch | None = None) -> Answer:
        kept = body.metadata.conversation_id if body.metadata else None
        answer = service.answer(
            asked.question,
            conversation_id=kept,
            profile=body.profile,
            documents=body.documents,
            caller=caller,
            history=None if kept else replay.history(service, asked.earlier, within, watch),
            watch=watch,
        )
        if not kept:
            replay.remember(service, (*asked.earlier, asked.question), answer, within)
        return answer

    base = str(request.base_url).rstrip("/")
    if not body.stream:
        return completion_of(ask(), asked, sources=body.sources, base=base)
    usage = bool(body.stream_options and body.stream_options.include_usage)
    return EventStream(chunks(ask, asked, Wanted(body.sources, usage, base, heartbeat_s)))
