"""The ways in which an endpoint fails to give a completion at all."""

from __future__ import annotations

from eval.lying.server import Behaviour, Request

_START = '{"statements": [{"text": "每年发放不超过5万'
PAGE = b"<!doctype html><html><body><h1>Please log in</h1></body></html>"


def status(code: int, retry_after: str | None = None) -> Behaviour:
    """An HTTP error with a secret in its message."""

    def behave(request: Request) -> None:
        body = b'{"error": {"message": "bad key sk-secret", "type": "error"}}'
        headers = {"Retry-After": retry_after} if retry_after else None
        request.send(code, "application/json", body, headers)

    return behave


def silent(request: Request) -> None:
    """No response."""
    request.hold()


def silent_after_head(request: Request) -> None:
    """The head of a response, and no more."""
    request.open_stream()
    request.hold()


def keeps_alive(request: Request) -> None:
    """Comments without end in place of a reply: the connection is never silent."""
    request.open_stream()
    while not request.server.closing.wait(0.02):
        request.part(b": keep-alive\n\n")


def stalls(request: Request) -> None:
    """Some text, then nothing."""
    request.open_stream()
    request.piece(_START)
    request.hold()


def drips(request: Request) -> None:
    """A character at a time without end: never silent, never done."""
    request.open_stream()
    while not request.server.closing.wait(0.02):
        request.piece("好")


def breaks_off(request: Request) -> None:
    """Some text, then the connection is gone."""
    request.open_stream()
    request.piece(_START)
    request.wfile.flush()


def hangs_up(request: Request) -> None:
    """No response: the connection is closed."""


def truncates(request: Request) -> None:
    """A reply that ends in the middle, as with too few tokens."""
    request.open_stream()
    request.piece(_START)
    request.piece("", "length")
    request.close_stream()


def gives_a_page(request: Request) -> None:
    """A proxy's HTML in place of a stream."""
    request.send(200, "text/html", PAGE)


def gives_an_error_page(request: Request) -> None:
    """A proxy's HTML with an error."""
    request.send(502, "text/html", PAGE)


def gives_json_unasked(request: Request) -> None:
    """Something else than a completion, as JSON in place of a stream."""
    request.send(200, "application/json", b'{"detail": "not a stream"}')


def gives_nothing(request: Request) -> None:
    """An empty body."""
    request.send(200, "text/event-stream", b"")


def gives_no_choice(request: Request) -> None:
    """A stream without any text."""
    request.open_stream()
    request.part(b'data: {"id": "c1", "object": "chat.completion.chunk", "choices": []}\n\n')
    request.close_stream()


def garbage(request: Request) -> None:
    """Bytes that are no UTF-8 where an event should be."""
    request.open_stream()
    request.part(b"data: \xff\xfe\x00\xd0\xcf\x11\xe0\n\n")
    request.close_stream()


def half_an_event(request: Request) -> None:
    """An event that is no whole JSON."""
    request.open_stream()
    request.piece("好")
    request.part(b'data: {"id": "c1", "choices": [{"index": 0, "del\n\n')
    request.close_stream()


def other_shapes(request: Request) -> None:
    """Events that are JSON and nothing like a completion."""
    request.open_stream()
    request.part(b'data: [1, 2, 3]\n\ndata: "text"\n\ndata: {"choices": "none"}\n\n')
    request.close_stream()


def error_event(request: Request) -> None:
    """An error in the middle of a stream."""
    request.open_stream()
    request.piece("好")
    request.part(b'data: {"error": {"message": "out of memory sk-secret"}}\n\n')
    request.close_stream()


def endless(request: Request) -> None:
    """Text without end, as fast as it can."""
    request.open_stream()
    while not request.server.closing.is_set():
        request.piece("好" * 500)


def endless_line(request: Request) -> None:
    """One line without end: no event is ever complete."""
    request.open_stream()
    request.part(b"data: ")
    while not request.server.closing.is_set():
        request.part(b"x" * 65_536)


def endless_page(request: Request) -> None:
    """An error whose page has no end."""
    request.send_response(500)
    request.send_header("Content-Type", "text/html")
    request.send_header("Transfer-Encoding", "chunked")
    request.end_headers()
    while not request.server.closing.is_set():
        request.part(b"x" * 65_536)
