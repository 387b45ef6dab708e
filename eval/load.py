"""Many users at once: a real server process on this machine, asked distinct development questions.

The answers per second stand beside what the cores allow: 1 ÷ (CPU time of one answer, measured with
one user alone) × cores. The users run in this process and take their share of the same cores, which
is printed too.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import quantiles
from threading import Event
from urllib.parse import urlsplit

from eval.errors import EvalError
from eval.tables import table

ALONE = 30
"""Questions of the one user whose answers are measured for their CPU time."""
_SERVE = (sys.executable, "-c", "from assistant.cli import main; main()", "serve", "--port", "0")
_STARTED = re.compile(r"(http://\S+?)（")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Load:
    """What was measured; times in seconds, memory in MB (resident)."""

    users: int
    seconds: float
    answers: int
    statuses: dict[str, int]
    """HTTP status, or the name of a broken connection's error → requests."""
    latencies: tuple[float, ...]
    cpu_alone: float
    cpu_loaded: float
    """CPU time of the server for one answer, with one user and with all."""
    client_cpu: float
    """Cores that the users' own process took."""
    cores: int
    memory_start: float
    memory_end: float

    @property
    def per_second(self) -> float:
        """Answers with status 200."""
        return self.answers / self.seconds

    @property
    def possible(self) -> float:
        """Answers a second that the cores allow."""
        return self.cores / self.cpu_alone


def measure(questions: Sequence[str], users: int, seconds: float) -> Load:
    """Start a server, ask it, stop it. Raises EvalError when it does not start."""
    distinct = list(dict.fromkeys(questions))
    if len(distinct) <= ALONE:
        raise EvalError(f"至少需要 {ALONE + 1} 个不同的问题。")
    with _server() as (pid, address):
        cpu, began = _cpu(pid), 0
        for question in distinct[:ALONE]:
            _ask(address, question)
        alone = (_cpu(pid) - cpu) / ALONE
        memory_start, cpu = _memory(pid), _cpu(pid)
        own, began_at = time.process_time(), time.perf_counter()
        numbers, over = count(began), Event()
        asked = distinct[ALONE:]

        def user(_: int) -> list[tuple[str, float]]:
            found = []
            while not over.is_set():
                started = time.perf_counter()
                status = _ask(address, asked[next(numbers) % len(asked)])
                found.append((status, time.perf_counter() - started))
            return found

        with ThreadPoolExecutor(users) as pool:
            running = [pool.submit(user, number) for number in range(users)]
            over.wait(seconds)
            over.set()
            seen = [entry for future in running for entry in future.result()]
        took = time.perf_counter() - began_at
        good = [latency for status, latency in seen if status == "200"]
        return Load(
            users=users,
            seconds=took,
            answers=len(good),
            statuses=dict(Counter(status for status, _ in seen)),
            latencies=tuple(good),
            cpu_alone=alone,
            cpu_loaded=(_cpu(pid) - cpu) / max(1, len(good)),
            client_cpu=(time.process_time() - own) / took,
            cores=len(os.sched_getaffinity(0)),
            memory_start=memory_start,
            memory_end=_memory(pid),
        )


def report(load: Load) -> str:
    """The figures as a table."""
    cuts = quantiles(load.latencies, n=100) if len(load.latencies) > 1 else [0.0] * 99
    statuses = "，".join(f"{name} {number} 次" for name, number in sorted(load.statuses.items()))
    rows = [
        ("同时提问的人数", f"{load.users}"),
        ("时长", f"{load.seconds:.0f} 秒"),
        ("每秒答复", f"{load.per_second:.1f}"),
        ("1 ÷ 单个答复的 CPU 时间 × 核数", f"{load.possible:.1f}"),
        ("二者之比", f"{load.per_second / load.possible:.2f}"),
        ("单个答复的 CPU 时间：一人提问", f"{load.cpu_alone * 1000:.1f} 毫秒"),
        ("单个答复的 CPU 时间：同时提问", f"{load.cpu_loaded * 1000:.1f} 毫秒"),
        ("核数；其中提问程序占用", f"{load.cores}；{load.client_cpu:.2f}"),
        ("p50 / p95 / p99", " / ".join(f"{cuts[n - 1]:.2f}" for n in (50, 95, 99)) + " 秒"),
        ("内存：开始 / 结束", f"{load.memory_start:.0f} / {load.memory_end:.0f} MB"),
        ("结果", statuses),
    ]
    return table(("项目", "数值"), rows)


@contextmanager
def _server() -> Iterator[tuple[int, tuple[str, int]]]:
    process = subprocess.Popen(_SERVE, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        for line in process.stderr:
            found = _STARTED.search(line)
            if found:
                break
        else:
            raise EvalError("服务没有启动。请先运行 zhengwen serve，看它报什么错。")
        with ThreadPoolExecutor(1) as reader:
            # Somebody has to read on, or the server would wait for room in the pipe.
            reader.submit(lambda lines: [None for _ in lines], process.stderr)
            address = urlsplit(found[1])
            assert address.hostname and address.port
            yield process.pid, (address.hostname, address.port)
            process.terminate()
    finally:
        process.terminate()
        process.wait(60)


def _ask(address: tuple[str, int], question: str) -> str:
    """The HTTP status, or the name of the error."""
    body = json.dumps({"question": question}).encode()
    connection = http.client.HTTPConnection(*address, timeout=120)
    try:
        connection.request("POST", "/v1/answer", body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        response.read()
        return str(response.status)
    except OSError as error:
        return type(error).__name__
    finally:
        connection.close()


def _cpu(pid: int) -> float:
    """CPU seconds of a process, all threads (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _memory(pid: int) -> float:
    """Resident MB of a process (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise EvalError("读不到服务进程的内存。")
