"""The index after documents have changed, and which approved answers the change has broken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.cli.output import note
from assistant.cli.progress import Progress
from assistant.errors import ApprovedError
from assistant.settings import Settings

if TYPE_CHECKING:
    from index.search import Index


@dataclass
class Rebuilt:
    """Builds the index and keeps it until the approved answers have been held against it."""

    settings: Settings
    _index: Index | None = field(default=None, init=False)

    def build(self, progress: Progress) -> None:
        """Bring the index up to date."""
        from assistant.wiring import build_search_index

        self._index = build_search_index(self.settings, progress)

    def report_approved(self) -> None:
        """A remark for every approved answer that does not stand; the change itself stands."""
        from assistant.wiring import check_approved_answers

        assert self._index is not None
        try:
            faults = check_approved_answers(self.settings, self._index).faults
        except ApprovedError as error:
            note(str(error))
            return
        for fault in faults:
            note(str(fault))
