"""A real OpenAI-compatible endpoint on this machine that behaves in every bad way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any

from eval.lying.seen import Seen, seen_in

Behaviour = Callable[["Request"], None]
PIECE = 7
"""Characters in a streamed piece: no JSON, number or word comes whole."""


class Request(BaseHTTPRequestHandler):
    """Remembers itself, then lets the server's behaviour answer."""

    server: Endpoint
    protocol_version = "HTTP/1.1"
    body: dict[str, Any]

    def do_POST(self) -> None:
        """A chat completion."""
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        asked = {"path": self.path, "authorization": self.headers["Authorization"], **self.body}
        with self.server.lock:
            self.server.requests.append(asked)
        self.close_connection = True
        # Who asked may have gone away meanwhile.
        with suppress(ConnectionError):
            self.server.behaviour(self)

    @property
    def streamed(self) -> bool:
        """Whether a stream was asked for."""
        return bool(self.body.get("stream"))

    @property
    def seen(self) -> Seen:
        """What a model would see."""
        return seen_in(self.body)

    def send(
        self, status: int, content_type: str, body: bytes, headers: dict[str, str] | None = None
    ) -> None:
        """The whole response."""
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def open_stream(self, content_type: str = "text/event-stream") -> None:
        """The head of a streamed response."""
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def part(self, data: bytes) -> None:
        """Some bytes of a streamed response."""
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def piece(self, text: str, finish: str | None = None) -> None:
        """Some text of a streamed response."""
        delta = {"content": text} if text else {}
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        event = {"id": "c1", "object": "chat.completion.chunk", "created": 0, "model": "m"}
        self.part(f"data: {json.dumps({**event, 'choices': [choice]})}\n\n".encode())

    def close_stream(self) -> None:
        """The regular end of a streamed response."""
        self.part(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def hold(self) -> None:
        """Silence until the server is closed."""
        self.server.closing.wait(60)

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads it."""


class Endpoint(ThreadingHTTPServer):
    """The server with what it was asked."""

    daemon_threads = True

    def __init__(self, behaviour: Behaviour, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Request)
        self.behaviour = behaviour
        self.requests: list[dict[str, Any]] = []
        self.lock = Lock()
        self.closing = Event()

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
            server.closing.set()
            server.shutdown()
            thread.join()


def says(text: str | Callable[[Seen], str]) -> Behaviour:
    """A completion, streamed where that is asked for; the text may depend on what is seen."""

    def behave(request: Request) -> None:
        said = text if isinstance(text, str) else text(request.seen)
        if not request.streamed:
            request.send(200, "application/json", _completion(said))
            return
        request.open_stream()
        for at in range(0, len(said), PIECE):
            request.piece(said[at : at + PIECE])
        request.piece("", "stop")
        request.close_stream()

    return behave


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """One behaviour a request, the last one for all that follow."""

    def behave(request: Request) -> None:
        number = len(request.server.requests)
        behaviours[min(number, len(behaviours)) - 1](request)

    return behave


def _completion(text: str) -> bytes:
    message = {"role": "assistant", "content": text}
    body = {
        "id": "c1",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
    return json.dumps(body).encode()
