"""A case: what is asked, and what a right answer must say and cite."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from eval.jsonl import read_jsonl, require_unique

Text = Annotated[str, Field(min_length=1)]


class Asked(BaseModel):
    """All that an assistant under test may see of a case."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    id: Text
    turns: Annotated[list[str], Field(min_length=1)]
    """What the user says, in order; the answer to the last one is judged."""
    profile: dict[str, Any] | None = None

    @property
    def question(self) -> str:
        """The judged turn."""
        return self.turns[-1]


class Quote(BaseModel):
    """Words of a document, as they stand there but for layout."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    doc: Text
    quote: Text


class Case(Asked):
    """A question with its key."""

    kind: Text
    persona: str = ""
    answerable: bool
    evidence: list[Annotated[list[Quote], Field(min_length=1)]] = []
    """Groups, all needed; of a group one alternative is enough."""
    must: list[Annotated[list[Text], Field(min_length=1)]] = []
    """Groups of variants, all groups needed in the answer."""
    must_not: list[Text] = []
    note: str | None = None


def read_asked(paths: Iterable[Path]) -> list[Asked]:
    """The questions alone, keys left unread; raises EvalError for bad lines and repeated ids."""
    asked = [a for path in paths for a in read_jsonl(path, Asked)]
    require_unique(asked, "问题集")
    return asked


def read_cases(paths: Iterable[Path]) -> list[Case]:
    """Questions with their keys; raises EvalError for bad lines and repeated ids."""
    cases = [c for path in paths for c in read_jsonl(path, Case)]
    require_unique(cases, "问题集")
    return cases
