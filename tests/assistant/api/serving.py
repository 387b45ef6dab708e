"""The API behind a real server on the loop-back interface."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from assistant.api.app import create_app
from assistant.cli.serving import listen
from assistant.runtime import Runtime
from assistant.settings import Settings


@contextmanager
def served(settings: Settings, runtime: Runtime) -> Iterator[str]:
    """The server's address while it runs."""
    listener = listen("127.0.0.1", 0)
    listener.listen()  # who asks before the server is up waits
    config = uvicorn.Config(
        create_app(settings, runtime), log_level="error", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()
