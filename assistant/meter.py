"""Counts of what the service did, kept in memory: numbers and statuses, never a word of anybody."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from assistant.caller import Caller
from assistant.models import Answer

BOUNDS_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Upper bounds of the latency buckets; what took longer is in the last one, without a bound."""
FAILED = "failed"
"""The status of a question that ended in an error."""

NO_REPLY = "no reply"
"""How the trace begins where the chat model brought nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The counts at one moment."""

    questions: dict[tuple[str, str], int]
    """(status, channel) → questions."""
    buckets: tuple[int, ...]
    """Questions by latency, one place a bound of BOUNDS_S and one for the rest; not cumulated."""
    seconds: float
    in_flight: int
    removed: int
    """Statements that verification took out of drafts."""
    reworded: dict[str, int]
    """accepted, rejected, or why the chat model brought no reply → answers."""


class Meter:
    """Thread-safe; one for the life of the service, whatever index it answers from."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._questions: Counter[tuple[str, str]] = Counter()
        self._buckets = [0] * (len(BOUNDS_S) + 1)
        self._seconds = 0.0
        self._in_flight = 0
        self._removed = 0
        self._reworded: Counter[str] = Counter()

    @contextmanager
    def question(self, caller: Caller) -> Iterator[Callable[[Answer], None]]:
        """Around one question; call what it yields with the answer, else the question failed."""
        began = time.perf_counter()
        found: list[Answer] = []
        with self._lock:
            self._in_flight += 1
        try:
            yield found.append
        finally:
            took = time.perf_counter() - began
            with self._lock:
                self._in_flight -= 1
                self._count(found[0] if found else None, caller, took)

    def read(self) -> Reading:
        """All counts, taken at once."""
        with self._lock:
            return Reading(
                dict(self._questions),
                tuple(self._buckets),
                self._seconds,
                self._in_flight,
                self._removed,
                dict(self._reworded),
            )

    def _count(self, answer: Answer | None, caller: Caller, took: float) -> None:
        status = answer.status.value if answer else FAILED
        self._questions[status, caller.channel.value] += 1
        self._buckets[bisect_left(BOUNDS_S, took)] += 1
        self._seconds += took
        for entry in answer.trace if answer else ():
            if entry.step == "verify":
                self._removed += len(entry.detail["removed"])
            elif entry.step == "chat":
                self._reworded[_outcome(entry.detail["fallback"])] += 1


def _outcome(fallback: str | None) -> str:
    """A name out of few: why there was no reply, or whether the reply was taken."""
    if fallback is None:
        return "accepted"
    head, _, failure = fallback.partition(": ")
    return failure if head == NO_REPLY else "rejected"
