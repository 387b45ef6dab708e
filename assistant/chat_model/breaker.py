"""A circuit breaker: an endpoint that keeps failing is left alone for a while."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from assistant.chat_model.failures import ChatModelError, Failure


class CircuitBreaker:
    """Opens after so many failures in a row; when it has cooled down, one request may try again.

    That request closes the circuit if it succeeds and opens it anew if it fails. Thread-safe.
    """

    def __init__(
        self, failures: int, cool_down_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = failures
        self._cool_down_s = cool_down_s
        self._clock = clock
        self._lock = Lock()
        self._failed = 0
        self._opened: float | None = None
        self._trying = False

    @property
    def is_open(self) -> bool:
        """Whether requests are refused, or one is trying whether they still have to be."""
        return self._opened is not None

    def enter(self) -> None:
        """Before a request; raises ChatModelError while the circuit is open."""
        with self._lock:
            if self._opened is None:
                return
            if self._trying or self._clock() - self._opened < self._cool_down_s:
                raise ChatModelError(Failure.CIRCUIT_OPEN)
            self._trying = True

    def succeeded(self) -> None:
        """After a request that brought a reply, whatever it said."""
        with self._lock:
            self._failed = 0
            self._opened = None
            self._trying = False

    def given_up(self) -> None:
        """After a request whose end nobody waited for: it says nothing of the endpoint."""
        with self._lock:
            self._trying = False

    def failed(self) -> None:
        """After a request that brought none."""
        with self._lock:
            self._failed += 1
            if self._trying or self._failed >= self._most:
                self._opened = self._clock()
            self._trying = False
