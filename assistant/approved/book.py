"""The approved answers that stand, looked up by question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.approved.check import ReadyAnswer
from assistant.approved.match import question_key, wordings


@dataclass(frozen=True)
class ApprovedBook:
    """One dictionary look-up a question; nothing at all where there are no entries."""

    _by_key: Mapping[str, ReadyAnswer] = field(default_factory=dict)

    @classmethod
    def of(cls, answers: Iterable[ReadyAnswer]) -> ApprovedBook:
        """The book of the given answers; no two of them answer one question."""
        return cls(
            {
                question_key(wording): answer
                for answer in answers
                for pattern in answer.entry.questions
                for wording in wordings(pattern)
            }
        )

    def find(self, *questions: str) -> ReadyAnswer | None:
        """The answer to the first of the given wordings that has one."""
        if not self._by_key:
            return None
        found = (self._by_key.get(question_key(question)) for question in questions if question)
        return next((answer for answer in found if answer), None)
