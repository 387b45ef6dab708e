"""A real OpenAI-compatible endpoint on this machine that does what a test wants of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Behaviour = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Remembers every request, then behaves."""

    server: Endpoint

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.requests.append(
            {
                "path": self.path,
                "authorization": self.headers["Authorization"],
                **json.loads(self.rfile.read(length)),
            }
        )
        self.server.behaviour(self)

    def send(self, status: int, content_type: str, body: bytes) -> None:
        """The whole response."""
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads it."""


class Endpoint(ThreadingHTTPServer):
    """The server with what it was asked."""

    daemon_threads = True

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviour = behaviour
        self.requests: list[dict[str, Any]] = []
        self.done = Event()

    @property
    def url(self) -> str:
        """What ZHENGWEN_CHAT_BASE_URL is set to."""
        return f"http://127.0.0.1:{self.server_port}/v1"


@contextmanager
def endpoint(behaviour: Behaviour) -> Iterator[Endpoint]:
    """The server, serving until the block ends."""
    with Endpoint(behaviour) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.done.set()
            server.shutdown()
            thread.join()


def says(text: str) -> Behaviour:
    """A chat completion with this text."""

    def behave(handler: Handler) -> None:
        message = {"role": "assistant", "content": text}
        body = {
            "id": "c1",
            "object": "chat.completion",
            "created": 0,
            "model": "m",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }
        handler.send(200, "application/json", json.dumps(body).encode())

    return behave


def fails(handler: Handler) -> None:
    """HTTP 500."""
    handler.send(500, "application/json", b'{"error": {"message": "out of memory"}}')


def refuses(handler: Handler) -> None:
    """HTTP 401, as with a wrong key."""
    handler.send(401, "application/json", b'{"error": {"message": "bad key sk-secret"}}')


def hangs(handler: Handler) -> None:
    """No response until the test is over."""
    handler.server.done.wait(30)


def gives_a_page(handler: Handler) -> None:
    """A proxy's HTML in place of JSON."""
    handler.send(200, "text/html", b"<html><body>Please log in</body></html>")


def gives_half(handler: Handler) -> None:
    """JSON that breaks off."""
    handler.send(200, "application/json", b'{"id": "c1", "choices": [{"index": 0, "mess')


def gives_no_choice(handler: Handler) -> None:
    """A completion without any."""
    body = {"id": "c1", "object": "chat.completion", "created": 0, "model": "m", "choices": []}
    handler.send(200, "application/json", json.dumps(body).encode())
