"""/mcp: the protocol over streamable HTTP, without sessions: every request stands for itself.

A page of another site that a browser was led to could speak to this machine under its own name (DNS
rebinding): only known host names are answered, and of web pages only those of such hosts.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from assistant.api.problems import problem
from assistant.mcp import messages
from assistant.mcp.server import CallerOf, build_server, by_mcp
from assistant.runtime import Runtime

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

PATH = "/mcp"
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")


class McpDoor:
    """An ASGI application; `running` has to be entered while it serves."""

    def __init__(
        self,
        runtime: Runtime,
        hosts: Sequence[str],
        max_body_bytes: int,
        caller_of: CallerOf = by_mcp,
    ) -> None:
        """caller_of: who asks, from the HTTP request; it may raise what the application's own
        handlers turn into an answer. hosts: names besides this machine's own."""
        self._server = build_server(runtime, caller_of)
        self._hosts = frozenset((*OWN_NAMES, *hosts))
        self._max_body_bytes = max_body_bytes
        self._manager: StreamableHTTPSessionManager | None = None

    @property
    def route(self) -> Route:
        """Where the application answers."""
        return Route(PATH, endpoint=self, include_in_schema=False)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serve until the block ends."""
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        self._manager = StreamableHTTPSessionManager(
            self._server,
            json_response=True,
            stateless=True,
            max_request_body_size=self._max_body_bytes,
        )
        async with self._manager.run():
            yield
        self._manager = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check where the request comes from, then hand it to the protocol."""
        headers: dict[str, Any] = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        origin = headers.get("origin")
        if _name(headers.get("host", "")) not in self._hosts:
            await problem(421, messages.BAD_HOST)(scope, receive, send)
        elif origin is not None and _name(origin.partition("://")[2]) not in self._hosts:
            await problem(403, messages.BAD_ORIGIN)(scope, receive, send)
        else:
            assert self._manager is not None
            await self._manager.handle_request(scope, receive, send)


def _name(host: str) -> str:
    """The name without its port; IPv6 addresses keep their brackets."""
    name, colon, port = host.rpartition(":")
    return name.lower() if colon and port.isdecimal() else host.lower()
