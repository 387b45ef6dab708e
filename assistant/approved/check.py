"""Approved answers held against the documents: what stands is served, what fell is reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.approved.entry import ApprovedEntry, ApprovedSentence
from assistant.approved.find import QuoteFinder
from assistant.library import Library
from assistant.models import Draft, Statement, Status, Support
from assistant.verification.verify import APPROVED, verify

COMPOSER = APPROVED


@dataclass(frozen=True, slots=True)
class ReadyAnswer:
    """An approved answer whose quotes stand."""

    entry: ApprovedEntry
    draft: Draft


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an entry is not served, and what to do, in Chinese."""

    entry: str
    told: str

    def __str__(self) -> str:
        return f"审定答复 {self.entry}：{self.told}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file of approved answers is worth against one corpus."""

    ready: tuple[ReadyAnswer, ...]
    faults: tuple[Fault, ...]


def check_approved(entries: Iterable[ApprovedEntry], library: Library, day: date) -> Checked:
    """Resolve every quote and verify every sentence, as at answer time.

    An entry with a fault is not ready. One that has expired on `day` is a fault and ready all the
    same: whether it is served is decided by the day of the question.
    """
    ready: list[ReadyAnswer] = []
    faults: list[Fault] = []
    finder = QuoteFinder(library)
    for entry in entries:
        found = [(sentence, finder.find(sentence)) for sentence in entry.answer]
        told = [place for _, place in found if isinstance(place, str)]
        statements = tuple(
            Statement(sentence.text.strip(), (place,))
            for sentence, place in found
            if isinstance(place, Support)
        )
        if not told:
            told = _unsupported(statements, entry.answer, library)
        if not told:
            notices = entry.notices
            ready.append(
                ReadyAnswer(
                    entry, Draft(Status.ANSWERED, statements, notices=notices, composer=COMPOSER)
                )
            )
        if entry.expired(day):
            told = [*told, f"已于{entry.expires_on}到期，不再使用。请复核后改 expires_on，或删除。"]
        faults.extend(Fault(entry.id, line) for line in told)
    return Checked(tuple(ready), tuple(faults))


def _unsupported(
    statements: tuple[Statement, ...], answer: tuple[ApprovedSentence, ...], library: Library
) -> list[str]:
    """Sentences that say more than, or something else than, the clauses they rest on."""
    kept = verify(Draft(Status.ANSWERED, statements, composer=COMPOSER), library, "").statements
    return [
        f"“{sentence.text.strip()}”中有数字、名称、限定词或单位职责与引文不符。"
        "请照引文改写这句话，或换一处能支持它的引文。"
        for sentence, statement in zip(answer, statements, strict=True)
        if not any(statement is k for k in kept)
    ]
