"""uvicorn's connections, bounded: how many there are, how long a request's head may take, and how
slowly an answer may be taken."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

_AT_ONCE = struct.pack("ii", 1, 0)
SLOWEST = 500
"""Bytes a second of an answer that a client has to take, on the average of a timeout."""


def bounded_protocol(timeout_s: float, most: int) -> type[asyncio.Protocol]:
    """A protocol for uvicorn.Config(http=…) that closes what would be held open for nothing.

    uvicorn bounds the silence between requests; a connection on which no whole head ever arrives,
    or from which nobody takes the answer, it would keep for ever.
    """

    class BoundedProtocol(H11Protocol):
        _deadline: asyncio.TimerHandle | None = None
        _taking: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            """Refuse one connection too many before anything is read from it."""
            super().connection_made(transport)
            if len(self.connections) > most:
                transport.abort()
                return
            self._expect_head()

        def data_received(self, data: bytes) -> None:
            """Restart nothing: the bytes of a head count from its first one."""
            super().data_received(data)
            if self.conn.their_state is h11.IDLE:
                self._expect_head()
            else:
                self._forget_head()

        def connection_lost(self, exc: Exception | None) -> None:
            """No timer outlives its connection."""
            self._forget_head()
            self._forget_taking()
            super().connection_lost(exc)

        def pause_writing(self) -> None:
            """More is waiting to be taken than may lie here: from now on it is watched."""
            super().pause_writing()
            self._watch_taking()

        def resume_writing(self) -> None:
            """It was taken."""
            self._forget_taking()
            super().resume_writing()

        def _watch_taking(self) -> None:
            waiting = self.transport.get_write_buffer_size()
            self._taking = self.loop.call_later(timeout_s, self._check_taking, waiting)

        def _check_taking(self, before: int) -> None:
            if before - self.transport.get_write_buffer_size() < SLOWEST * timeout_s:
                # Not to wait, either, until the system has delivered what nobody takes.
                connection = self.transport.get_extra_info("socket")
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                self.transport.abort()
            else:
                self._watch_taking()

        def _forget_taking(self) -> None:
            if self._taking is not None:
                self._taking.cancel()
                self._taking = None

        def _expect_head(self) -> None:
            if self._deadline is None:
                self._deadline = self.loop.call_later(timeout_s, self.transport.close)

        def _forget_head(self) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return BoundedProtocol
