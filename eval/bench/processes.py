"""Whole processes: how long a cold one takes and how much memory it needs."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from statistics import median
from threading import Timer

from assistant.settings import Settings
from eval.errors import EvalError

_READY_WITHIN_S = 180.0
_ENDS_WITHIN_S = 30.0
_ENCODER_ALONE = (
    "import sys; from pathlib import Path; from index.encode import build_encoder; "
    "build_encoder(sys.argv[1], Path(sys.argv[2]))"
)
_ZHENGWEN = (sys.executable, "-c", "from assistant.cli import main; main()")


@dataclass(frozen=True, slots=True)
class ProcessFigures:
    """Medians over the rounds; memory is the peak resident set in MB."""

    cold_ask_s: float
    cold_ask_x_load: float
    """Over a process that only loads the encoder."""
    ask_rss_mb: float
    serve_rss_mb: float
    """After the page was opened and every question was asked."""


def measure_processes(
    settings: Settings, questions: Sequence[str], rounds: int = 3
) -> ProcessFigures:
    """Call this before anything heavy is loaded here.

    A child's peak memory starts from what its parent held when it forked, until it is past exec.
    """
    ask = (*_ZHENGWEN, "ask", questions[0], "--json")
    load = (sys.executable, "-c", _ENCODER_ALONE, settings.encoder, str(settings.model_folder))
    run_command(ask)  # brings the files into the page cache, for both
    asks, loads = [], []
    for _ in range(rounds):
        loads.append(run_command(load)[0])
        asks.append(run_command(ask))
    cold = median(seconds for seconds, _ in asks)
    return ProcessFigures(
        cold_ask_s=cold,
        cold_ask_x_load=cold / median(loads),
        ask_rss_mb=median(memory for _, memory in asks),
        serve_rss_mb=_serve_memory(questions),
    )


def run_command(command: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak MB of a command; EvalError with its complaint when it fails."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        complaint = process.stderr.read() if process.stderr else b""
        code, memory = _reap(process)
    if code:
        said = complaint.decode("utf-8", "replace").strip()
        raise EvalError(f"测速时命令失败（退出码 {code}）：{said}。请先运行 make index。")
    return time.perf_counter() - started, memory


def _serve_memory(questions: Sequence[str]) -> float:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        (*_ZHENGWEN, "serve", "--port", str(port)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        base = f"http://127.0.0.1:{port}"
        _wait_until_ready(process, f"{base}/ready")
        urllib.request.urlopen(f"{base}/", timeout=60).read()
        for question in questions:
            body = json.dumps({"question": question}).encode()
            headers = {"Content-Type": "application/json"}
            asked = urllib.request.Request(f"{base}/v1/answer", body, headers)
            urllib.request.urlopen(asked, timeout=60).read()
    except BaseException:
        process.kill()
        process.wait()
        raise
    process.terminate()
    return _reap(process)[1]


def _wait_until_ready(process: subprocess.Popen[bytes], url: str) -> None:
    until = time.monotonic() + _READY_WITHIN_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise EvalError("测速时服务没有就绪。请先运行 zhengwen serve，看它报什么错。")


def _reap(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Exit code and peak resident MB of a process that is about to end, or is killed.

    ru_maxrss counts kB on Linux and bytes on macOS.
    """
    patience = Timer(_ENDS_WITHIN_S, process.kill)
    patience.start()
    _, status, usage = os.wait4(process.pid, 0)
    patience.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return process.returncode, usage.ru_maxrss * unit / 2**20
