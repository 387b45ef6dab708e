"""The web server's process: SIGTERM and Ctrl+C end it in order, and with exit code 0."""

from __future__ import annotations

import asyncio
import logging
import os
from threading import Timer
from types import FrameType

import uvicorn
from fastapi import FastAPI

from assistant.operations.drain import Drain

LEFT_S = 3
"""For connections that are open still when all answers are given, such as an open page's."""
MARGIN_S = 1

logger = logging.getLogger(__name__)


class Server(uvicorn.Server):
    """Goes on answering probes while running answers are finished; a second signal ends at once."""

    def __init__(self, app: FastAPI, drain: Drain, protocol: type[asyncio.Protocol]) -> None:
        """protocol: what reads a connection, and bounds how long and how many."""
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,  # who is believed, assistant.access.visitors decides
                http=protocol,
                ws="none",
                backlog=512,
                timeout_keep_alive=15,
                timeout_graceful_shutdown=LEFT_S,
            )
        )
        self._drain = drain

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Not kept as uvicorn does: it would raise the signal again, and the exit code be that."""
        if self._drain.draining:
            self.should_exit = self.force_exit = True
            return
        self._drain.begin()
        # A thread that hangs, e.g. in a chat model's silence, cannot be cancelled and would keep
        # the process for as long as it likes.
        last = Timer(self._drain.seconds + LEFT_S + MARGIN_S, _give_up)
        last.daemon = True
        last.start()

    async def on_tick(self, counter: int) -> bool:
        """Every tenth of a second: whether to end now."""
        if self._drain.over:
            self.should_exit = True
        return await super().on_tick(counter)


def _give_up() -> None:
    logger.warning("stopped with questions unanswered: their time was up")
    logging.shutdown()
    os._exit(0)
