"""How long a reply may take and how much of it is read."""

from __future__ import annotations

from dataclasses import dataclass

CHARACTERS_PER_TOKEN = 8
"""More than any tokenizer puts into a token on average; what goes on beyond it is read no further."""
BYTES_PER_TOKEN = 2000
"""A streamed token comes in a JSON object of a few hundred bytes."""
LEAST_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and tokens for one reply; the times hold for all tries together."""

    total_s: float = 30.0
    first_s: float = 20.0
    """Until the first piece of a try."""
    stall_s: float = 10.0
    """Between two pieces."""
    max_tokens: int = 800
    retries: int = 1

    @property
    def max_characters(self) -> int:
        """Of text."""
        return self.max_tokens * CHARACTERS_PER_TOKEN

    @property
    def max_bytes(self) -> int:
        """Of the HTTP body, whatever it is."""
        return LEAST_BYTES + self.max_tokens * BYTES_PER_TOKEN
