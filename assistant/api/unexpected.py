"""What nobody foresaw becomes a 500 inside of the other layers, so that they see it as any other
response: with its headers and its request id."""

from __future__ import annotations

import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.problems import DETAILS, problem

logger = logging.getLogger(__name__)


class Unexpected:
    """Pure ASGI middleware, the innermost."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 500 where nothing has been answered yet; else there is only the log."""
        started = False

        async def noticed(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noticed)
        except Exception as error:
            if started or scope["type"] != "http":
                raise
            logger.exception("%s %s", scope["method"], ascii(scope["path"]), exc_info=error)
            await problem(500, DETAILS[500])(scope, receive, send)
