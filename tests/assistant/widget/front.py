"""What the widget's requests meet inside the application, behind its doors: a record of what was
asked, and faults on demand. Origins, tokens and headers are the application's own."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

STREAM = "/v1/answer/stream"
TOKENS = "/v1/widget/tokens"


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
    """`before(app)` is the innermost middleware; `replies[path]` are given out first, in order."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """As new."""
        self.replies: dict[str, deque[Reply]] = defaultdict(deque)
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.minted: list[str] = []
        self.left = Event()
        self.later = timedelta(0)

    def now(self) -> datetime:
        """The clock of the tokens, which a test may put forward by `later`."""
        return datetime.now(UTC) + self.later

    def before(self, app: ASGIApp) -> ASGIApp:
        """The application with this in front of its routes."""

        async def fronted(scope: Scope, receive: Receive, send: Send) -> None:
            path = scope["path"] if scope["type"] == "http" else ""
            if path == TOKENS:
                await app(scope, receive, self._minting(send))
            elif path.startswith("/v1/") and scope["method"] == "POST":
                body = await _read(receive)
                self.asked.append((path, json.loads(body)))
                if self.replies[path]:
                    await self._script(self.replies[path].popleft(), receive, send)
                else:
                    await app(scope, _once(body, receive), send)
            else:
                await app(scope, receive, send)

        return fronted

    def _minting(self, send: Send) -> Send:
        async def minting(message: Message) -> None:
            if message["type"] == "http.response.body" and message.get("body"):
                self.minted.append(json.loads(message["body"])["token"])
            await send(message)

        return minting

    async def _script(self, reply: Reply, receive: Receive, send: Send) -> None:
        if not reply.events:
            await _json(send, reply)
            return
        await _events(send, reply.events, more=reply.hangs)
        if reply.hangs:
            while (await receive())["type"] != "http.disconnect":
                pass
            self.left.set()


def events_of(answer: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    """An answer in events."""
    return (
        ("status", {"step": "Retrieve", "text": "正在检索条款"}),
        ("text", {"text": answer["answer"]}),
        *(("citation", citation) for citation in answer["citations"]),
        *(("notice", {"text": notice}) for notice in answer["notices"]),
        ("done", answer),
    )


async def _read(receive: Receive) -> bytes:
    body = b""
    while (message := await receive())["type"] == "http.request":
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return body


def _once(body: bytes, then: Receive) -> Receive:
    """A receive that gives the body that was read already, then what `then` gives."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else await then()

    return receive


async def _json(send: Send, reply: Reply) -> None:
    sent = {"content-type": "application/problem+json"} | reply.headers
    pairs = [(name.lower().encode(), value.encode()) for name, value in sent.items()]
    body = b"" if reply.body is None else json.dumps(reply.body).encode()
    await send({"type": "http.response.start", "status": reply.status, "headers": pairs})
    await send({"type": "http.response.body", "body": body})


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
