"""`mcp`."""

from __future__ import annotations

from contextlib import redirect_stdout
from typing import Annotated

import typer


def mcp(
    http: Annotated[
        bool, typer.Option("--http", help="经 HTTP 服务（地址为 /mcp），而不是标准输入输出。")
    ] = False,
    host: Annotated[str | None, typer.Option(help="监听地址，只用于 --http。")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="端口，只用于 --http；0 表示自动选择。")
    ] = None,
) -> None:
    """以 MCP（模型上下文协议）向智能体提供政策问答、检索、资格匹配等工具。"""
    if http:
        from assistant.cli.serving import serve

        serve(host, port)
        return
    import sys

    from assistant.cli.output import note
    from assistant.mcp.stdio import serve_stdio
    from assistant.records.housekeeping import kept_in_order
    from assistant.runtime import Runtime
    from assistant.settings import Settings
    from assistant.wiring import build_records, build_service, retention

    settings = Settings.load()
    with kept_in_order(build_records(settings), retention(settings)) as records:
        # Whatever a library prints must not come between the messages of the protocol.
        with redirect_stdout(sys.stderr):
            service = build_service(settings, warn=note, records=records)
            service.warm_up()
        runtime = Runtime(lambda: service)
        runtime.load()
        serve_stdio(runtime)
