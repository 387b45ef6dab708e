"""How many tokens a process may use in an hour."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

from assistant.chat_model.failures import ChatModelError, Failure

HOUR_S = 3600.0


class TokenBudget:
    """Tokens of the last hour, counted at one a character: no tokenizer needs more. Thread-safe."""

    def __init__(self, per_hour: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_hour = per_hour
        self._clock = clock
        self._lock = Lock()
        self._spent: deque[tuple[float, int]] = deque()
        self._total = 0

    def spend(self, tokens: int) -> None:
        """Before a request, with all that it may use; raises ChatModelError when it is too much."""
        with self._lock:
            now = self._clock()
            while self._spent and now - self._spent[0][0] >= HOUR_S:
                self._total -= self._spent.popleft()[1]
            if self._total + tokens > self._per_hour:
                raise ChatModelError(Failure.NO_BUDGET)
            self._record(now, tokens)

    def give_back(self, tokens: int) -> None:
        """After a request, what it did not use."""
        with self._lock:
            self._record(self._clock(), -tokens)

    def _record(self, when: float, tokens: int) -> None:
        self._spent.append((when, tokens))
        self._total += tokens
