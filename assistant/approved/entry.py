"""An approved answer as an editor writes it down: question patterns, sentences with their quotes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]


class _Strict(BaseModel):
    """No unknown keys, and nothing is turned into another type: an unquoted 000 is no text."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ApprovedSentence(_Strict):
    """One sentence of an answer and the words of a clause that bear it."""

    text: Text
    document: Text
    """Id, title or document number."""
    clause: Text
    """Address, the address without the document's name (二（四）4), or marker (第十条)."""
    quote: Text
    """As the clause prints it; spaces and line breaks do not matter."""


class ApprovedEntry(_Strict):
    """One approved answer."""

    id: Text
    questions: Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]
    """Patterns: plain wordings, in which {甲|乙|} stands for any one of its parts."""
    answer: Annotated[tuple[ApprovedSentence, ...], Field(min_length=1, strict=False)]
    notices: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    approved_by: Text
    approved_on: date
    expires_on: date | None = None
    """The last day on which it is served; None means until it is taken out."""

    def expired(self, day: date) -> bool:
        """Whether the entry is no longer served on a day."""
        return self.expires_on is not None and day > self.expires_on
