"""So many answers at once and no more: the others wait a little, or are told to come back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.doorman import is_answering
from assistant.api.problems import DETAILS, problem

_RETRY = {"Retry-After": "5"}


class FullError(Exception):
    """No place became free in time."""


class Places:
    """A bounded number of places with a bounded queue; for one event loop."""

    def __init__(self, places: int, waiting: int, wait_s: float) -> None:
        self._free = asyncio.Semaphore(places)
        self._waiting, self._most_waiting, self._wait_s = 0, waiting, wait_s

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Hold a place; raises FullError at once where the queue is full, or after the wait."""
        if self._free.locked():
            if self._waiting >= self._most_waiting:
                raise FullError
            self._waiting += 1
            try:
                await asyncio.wait_for(self._free.acquire(), self._wait_s)
            except TimeoutError:
                raise FullError from None
            finally:
                self._waiting -= 1
        else:
            await self._free.acquire()
        try:
            yield
        finally:
            self._free.release()


class Overload:
    """Pure ASGI middleware before the routes that answer; all others pass untouched."""

    def __init__(self, app: ASGIApp, places: Places, timeout_s: float) -> None:
        self._app, self._places, self._timeout_s = app, places, timeout_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Work on the request when there is a place, or answer 503 here."""
        if scope["type"] != "http" or not is_answering(scope):
            await self._app(scope, receive, send)
            return
        try:
            # A slow sender takes no place from others.
            whole = await _whole(receive)
            async with self._places.place():
                await self._bounded(scope, _replayed(whole, receive), send)
        except FullError:
            busy = "当前提问人数较多，请稍后重试。"
            await problem(503, busy, _RETRY)(scope, receive, send)
        except HTTPException as error:
            detail = DETAILS[error.status_code]
            await problem(error.status_code, detail, error.headers)(scope, receive, send)

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One answer within the timeout.

        A thread that works on it cannot be stopped: its place stays taken until it is done, so
        that no more are at work than there are places; the client is answered at once.
        """
        started = given_up = False

        async def sending(message: Message) -> None:
            nonlocal started
            if given_up:
                return
            started = True
            await send(message)

        async def run() -> None:
            await self._app(scope, receive, sending)

        work = asyncio.create_task(run())
        try:
            done, _ = await asyncio.wait({work}, timeout=self._timeout_s)
            if not done and not started:
                given_up = True
                await problem(503, _TOO_LONG, _RETRY)(scope, receive, send)
            elif not done:
                # A stream that is under way ends where it is.
                work.cancel()
            with suppress(asyncio.CancelledError):
                await work
        finally:
            work.cancel()


_TOO_LONG = "回答超时。请把问题说得短一些、具体一些后重试；若反复出现，请联系管理员。"


async def _whole(receive: Receive) -> Message:
    """The body in one message; raises HTTPException (408, 413) as the gate does."""
    parts = []
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return message
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return {"type": "http.request", "body": b"".join(parts), "more_body": False}


def _replayed(first: Message, receive: Receive) -> Receive:
    """`receive` with a message before it that was taken from it already."""
    waiting = [first]

    async def replayed() -> Message:
        return waiting.pop() if waiting else await receive()

    return replayed
