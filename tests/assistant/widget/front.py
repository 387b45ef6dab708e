"""What stands between a portal's page and the service in these tests: cross-origin rules, tokens,
and faults on demand. Everything that is not asked to fail goes to the real application."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEY = "key-of-the-portal"
STREAM = "/v1/answer/stream"


@dataclass(frozen=True)
class Reply:
    """A response in place of the application's. Events are sent as a stream, which then stays open
    until the client leaves if it `hangs`."""

    status: int = 200
    body: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    events: tuple[tuple[str, Any], ...] = ()
    hangs: bool = False


class Front:
    """ASGI application; `replies[path]` are given out first, in order."""

    def __init__(self, app: ASGIApp, streams: bool) -> None:
        self._app = app
        self._streams = streams
        self.forget()

    def forget(self) -> None:
        """As new."""
        self.replies: dict[str, deque[Reply]] = defaultdict(deque)
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.tokens: list[str] = []
        self.revoked: set[str] = set()
        self.left = Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        path = scope["path"]
        send = _shared_with(headers.get("origin"), send)
        if scope["method"] == "OPTIONS":
            await _json(send, 204, None)
        elif path == "/v1/widget/tokens":
            await self._mint(headers, send)
        elif path.startswith("/v1/"):
            await self._answer(path, headers, scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _mint(self, headers: dict[str, str], send: Send) -> None:
        if headers.get("authorization") != f"Bearer {KEY}":
            await _json(send, 401, {"detail": "密钥不对。"})
            return
        self.tokens.append(f"token-{len(self.tokens)}")
        await _json(send, 200, {"token": self.tokens[-1], "expires_in": 600})

    async def _answer(
        self, path: str, headers: dict[str, str], scope: Scope, receive: Receive, send: Send
    ) -> None:
        body = b""
        while (message := await receive())["type"] == "http.request":
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        self.asked.append((path, json.loads(body)))
        held = set(self.tokens) - self.revoked
        if headers.get("authorization", "").removeprefix("Bearer ") not in held:
            await _json(send, 401, {"detail": "凭证已过期。"})
        elif self.replies[path]:
            await self._script(self.replies[path].popleft(), receive, send)
        elif path == "/v1/feedback":
            await _json(send, 201, {"id": "f1"})
        elif path == STREAM and not self._streams:
            await self._as_stream(scope, body, send)
        else:
            await self._app(scope, _once(body, receive), send)

    async def _script(self, reply: Reply, receive: Receive, send: Send) -> None:
        if not reply.events:
            await _json(send, reply.status, reply.body, reply.headers)
            return
        await _events(send, reply.events, more=reply.hangs)
        if reply.hangs:
            while (await receive())["type"] != "http.disconnect":
                pass
            self.left.set()

    async def _as_stream(self, scope: Scope, body: bytes, send: Send) -> None:
        """The application's answer as the events that the application is to send itself."""
        got: list[Message] = []

        async def keep(message: Message) -> None:
            got.append(message)

        silent: Receive = asyncio.Queue[Message]().get
        await self._app({**scope, "path": "/v1/answer"}, _once(body, silent), keep)
        content = json.loads(b"".join(m.get("body", b"") for m in got[1:]))
        if got[0]["status"] != 200:
            await _json(send, got[0]["status"], content)
            return
        await _events(send, events_of(content), more=False)


def events_of(answer: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    """An answer in events."""
    return (
        ("status", {"step": "Retrieve", "text": "正在检索条款"}),
        ("text", {"text": answer["answer"]}),
        *(("citation", citation) for citation in answer["citations"]),
        *(("notice", {"text": notice}) for notice in answer["notices"]),
        ("done", answer),
    )


def _once(body: bytes, then: Receive) -> Receive:
    """A receive that gives the body that was read already, then what `then` gives."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else await then()

    return receive


def _shared_with(origin: str | None, send: Send) -> Send:
    async def shared(message: Message) -> None:
        if message["type"] == "http.response.start" and origin:
            extra = {
                "access-control-allow-origin": origin,
                "access-control-allow-headers": "authorization, content-type",
                "access-control-expose-headers": "retry-after",
            }
            kept = [(k, v) for k, v in message["headers"] if k.decode() not in extra]
            message["headers"] = kept + [(k.encode(), v.encode()) for k, v in extra.items()]
        await send(message)

    return shared


async def _json(send: Send, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
    sent = {"content-type": "application/problem+json"} | (headers or {})
    pairs = [(name.lower().encode(), value.encode()) for name, value in sent.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    await send(
        {"type": "http.response.body", "body": b"" if body is None else json.dumps(body).encode()}
    )


async def _events(send: Send, events: tuple[tuple[str, Any], ...], *, more: bool) -> None:
    pairs = [(b"content-type", b"text/event-stream; charset=utf-8")]
    await send({"type": "http.response.start", "status": 200, "headers": pairs})
    for name, data in events:
        text = f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
        # In two halves, inside a character where there is one: the reader has to join them.
        for half in (text[: len(text) // 2], text[len(text) // 2 :]):
            await send({"type": "http.response.body", "body": half, "more_body": True})
    if not more:
        await send({"type": "http.response.body", "body": b""})
