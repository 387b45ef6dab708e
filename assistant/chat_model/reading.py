"""A streamed reply, read piece by piece within its limits.

The stream is read in a thread of its own, so that nobody waits for it longer than is allowed. A
stream that is given up ends by itself: soon after its next bytes, or at the client's own timeout.
"""

from __future__ import annotations

import contextvars
import time
from collections.abc import Generator
from contextlib import closing
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Protocol

from assistant.chat_model.failures import ChatModelError, Failure
from assistant.chat_model.limits import Limits
from assistant.stopping import on_stop


class Pieces(Protocol):
    """Asks an endpoint; yields text as it comes, and "" for signs of life without text.

    Raises ChatModelError.
    """

    def __call__(self, system: str, user: str) -> Generator[str]: ...


def ask(pieces: Pieces, system: str, user: str, limits: Limits) -> str:
    """The whole text, with another try where that may help; raises ChatModelError."""
    ends = time.monotonic() + limits.total_s
    tries = limits.retries
    while True:
        try:
            return _read(pieces, system, user, limits, ends)
        except ChatModelError as error:
            pause = error.retry_after_s or 0
            # An endpoint that asks to be left alone for longer than anybody waits is.
            if not tries or not error.failure.retryable or time.monotonic() + pause >= ends:
                raise
            tries -= 1
            time.sleep(pause)


def _read(pieces: Pieces, system: str, user: str, limits: Limits, ends: float) -> str:
    arrived: SimpleQueue[str | Exception | None] = SimpleQueue()
    given_up = Event()

    def read() -> None:
        try:
            with closing(pieces(system, user)) as stream:
                for piece in stream:
                    if given_up.is_set():
                        return
                    arrived.put(piece)
            arrived.put(None)
        except Exception as error:  # whoever waits raises it
            arrived.put(error)

    # LangChain finds its callbacks in the context.
    context = contextvars.copy_context()
    Thread(target=context.run, args=(read,), name="chat-model", daemon=True).start()
    try:
        with on_stop(lambda: arrived.put(ChatModelError(Failure.ASKER_LEFT))):
            return _collect(arrived, limits, ends)
    finally:
        given_up.set()


def _collect(arrived: SimpleQueue[str | Exception | None], limits: Limits, ends: float) -> str:
    got: list[str] = []
    length = 0
    seconds, late = limits.first_s, Failure.FIRST_TIMEOUT
    while True:
        left = ends - time.monotonic()
        try:
            piece = arrived.get(timeout=max(0, min(seconds, left)))
        except Empty:
            raise ChatModelError(late if seconds < left else Failure.DEADLINE) from None
        if piece is None:
            return "".join(got)
        if isinstance(piece, ChatModelError) and got and piece.failure is Failure.UNREACHABLE:
            raise ChatModelError(Failure.BROKEN_OFF) from piece
        if isinstance(piece, Exception):
            raise piece
        got.append(piece)
        length += len(piece)
        if length > limits.max_characters:
            raise ChatModelError(Failure.TOO_LONG)
        if left <= 0:
            raise ChatModelError(Failure.DEADLINE)
        seconds, late = limits.stall_s, Failure.STALLED
