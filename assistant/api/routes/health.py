"""GET /health and /ready, for whatever watches over the process."""

from __future__ import annotations

from fastapi import APIRouter, Request

from assistant.api.dependencies import RuntimeDependency
from assistant.api.described import described
from assistant.api.schemas import HealthOut, ReadyOut
from assistant.errors import RecordsError
from assistant.runtime import NotReadyError

router = APIRouter(tags=["运行状态"])

STOPPING = "服务正在停止。"
NO_RECORDS = "记录库不可用，答复无法留存，暂停回答；请查看服务日志。"


@router.get("/health", summary="进程在运行", responses=described({"status": "ok"}))
async def health() -> HealthOut:
    """只要进程在，就是 200。"""
    return HealthOut(status="ok")


@router.get(
    "/ready",
    summary="各部分就绪，可以回答",
    responses=described(
        {"status": "ready", "parts": {"index": "5 份文件，420 个段落", "records": "可用"}}, 503
    ),
)
def ready(request: Request, runtime: RuntimeDependency) -> ReadyOut:
    """索引加载完之前、记录库不可用时、正在停止时是 503。"""
    if request.app.state.drain.draining:
        raise NotReadyError(STOPPING)
    service = runtime.service
    index = service.assistant.index
    parts = {"index": f"{len(index.corpus.documents)} 份文件，{len(index.passages)} 个段落"}
    if service.records is not None:
        try:
            service.records.keys()
        except RecordsError as error:
            raise NotReadyError(NO_RECORDS) from error
        parts["records"] = "可用"
    return ReadyOut(status="ready", parts=parts)
