"""GET /health and /ready, for whatever watches over the process."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.api.dependencies import RuntimeDependency
from assistant.api.described import described
from assistant.api.schemas import HealthOut

router = APIRouter(tags=["运行状态"])


@router.get("/health", summary="进程在运行", responses=described({"status": "ok"}))
async def health() -> HealthOut:
    """只要进程在，就是 200。"""
    return HealthOut(status="ok")


@router.get("/ready", summary="索引已加载，可以回答", responses=described({"status": "ready"}, 503))
async def ready(runtime: RuntimeDependency) -> HealthOut:
    """索引加载完之前是 503。"""
    _ = runtime.service
    return HealthOut(status="ready")
