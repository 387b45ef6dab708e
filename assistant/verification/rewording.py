"""A text in words of its own: every claim in it must be borne, and bound, by the quotes."""

from __future__ import annotations

from itertools import chain

from assistant.verification.alignment import text_of
from assistant.verification.binding import figures, lost_scopes
from assistant.verification.faults import Fault, first
from assistant.verification.framing import address_fault, without
from assistant.verification.names import absent, unquoted
from assistant.verification.near_verbatim import exchanged
from assistant.verification.operators import added, lost
from assistant.verification.roles import exchanged_roles, held_roles
from assistant.verification.sources import Source


def reworded_fault(text: str, source: Source) -> Fault | None:
    """The first claim of a text, folded line by line, that its source does not bear."""
    everything = f"{source.quoted}\n{source.named}"
    # 《某市…规划》 and （四） are addresses, no claims of the clause.
    own, quoted = text_of(without(text, source.names)), text_of(source.quoted)
    return first(
        chain(
            absent(text, everything),
            unquoted(own.folded, source.quoted),
            [address_fault(text, source)],
            figures(own, text_of(everything)),
            exchanged_roles(own.folded, source.quoted, held_roles(source.duties)),
            added(own, quoted),
            lost(own, quoted),
            lost_scopes(own, quoted),
            exchanged(own, quoted),
        )
    )
