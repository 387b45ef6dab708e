"""Whether the audit log is as it was written."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.records.entries import chained_digest
from assistant.records.store import Records


@dataclass(frozen=True, slots=True)
class Checked:
    """What came out of following the chain."""

    count: int
    """Entries that are as they were written, from the oldest one on."""
    broken: str | None = None
    """Id of the first entry that is not."""
    cut: bool = False
    """All entries are sound, but the newest of them is not the last that was written."""


def check_chain(records: Records) -> Checked:
    """Follow the chain from the oldest entry that retention has left; raises RecordsError.

    Whoever can write to the database can also make the whole chain anew: the digest of an export
    that is kept elsewhere shows that.
    """
    head = records.head()
    count, previous = 0, None
    for link in records.links():
        linked = previous is None or link.previous == previous
        if not linked or chained_digest(link.previous, link.entry) != link.digest:
            return Checked(count, broken=link.entry.id)
        count, previous = count + 1, link.digest
        if previous == head:
            return Checked(count)  # what a running service adds meanwhile is not looked at
    return Checked(count, cut=previous is not None)
