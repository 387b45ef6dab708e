"""Everything that decides who may do what, in one object for the HTTP side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from assistant.access.keys import KeyRing
from assistant.access.origins import Origins
from assistant.access.rates import Cost, Rates, Standing
from assistant.access.visitors import Addresses
from assistant.access.widget_tokens import WidgetTokens
from assistant.caller import Caller, Channel
from assistant.errors import LimitError


@dataclass(frozen=True)
class Access:
    """Built once from the settings; safe to use from several threads."""

    keys: KeyRing
    tokens: WidgetTokens
    origins: Origins
    rates: Rates
    addresses: Addresses
    visitor_secret: bytes = field(repr=False)
    require_key: bool = False

    def admit(self, caller: Caller, cost: Cost) -> Standing | None:
        """Count a request; raises LimitError where it is one too many."""
        standing = self.rates.count(caller, cost)
        if standing is not None and not standing.allowed:
            raise LimitError(f"提问过于频繁，请在{standing.reset_s}秒后重试。", standing.headers)
        return standing


def seen_on_page(state: Any) -> Caller:
    """Who clicks on the page: `state` is that of the request behind the click, which is
    request.request.state of a gr.Request."""
    caller: Caller = state.caller
    return replace(caller, channel=Channel.PAGE)


def asked_on_page(state: Any) -> Caller:
    """The same for a question, which counts; raises LimitError, whose sentence is for the visitor."""
    access: Access = state.access
    caller = seen_on_page(state)
    access.admit(caller, Cost.ANSWER)
    return caller
