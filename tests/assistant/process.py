"""A real server process for tests, and what it wrote to its log."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from assistant.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]
SERVE = "from assistant.cli import main; main()"
_STARTED = re.compile(r"政问已启动：(http://\S+?)（")


@dataclass
class Serving:
    """A process that serves."""

    process: subprocess.Popen[str]
    base: str = ""
    log: list[str] = field(default_factory=list)
    started: Event = field(default_factory=Event)

    def read(self) -> None:
        """Follow the log to its end."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log.append(line)
            found = _STARTED.search(line)
            if found:
                self.base = found[1]
                self.started.set()
        self.started.set()


@contextmanager
def serving(settings: Settings, **more: str) -> Iterator[Serving]:
    """`zhengwen serve` on a free port with these settings in its environment; killed at the end."""
    env = {
        **os.environ,
        "PYTHONPATH": str(PROJECT),
        "ZHENGWEN_HOME": str(settings.home),
        "ZHENGWEN_DOCUMENTS": str(settings.documents),
        **{f"ZHENGWEN_{name.upper()}": value for name, value in more.items()},
    }
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, "serve", "--port", "0"],
        env=env,
        cwd=settings.home,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        served = Serving(process)
        reader = Thread(target=served.read)
        reader.start()
        try:
            assert served.started.wait(120)
            assert served.base, "".join(served.log)
            yield served
        finally:
            process.kill()
            reader.join(30)
