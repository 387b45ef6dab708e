"""How often somebody may ask: per visitor and per key, by what a request costs."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from assistant.caller import Caller, Channel


class Cost(StrEnum):
    """What a request costs the service."""

    ANSWER = "answer"
    """Something is searched, checked, answered or made into a file."""
    READ = "read"
    """Something that is there is given out."""
    PAGE = "page"
    """A click on the page; the questions asked there count as answers besides."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Requests a minute; 0 sets no bound."""

    visitor: int
    key: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a caller stands after a request."""

    allowed: bool
    limit: int
    remaining: int
    reset_s: int
    """Seconds until more is allowed."""

    @property
    def headers(self) -> dict[str, str]:
        """As draft-ietf-httpapi-ratelimit-headers-06 names them, with Retry-After on a refusal."""
        named = {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset_s),
        }
        return named if self.allowed else {**named, "Retry-After": str(self.reset_s)}


class Rates:
    """Counts in the memory of this process, over a sliding window of a minute. Thread-safe."""

    def __init__(self, allowances: Mapping[Cost, Allowance]) -> None:
        self._allowances = allowances
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def count(self, caller: Caller, cost: Cost) -> Standing | None:
        """Count a request; None where nothing bounds it, as for somebody on this machine itself.

        Who shows a key counts under the key, all others under their pseudonym: also the visitors
        of a portal's widget, which bear the key of the portal.
        """
        if caller.visitor is None and caller.key_id is None:
            return None
        allowance = self._allowances[cost]
        by_key = caller.key_id is not None and caller.channel is not Channel.WIDGET
        limit = allowance.key if by_key else allowance.visitor
        if limit == 0:
            return None
        item = RateLimitItemPerMinute(limit)
        who = f"key {caller.key_id}" if by_key else f"visitor {caller.visitor}"
        allowed = self._limiter.hit(item, cost, who)
        stats = self._limiter.get_window_stats(item, cost, who)
        reset = max(1, math.ceil(stats.reset_time - time.time()))
        return Standing(allowed, limit, stats.remaining if allowed else 0, min(reset, 60))
