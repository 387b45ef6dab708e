"""An Exchange as JSON, without what no follow-up reads, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.models import Answer, Citation, Exchange, Nearest, Status, TraceEntry

_SCORES = frozenset({"retrieve", "weigh"})
"""Trace entries that hold rankings: for diagnosis, and a third of an exchange."""
_CITATION = tuple(Citation.__slots__)
_NEAREST = tuple(Nearest.__slots__)


def lean(exchange: Exchange) -> Exchange:
    """The exchange as it is kept."""
    answer = exchange.answer
    kept = tuple(entry for entry in answer.trace if entry.step not in _SCORES)
    return Exchange(exchange.question, replace(answer, retrieved=(), trace=kept))


def exchange_to_json(exchange: Exchange) -> dict[str, Any]:
    """All of a lean exchange."""
    answer = exchange.answer
    return {
        "question": exchange.question,
        "answer": {
            "id": answer.id,
            "conversation_id": answer.conversation_id,
            "question": answer.question,
            "status": answer.status.value,
            "answer": answer.answer,
            "citations": [{n: getattr(c, n) for n in _CITATION} for c in answer.citations],
            "facts": [plain(fact) for fact in answer.facts],
            "notices": list(answer.notices),
            "nearest": [{n: getattr(c, n) for n in _NEAREST} for c in answer.nearest],
            "suggestions": list(answer.suggestions),
            "standalone": answer.standalone,
            "trace": [[entry.step, plain(entry.detail)] for entry in answer.trace],
            "timings_ms": dict(answer.timings_ms),
        },
    }


def exchange_from_json(body: Mapping[str, Any]) -> Exchange:
    """The same dataclasses again."""
    told = body["answer"]
    answer = Answer(
        id=told["id"],
        conversation_id=told["conversation_id"],
        question=told["question"],
        status=Status(told["status"]),
        answer=told["answer"],
        citations=tuple(Citation(**c) for c in told["citations"]),
        facts=tuple(told["facts"]),
        notices=tuple(told["notices"]),
        nearest=tuple(Nearest(**n) for n in told["nearest"]),
        suggestions=tuple(told["suggestions"]),
        standalone=told["standalone"],
        trace=tuple(TraceEntry(step, detail) for step, detail in told["trace"]),
        timings_ms=told["timings_ms"],
    )
    return Exchange(body["question"], answer)


def plain(value: Any) -> Any:
    """What JSON can hold; anything that it cannot is kept as its text."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)
