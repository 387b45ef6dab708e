"""Every request has an id: in the response, in problems, in event streams and in every log line."""

from __future__ import annotations

import logging
import re
import uuid
from contextvars import ContextVar
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9._:-]{1,64}")
"""Nothing that could break a log line or a header; whatever else is sent gets an id of ours."""


@dataclass(frozen=True, slots=True)
class CurrentRequest:
    """What the request being served is called and where it goes."""

    id: str
    path: str


_current: ContextVar[CurrentRequest | None] = ContextVar("request", default=None)


def current_request() -> CurrentRequest | None:
    """The request that this task or worker thread serves; None outside of any."""
    return _current.get()


class RequestIds:
    """Pure ASGI middleware, names the request, for all that lies inside."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set `request.state.request_id` and `current_request()`, and add the header."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        request = CurrentRequest(
            given if _SANE.fullmatch(given) else uuid.uuid4().hex, scope["path"]
        )
        scope.setdefault("state", {})["request_id"] = request.id

        async def named(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = request.id
            await send(message)

        _current.set(request)
        await self._app(scope, receive, named)


class RequestIdFilter(logging.Filter):
    """Gives every log record the id of the request it was written for, "-" outside of any."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Never leaves a record out."""
        if not hasattr(record, "request_id"):
            request = current_request()
            record.request_id = request.id if request else "-"
        return True
