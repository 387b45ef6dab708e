"""uvicorn's connections, bounded: how many there are, and how long a request's head may take."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol


def bounded_protocol(head_timeout_s: float, most: int) -> type[asyncio.Protocol]:
    """A protocol for uvicorn.Config(http=…) that closes what would be held open for nothing.

    uvicorn bounds the silence between requests; a connection on which no whole head ever arrives
    it would keep for ever.
    """

    class BoundedProtocol(H11Protocol):
        _deadline: asyncio.TimerHandle | None = None

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
            super().connection_lost(exc)

        def _expect_head(self) -> None:
            if self._deadline is None:
                self._deadline = self.loop.call_later(head_timeout_s, self.transport.close)

        def _forget_head(self) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return BoundedProtocol
