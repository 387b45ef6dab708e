"""More than can be worked on, and those who only hold a connection: against a real server."""

from __future__ import annotations

import asyncio
import resource
import select
import socket
from collections import Counter
from threading import Event
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from starlette.responses import Response

from assistant.api.app import create_app
from assistant.models import Answer
from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from tests.assistant.api.server import served

QUESTION = {"question": "首次认定高新技术企业奖励多少？"}


def app_of(settings: Settings, runtime: Runtime, **other: Any) -> FastAPI:
    return create_app(settings.model_copy(update=other), runtime)


def test_200_at_once_are_answered_or_told_to_come_back(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    app = app_of(small_settings, small_runtime, max_answers_at_once=2, max_answers_waiting=20)

    async def all_at_once(port: int) -> list[httpx.Response]:
        limits = httpx.Limits(max_connections=210)
        base = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=base, limits=limits, timeout=60) as client:
            asked = [client.post("/v1/answer", json=QUESTION) for _ in range(200)]
            alive = [client.get("/health") for _ in range(5)]
            return await asyncio.gather(*asked, *alive)

    with served(app) as port:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        *responses, _, _, _, _, _ = replies = asyncio.run(all_at_once(port))
        grown_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        after = httpx.post(f"http://127.0.0.1:{port}/v1/answer", json=QUESTION)
    assert [r.status_code for r in replies[200:]] == [200] * 5
    counted = Counter(r.status_code for r in responses)
    assert set(counted) == {200, 503}
    assert counted[200] >= 22
    for refused in (r for r in responses if r.status_code == 503):
        assert refused.headers["retry-after"] == "5"
        assert refused.json()["detail"] == "当前提问人数较多，请稍后重试。"
    assert grown_kb < 150_000
    assert after.status_code == 200


class Held:
    """A service whose answers wait until they are let go."""

    def __init__(self, service: Service) -> None:
        self._service, self.go, self.begun = service, Event(), Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._service, name)

    def answer(self, question: str, **other: Any) -> Answer:
        self.begun.set()
        self.go.wait(30)
        return self._service.answer(question, **other)


def test_an_answer_that_takes_too_long_is_given_up(
    small_settings: Settings, small_service: Service
) -> None:
    held = Held(small_service)
    runtime = Runtime(lambda: held)  # type: ignore[arg-type, return-value]
    runtime.load()
    app = app_of(
        small_settings, runtime, answer_timeout_s=0.2, max_answers_at_once=1, answer_wait_s=0.1
    )
    with served(app) as port, httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        late = client.post("/v1/answer", json=QUESTION)
        assert (late.status_code, late.headers["retry-after"]) == (503, "5")
        assert late.json()["detail"].startswith("回答超时。")
        # The thread cannot be stopped: its place is not given away.
        busy = client.post("/v1/answer", json=QUESTION)
        assert (busy.status_code, busy.json()["detail"]) == (503, "当前提问人数较多，请稍后重试。")
        held.go.set()
        for _ in range(50):
            response = client.post("/v1/answer", json=QUESTION)
            if response.status_code == 200:
                break
        assert response.status_code == 200


def _read(connection: socket.socket) -> bytes:
    received = b""
    while part := connection.recv(65536):
        received += part
    return received


def test_a_body_that_never_ends_is_408_and_takes_no_place_from_others(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    app = app_of(small_settings, small_runtime, body_timeout_s=1, max_answers_at_once=1)
    head = b"POST /v1/answer HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"
    with served(app) as port:
        slow = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(5)]
        for connection in slow:
            connection.sendall(head)
        answered = httpx.post(f"http://127.0.0.1:{port}/v1/answer", json=QUESTION)
        replies = [_read(connection) for connection in slow]
        for connection in slow:
            connection.close()
    assert answered.status_code == 200
    for reply in replies:
        assert reply.startswith(b"HTTP/1.1 408 ")
        assert "请求发送得太慢".encode() in reply


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: a\r\nX-A: b"])
def test_a_connection_on_which_no_request_comes_is_closed(
    small_settings: Settings, small_runtime: Runtime, sent: bytes
) -> None:
    with served(app_of(small_settings, small_runtime), head_timeout_s=0.3) as port:
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall(sent)
            assert _read(connection) == b""
        assert httpx.get(f"http://127.0.0.1:{port}/health").status_code == 200


def test_a_second_request_whose_head_never_ends_is_closed_too(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    with (
        served(app_of(small_settings, small_runtime), head_timeout_s=0.5) as port,
        socket.create_connection(("127.0.0.1", port), timeout=20) as connection,
    ):
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /health HTT")
        assert _read(connection).startswith(b"HTTP/1.1 200 ")


def test_one_connection_too_many_is_refused_and_the_others_are_served(
    small_settings: Settings, small_runtime: Runtime
) -> None:
    with served(app_of(small_settings, small_runtime), most=3) as port:
        held = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(3)]
        with socket.create_connection(("127.0.0.1", port), timeout=20) as late:
            try:
                late.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
                assert _read(late) == b""
            except ConnectionError:
                pass
        held[0].sendall(b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert _read(held[0]).startswith(b"HTTP/1.1 200 ")
        for connection in held:
            connection.close()


def test_a_client_that_does_not_take_its_answer_is_left() -> None:
    app = FastAPI()
    app.add_route("/long", lambda request: Response(bytes(100_000_000)))
    waiting = select.poll()
    with (
        served(app, head_timeout_s=0.5) as port,
        socket.create_connection(("127.0.0.1", port), timeout=20) as connection,
    ):
        waiting.register(connection, select.POLLHUP | select.POLLERR)
        connection.sendall(b"GET /long HTTP/1.1\r\nHost: a\r\n\r\n")
        assert waiting.poll(10_000) != []


def test_a_client_that_takes_its_answer_slowly_gets_all_of_it() -> None:
    app = FastAPI()
    app.add_route("/long", lambda request: Response(bytes(20_000_000)))
    with (
        served(app, head_timeout_s=0.5) as port,
        socket.create_connection(("127.0.0.1", port), timeout=20) as connection,
    ):
        connection.sendall(b"GET /long HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        whole = 0
        while piece := connection.recv(65_536):
            whole += len(piece)
    assert whole > 20_000_000
