"""What a conversation is about when the next question comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.library import ClauseKey
from assistant.models import Answer, Exchange

BEFORE, BEHIND = "before", "behind"
"""Where the trace of a continued question keeps its two parts."""


@dataclass(frozen=True, slots=True)
class Thread:
    """The last question in its two parts, and the clauses of the last answer to it."""

    base: str
    """What was asked last that needed nothing before it."""
    behind: str
    """What was then asked of it, leaning on it (在全省排第几？); "" where that was refused."""
    spoken: tuple[ClauseKey, ...]


def thread(history: Sequence[Exchange]) -> Thread:
    """What the last exchange leaves to go on from; a refused follow-up leaves what it went on from."""
    last = history[-1].answer
    before, behind = _parts(last)
    if last.refused and behind:
        answered = (e.answer for e in reversed(history[:-1]) if not e.answer.refused)
        spoken = next((_cited(a) for a in answered if _parts(a)[0] in (before, a.standalone)), ())
        return Thread(before, "", spoken)
    return Thread(before, behind, _cited(last))


def _parts(answer: Answer) -> tuple[str, str]:
    for entry in answer.trace:
        if entry.step == "follow_up" and BEHIND in entry.detail:
            return entry.detail[BEFORE], entry.detail[BEHIND]
    return answer.standalone, ""


def _cited(answer: Answer) -> tuple[ClauseKey, ...]:
    """The clauses that an answer cites, in its order."""
    return tuple(dict.fromkeys((c.document_id, c.clause) for c in answer.citations))
