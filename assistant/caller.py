"""Who asks, as far as the service has to know: through which surface, and under which pseudonym."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """The surface through which a question came."""

    API = "api"
    PAGE = "page"
    WIDGET = "widget"
    OPENAI = "openai"
    MCP = "mcp"
    CLI = "cli"


@dataclass(frozen=True, slots=True)
class Caller:
    """One request's asker. Nothing in it names a person."""

    channel: Channel = Channel.API
    visitor: str | None = None
    """A keyed hash of where the request came from or of a widget's session, never an address; None
    for somebody on this machine itself, who is no visitor."""
    key_id: str | None = None
    """The API key that was shown, by its public id."""
    request_id: str | None = None


NOBODY = Caller()
