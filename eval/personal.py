"""Personal data in questions: what the masking finds, held against what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.access.invisible import cleaned
from assistant.access.masking import find
from eval.jsonl import read_jsonl, require_unique
from eval.sets import DATA

FILE = DATA / "personal_data.jsonl"


class Piece(BaseModel):
    """One piece of personal data as it stands in the text once invisible characters are gone."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    value: str


class PersonalCase(BaseModel):
    """A text and the personal data in it; none is a text that has to stay as it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str
    personal: tuple[Piece, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over all cases; a piece is found when kind and extent are right."""

    found: int
    missed: tuple[str, ...]
    """Case id and piece of what was there and is not found."""
    wrong: tuple[str, ...]
    """Case id and piece of what was found and is not there."""

    @property
    def precision(self) -> float:
        """Share of what was found that is there."""
        return self.found / (self.found + len(self.wrong))

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.found / (self.found + len(self.missed))


def read_personal(path: Path = FILE) -> list[PersonalCase]:
    """The labelled texts; raises EvalError."""
    cases = read_jsonl(path, PersonalCase)
    require_unique(cases, str(path))
    return cases


def score_personal(cases: Sequence[PersonalCase]) -> Score:
    """Every text cleaned and searched, as at the door of the service."""
    found, missed, wrong = 0, [], []
    for case in cases:
        text = cleaned(case.text)
        left = [f"{p.kind} {cleaned(p.value)}" for p in case.personal]
        for piece in find(text):
            said = f"{piece.kind} {text[piece.start : piece.end]}"
            if said in left:
                left.remove(said)
                found += 1
            else:
                wrong.append(f"{case.id} {said}")
        missed += [f"{case.id} {said}" for said in left]
    return Score(found, tuple(missed), tuple(wrong))
