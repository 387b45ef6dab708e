"""`serve`."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from assistant.cli.output import note
from assistant.errors import ServeError

BACKLOG = 2048


def serve(
    host: Annotated[str | None, typer.Option(help="监听地址；默认只对本机开放。")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="端口；0 表示自动选择。")
    ] = None,
) -> None:
    """启动网页与接口；缺少索引时先建立。"""
    from assistant.settings import Settings

    settings = Settings.load()
    chosen = settings.port if port is None else port
    listener = listen(host or settings.host, chosen)

    from assistant.api.app import create_app
    from assistant.api.request_ids import RequestIdFilter
    from assistant.cli.connections import bounded_protocol
    from assistant.cli.progress import shown_progress
    from assistant.operations.drain import Drain
    from assistant.operations.logs import configure_logging
    from assistant.operations.server import Server
    from assistant.records.housekeeping import kept_in_order
    from assistant.runtime import Runtime
    from assistant.wiring import (
        build_access,
        build_records,
        build_service,
        removed_folder,
        retention,
    )

    configure_logging(settings.log_format, settings.log_level, RequestIdFilter())
    with listener, kept_in_order(build_records(settings), retention(settings)) as records:
        with shown_progress() as progress:
            service = build_service(settings, progress, note, records=records)
            service.warm_up()
        removed_folder(settings)
        runtime = Runtime(lambda: service)
        runtime.load()
        drain = Drain(settings.shutdown_s)
        app = create_app(settings, runtime, build_access(settings, records), drain)
        address, bound = listener.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        listener.listen(BACKLOG)  # from here on a connection waits and is not refused
        note(f"政问已启动：http://{shown}:{bound}（接口说明 /docs，按 Ctrl+C 停止）")
        protocol = bounded_protocol(settings.body_timeout_s, settings.max_connections)
        Server(app, drain, protocol).run(sockets=[listener])
        note("政问已停止。")


def listen(host: str, port: int) -> socket.socket:
    """A bound socket, taken before anything is loaded, so that a taken port is said at once."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
    except OSError as error:
        raise ServeError(f"监听地址 {host} 无法解析，请检查 --host。") from error
    # With the protocol left at 0 asyncio would not switch off Nagle's algorithm, and every answer
    # on a kept connection would wait 40 ms.
    listener = socket.socket(family, kind, protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise ServeError(
            f"无法监听 {host}:{port}（{error.strerror}）。端口可能已被占用，"
            f"请换一个端口（zhengwen serve --port {port + 1 if port < 65535 else 8000}）或停掉占用它的程序。"
        ) from error
    return listener
