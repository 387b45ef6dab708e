"""How an answer that nobody waits for any more is given up: between its steps, and while a chat
model is being read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from corpus.errors import ZhengwenError


class StoppedError(ZhengwenError):
    """The asker has left; no answer was finished."""


class Stop:
    """One answer's switch. Whoever serves the asker turns it, whoever works looks. Thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stopped = False
        self._told: list[Callable[[], None]] = []

    def stop(self) -> None:
        """Turn it; what waits inside `on_stop` is told at once."""
        with self._lock:
            self._stopped = True
            told = list(self._told)
        for tell in told:
            tell()

    def check(self) -> None:
        """Raise StoppedError once it is turned."""
        if self._stopped:
            raise StoppedError("提问方已离开。")

    @contextmanager
    def telling(self, tell: Callable[[], None]) -> Iterator[None]:
        """Inside, `tell` is called when the switch is turned, or now if it is."""
        with self._lock:
            self._told.append(tell)
            stopped = self._stopped
        if stopped:
            tell()
        try:
            yield
        finally:
            with self._lock:
                self._told.remove(tell)


_current: ContextVar[Stop | None] = ContextVar("stop", default=None)


@contextmanager
def stoppable(stop: Stop) -> Iterator[None]:
    """What is done inside, in this thread, can be given up by `stop`."""
    token = _current.set(stop)
    try:
        yield
    finally:
        _current.reset(token)


@contextmanager
def on_stop(tell: Callable[[], None]) -> Iterator[None]:
    """Inside, `tell` is called when the work of this thread is given up; else nothing happens."""
    stop = _current.get()
    if stop is None:
        yield
        return
    with stop.telling(tell):
        yield
