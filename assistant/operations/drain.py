"""An orderly end: nothing new is begun, what runs is finished, and the end comes in bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock


class Drain:
    """Counts the requests that matter for the end. Thread-safe."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """seconds: how long running requests may take at most once the end has begun."""
        self.seconds = seconds
        self._clock = clock
        self._lock = Lock()
        self._running = 0
        self._began: float | None = None

    @property
    def draining(self) -> bool:
        """Whether the end has begun."""
        return self._began is not None

    def begin(self) -> None:
        """Begin the end; a second time changes nothing."""
        if self._began is None:
            self._began = self._clock()

    def entered(self) -> None:
        """A request begins."""
        with self._lock:
            self._running += 1

    def left(self) -> None:
        """A request has ended, well or not."""
        with self._lock:
            self._running -= 1

    @property
    def over(self) -> bool:
        """Whether the process may go: nothing runs any more, or the time is up."""
        if self._began is None:
            return False
        return self._running == 0 or self._clock() - self._began >= self.seconds
