"""GET /metrics, for Prometheus."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response, Security

from assistant.access.access import Access
from assistant.api import examples_keyed
from assistant.api.access import admitted
from assistant.api.described import described
from assistant.api.doorman import FORWARDED
from assistant.api.secured import KEY
from assistant.operations.metrics import MEDIA, Exporter
from assistant.records.models import Scope

router = APIRouter(tags=["运行状态"])


@router.get(
    "/metrics",
    summary="运行指标（Prometheus 文本格式）",
    response_class=Response,
    # For the description alone; who may come is decided below.
    dependencies=[Security(KEY, scopes=[Scope.ADMIN])],
    responses=described(examples_keyed.METRICS, 403, media_type="text/plain"),
)
def metrics(request: Request) -> Response:
    """只对本机或持管理员密钥者开放；经反向代理来的请求不算本机。不含问题内容与访客信息。"""
    if not (request.app.state.metrics_open or _is_here(request)):
        admitted(request, Scope.ADMIN)
    exporter: Exporter = request.app.state.exporter
    return Response(exporter.render(), media_type=MEDIA)


def _is_here(request: Request) -> bool:
    access: Access = request.state.access
    peer = request.client.host if request.client else None
    return access.addresses.is_here(peer, any(name in request.headers for name in FORWARDED))
