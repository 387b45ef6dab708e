"""The protocol over standard input and output, for one client that starts the process itself."""

from __future__ import annotations

import anyio

from assistant.mcp.server import build_server
from assistant.runtime import Runtime


def serve_stdio(runtime: Runtime) -> None:
    """Serve until the client closes its end. The SDK keeps everything else off standard output."""
    anyio.run(_serve, runtime)


async def _serve(runtime: Runtime) -> None:
    from mcp.server.stdio import stdio_server

    server = build_server(runtime)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())
