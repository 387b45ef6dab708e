"""Notices while serving that the index on disk is another one than the one that answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from assistant.publishing import Publisher

logger = logging.getLogger(__name__)


@asynccontextmanager
async def watching(publisher: Publisher, every_s: float) -> AsyncIterator[None]:
    """Look every so many seconds while the block runs; 0 never looks.

    A look reads one small file; only where its version is another one is anything loaded.
    """
    if every_s == 0:
        yield
        return
    task = asyncio.create_task(_watch(publisher, every_s))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _watch(publisher: Publisher, every_s: float) -> None:
    while True:
        await asyncio.sleep(every_s)
        try:
            if await asyncio.to_thread(publisher.refresh):
                logger.info("another index was found on disk and serves now")
        except Exception:
            logger.exception("looking for another index failed")
