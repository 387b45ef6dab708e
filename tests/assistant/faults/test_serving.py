"""A real server process among bad neighbours: its chat model, its clients, its disk."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import httpx

from assistant.settings import Settings
from eval.lying import faults
from eval.lying.server import Request, endpoint
from tests.assistant.faults.test_killed_while_publishing import PROJECT
from tests.assistant.policy import SECOND
from tests.assistant.process import Serving, serving

QUESTION = "首次认定高新技术企业奖励多少？"
CLIENTS = 20


def ask(served: Serving, question: str = QUESTION) -> httpx.Response:
    return httpx.post(f"{served.base}/v1/answer", json={"question": question}, timeout=60)


def until(true: Callable[[], bool]) -> None:
    """Wait for what the other process does."""
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def metric(served: Serving, line: str) -> float:
    for found in httpx.get(f"{served.base}/metrics").text.splitlines():
        if found.rpartition(" ")[0] == line:
            return float(found.rpartition(" ")[2])
    return 0.0


def raw(served: Serving, request: bytes) -> socket.socket:
    address = urlsplit(served.base)
    assert address.hostname and address.port
    connection = socket.create_connection((address.hostname, address.port), timeout=30)
    connection.sendall(request)
    return connection


def posted(body: bytes) -> bytes:
    head = f"POST /v1/answer HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def nonsense(request: Request) -> None:
    """Half of the time nothing, else no JSON."""
    if len(request.server.requests) % 2:
        faults.silent(request)
    else:
        faults.gives_a_page(request)


def test_bad_neighbours_cost_no_answer(own_settings: Settings) -> None:
    with (
        endpoint(nonsense) as model,
        serving(
            own_settings,
            chat_model="m",
            chat_base_url=model.url,
            chat_api_key="sk-very-secret",
            chat_first_token_s="0.3",
            chat_breaker_failures="2",
            index_check_s="0.1",
            log_format="json",
        ) as served,
        ThreadPoolExecutor(CLIENTS) as clients,
    ):
        # A chat model that hangs or talks nonsense while many ask.
        answers = [a.json() for a in clients.map(ask, [served] * CLIENTS)]
        assert {a["status"] for a in answers} == {"answered"}
        assert all("20万元" in a["answer"] for a in answers)
        assert metric(served, "zhengwen_chat_circuit_open") == 1
        assert metric(served, 'zhengwen_questions_total{channel="api",status="answered"}') == float(
            CLIENTS
        )

        # Clients that leave before, while and after their question arrives.
        body = json.dumps({"question": QUESTION}).encode()
        for cut in (1, len(posted(body)) - 5, len(posted(body))):
            raw(served, posted(body)[:cut]).close()
        # One that reads its answer a byte at a time does not keep the others waiting.
        with raw(served, posted(body)) as slow:
            first = slow.recv(1)
            assert ask(served).status_code == 200
            assert first + slow.recv(8) == b"HTTP/1.1 "
        until(lambda: metric(served, "zhengwen_in_flight") == 0)

        # The index folder is deleted: it is made anew, and answers go on meanwhile.
        shutil.rmtree(own_settings.index_folder)
        assert ask(served).json()["status"] == "answered"
        until(lambda: (own_settings.index_folder / "index.json").is_file())
        assert httpx.get(f"{served.base}/ready").json()["parts"] == {
            "index": "1 份文件，6 个段落",
            "records": "可用",
        }

        # `zhengwen add` in another process is noticed.
        house = own_settings.home / "公寓.txt"
        house.write_text(SECOND, encoding="utf-8")
        subprocess.run(
            [sys.executable, "-c", "from assistant.cli import main; main()", "add", str(house)],
            env={"PYTHONPATH": str(PROJECT), "ZHENGWEN_HOME": str(own_settings.home),
                 "ZHENGWEN_DOCUMENTS": str(own_settings.documents)},
            check=True,
            capture_output=True,
        )  # fmt: skip
        until(lambda: len(httpx.get(f"{served.base}/v1/documents").json()["items"]) == 2)
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(30) == 0

    log = "".join(served.log)
    assert QUESTION not in log
    assert "高新技术企业" not in log
    assert "sk-very-secret" not in log
    assert "127.0.0.1" not in log.replace(served.base, "")
    lines = [json.loads(line) for line in served.log if line.startswith("{")]
    asked = [line for line in lines if line.get("route") == "/v1/answer"]
    assert len(asked) >= CLIENTS + 2
    assert set(asked[0]) == {
        "time", "level", "logger", "message", "request_id", "method", "route", "status", "ms",
    }  # fmt: skip
    assert {"/v1/documents"} <= {str(line.get("route")) for line in lines}


def test_on_sigterm_running_answers_are_finished_and_nothing_new_begins(
    own_settings: Settings,
) -> None:
    asked, go_on = Event(), Event()

    def thinks(request: Request) -> None:
        asked.set()
        go_on.wait(30)

    with (
        endpoint(thinks) as model,
        serving(own_settings, chat_model="m", chat_base_url=model.url) as served,
        ThreadPoolExecutor(1) as client,
    ):
        # To be ready it had asked the model nothing, which would have cost tokens and hung here.
        assert model.requests == []
        running = client.submit(ask, served)
        assert asked.wait(30)
        served.process.send_signal(signal.SIGTERM)
        until(lambda: httpx.get(f"{served.base}/ready").status_code == 503)
        assert httpx.get(f"{served.base}/ready").json()["detail"] == "服务正在停止。"
        assert httpx.get(f"{served.base}/health").status_code == 200
        refused = ask(served)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
        assert refused.json()["detail"] == "服务正在停止，请几秒后重试。"
        go_on.set()
        assert "20万元" in running.result(30).json()["answer"]
        assert served.process.wait(30) == 0
    assert served.log[-1] == "政问已停止。\n"


def test_an_answer_that_never_ends_is_given_up_after_the_time_set(own_settings: Settings) -> None:
    asked = Event()

    def thinks(request: Request) -> None:
        asked.set()
        faults.silent(request)

    with (
        endpoint(thinks) as model,
        serving(
            own_settings,
            chat_model="m",
            chat_base_url=model.url,
            chat_first_token_s="3600",
            chat_timeout_s="3600",
            shutdown_s="0.2",
        ) as served,
        raw(served, posted(json.dumps({"question": QUESTION}).encode())),
    ):
        assert asked.wait(30)
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(60) == 0
    assert "their time was up" in served.log[-1]


FULL = """
import resource, signal, sys
from pathlib import Path
from assistant.errors import StorageError
from assistant.publishing import Publisher
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.wiring import build_service

settings = Settings.load()
runtime = Runtime(lambda: build_service(settings))
runtime.load()
publisher = Publisher(settings, runtime)
content = Path(sys.argv[1]).read_bytes()
state = lambda: {p.name: p.read_bytes() for p in settings.documents.iterdir() if p.name != ".lock"}
before = state()
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for bytes_left in (100, 1000, 3000, 20000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, hard))
    try:
        publisher.publish("house.txt", content)
    except StorageError as error:
        said = str(error)
    else:
        sys.exit(f"published with {bytes_left} bytes left")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert "磁盘空间不足" in said and str(settings.home) not in said, said
    assert state() == before, (bytes_left, sorted(state()))
    assert runtime.service.answer("首次认定高新技术企业奖励多少？").citations
print(publisher.publish("house.txt", content).id)
"""


def test_a_full_disk_changes_nothing_and_when_there_is_room_it_goes_on(
    own_settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "given.txt").write_text(SECOND, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "given.txt")],
        env={"PYTHONPATH": str(PROJECT), "ZHENGWEN_HOME": str(own_settings.home),
             "ZHENGWEN_DOCUMENTS": str(own_settings.documents)},
        capture_output=True,
        text=True,
        timeout=120,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, "house\n"), ran.stderr
