"""An answer in the making: its steps as they are taken, then the answer, and a sign of life where
nothing has happened for a while. Ends when its reader leaves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from dataclasses import dataclass

from anyio import to_thread

from assistant.models import Answer
from assistant.pipeline import Watch
from assistant.stopping import Stop, stoppable

HEARTBEAT_S = 15.0
"""Shorter than the minute after which proxies usually take a silent connection for dead."""

_running: set[asyncio.Task[None]] = set()
"""The loop itself holds tasks weakly."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that is now being taken, by its name."""

    step: str


class Alive:
    """Nothing has happened, and the work goes on."""


async def follow(
    ask: Callable[[Watch], Answer], heartbeat_s: float = HEARTBEAT_S
) -> AsyncGenerator[Taken | Alive | Answer]:
    """Run `ask` in a worker thread; the Answer comes last. What `ask` raises is raised here.

    When the reader closes this or is cancelled, the work ends before its next step, and a chat
    model that is being read is left at once.
    """
    loop = asyncio.get_running_loop()
    happened: asyncio.Queue[Taken | Answer | BaseException] = asyncio.Queue()
    stop = Stop()

    def tell(what: Taken | Answer | BaseException) -> None:
        with suppress(RuntimeError):  # the loop is closed: the server has ended
            loop.call_soon_threadsafe(happened.put_nowait, what)

    def watch(step: str) -> None:
        stop.check()
        tell(Taken(step))

    def work() -> None:
        try:
            with stoppable(stop):
                stop.check()  # it may have waited for a free thread
                answer = ask(watch)
            tell(answer)
        except BaseException as error:  # raised again by the reader
            tell(error)

    task = asyncio.create_task(to_thread.run_sync(work))
    _running.add(task)
    task.add_done_callback(_running.discard)
    try:
        while True:
            try:
                what = await asyncio.wait_for(happened.get(), heartbeat_s)
            except TimeoutError:
                yield Alive()
                continue
            if isinstance(what, BaseException):
                raise what
            yield what
            if isinstance(what, Answer):
                return
    finally:
        stop.stop()
