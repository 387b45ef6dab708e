"""A real server on loopback for the length of a test."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import sleep

import uvicorn
from fastapi import FastAPI

from assistant.cli.connections import bounded_protocol


@contextmanager
def served(app: FastAPI, *, head_timeout_s: float = 20, most: int = 1000) -> Iterator[int]:
    """The port on which the app answers, as `zhengwen serve` sets it up."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(
            app,
            log_level="warning",
            http=bounded_protocol(head_timeout_s, most),
            ws="none",
            proxy_headers=False,
            backlog=512,
            timeout_keep_alive=1,
        )
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            sleep(0.01)
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()
