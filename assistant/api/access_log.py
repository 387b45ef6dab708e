"""Around every request: one line in the log, and the count that an orderly end waits for."""

from __future__ import annotations

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.problems import problem
from assistant.operations.drain import Drain
from assistant.operations.logs import FIELDS

logger = logging.getLogger("zhengwen.request")

WAITED_FOR = ("/v1/", "/mcp")
"""What is finished before the process ends. A page that is open only listens."""
PROBES = ("/health", "/ready", "/metrics")
STOPPING = "服务正在停止，请几秒后重试。"


class AccessLog:
    """Pure ASGI and outermost. The line names the route's template, never the path itself, and
    neither a body, a query, a header nor an address."""

    def __init__(self, app: ASGIApp, drain: Drain) -> None:
        self._app = app
        self._drain = drain

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; while the process is ending answer 503 to all but the probes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        seen: dict[str, str | int] = {"status": 0, "request_id": "-"}

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
                for name, value in message["headers"]:
                    if name == b"x-request-id":
                        seen["request_id"] = value.decode("latin-1")
            await send(message)

        waited_for = scope["path"].startswith(WAITED_FOR)
        if waited_for:
            self._drain.entered()
        try:
            if self._drain.draining and scope["path"] not in PROBES:
                headers = {"Retry-After": "5", "Connection": "close"}
                await problem(503, STOPPING, headers)(scope, receive, noted)
            else:
                await self._app(scope, receive, noted)
        finally:
            if waited_for:
                self._drain.left()
            _log(scope, seen, (time.perf_counter() - began) * 1000)


def _log(scope: Scope, seen: dict[str, str | int], ms: float) -> None:
    route = getattr(scope.get("route"), "path", "-")
    fields = {
        "request_id": seen["request_id"],
        "method": scope["method"],
        "route": route,
        "status": seen["status"] or "gone",
        "ms": round(ms, 1),
    }
    quiet = scope["path"] in PROBES
    logger.log(logging.DEBUG if quiet else logging.INFO, "request", extra={FIELDS: fields})
