"""What every request passes: a limit on its body, in bytes and seconds, and closed doors."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.problems import DETAILS, problem

CLOSED = (
    "/gradio_api/upload",
    "/gradio_api/file",
    "/gradio_api/component_server",
    "/gradio_api/proxy=",
    "/gradio_api/deep_link",
    "/gradio_api/vibe-edit",
    "/gradio_api/undo-vibe-edit",
    "/gradio_api/vibe-code",
    "/gradio_api/process_recording",
    "/gradio_api/dev",
    "/monitoring",
)
"""Doors that Gradio opens for every application and that this page does not use."""

UPLOADS = ("/v1/documents", "/v1/documents/preview")
"""Doors through which editors send whole documents."""
FORM_BYTES = 4096
"""What a form wraps around a file."""


class Gate:
    """Pure ASGI middleware, so that streams pass through untouched."""

    def __init__(
        self, app: ASGIApp, max_body_bytes: int, max_upload_bytes: int, body_timeout_s: float
    ) -> None:
        self._app = app
        self._limit = max_body_bytes
        self._upload_limit = max_upload_bytes + FORM_BYTES
        self._timeout_s = body_timeout_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 or 413 here, or pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith(CLOSED):
            await problem(404, "没有这个地址。")(scope, receive, send)
            return
        limit = self._upload_limit if scope["path"] in UPLOADS else self._limit
        if _announced_length(scope) > limit:
            await problem(413, DETAILS[413])(scope, receive, send)
            return
        await self._pass(scope, receive, send, limit)

    async def _pass(self, scope: Scope, receive: Receive, send: Send, limit: int) -> None:
        received, complete = 0, False
        deadline = asyncio.get_running_loop().time() + self._timeout_s

        async def counted() -> Message:
            nonlocal received, complete
            if complete:
                return await receive()
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408, headers={"Connection": "close"}) from None
            complete = not message.get("more_body", False)
            received += len(message.get("body", b""))
            if received > limit:
                # Nothing was announced, so it is found out while the body is being read: the
                # application's own handler turns this into the same answer.
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)


def _announced_length(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0
