"""An answer as chat.completion.chunk events. As everywhere, the text is sent once it is verified."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from assistant.api.compatible.errors import error_body
from assistant.api.compatible.reading import Asked
from assistant.api.compatible.schemas import MODEL
from assistant.api.compatible.writing import (
    annotations_of,
    citations_of,
    content_of,
    head_of,
    outcome_of,
    usage_of,
)
from assistant.api.following import Alive, follow
from assistant.api.pieces import pieces_of
from assistant.api.problems import problem_of
from assistant.models import Answer
from assistant.pipeline import Watch


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a stream is to contain."""

    sources: bool
    usage: bool
    base: str
    heartbeat_s: float


async def chunks(
    ask: Callable[[Watch], Answer], asked: Asked, wanted: Wanted
) -> AsyncGenerator[bytes]:
    """The events as bytes, "[DONE]" last; an error takes the place of what can no longer come."""
    head = {
        **head_of(uuid.uuid4().hex),
        "object": "chat.completion.chunk",
        "model": MODEL,
    }
    try:
        yield _event(_chunk(head, {"role": "assistant", "content": ""}))
        async with aclosing(follow(ask, wanted.heartbeat_s)) as happenings:
            async for happening in happenings:
                if isinstance(happening, Alive):
                    yield KEEPALIVE_COMMENT
                elif isinstance(happening, Answer):
                    for chunk in _parts(happening, head, asked, wanted):
                        yield _event(chunk)
    except Exception as error:
        yield _event(error_body(*problem_of(error)))
        return
    yield format_sse_event(data_str="[DONE]")


def _parts(
    answer: Answer, head: dict[str, Any], asked: Asked, wanted: Wanted
) -> Iterator[dict[str, Any]]:
    content = content_of(answer, wanted.sources)
    for piece in pieces_of(content):
        yield _chunk(head, {"content": piece})
    last = {
        "annotations": [a.model_dump() for a in annotations_of(answer, wanted.base)],
        "citations": [c.model_dump() for c in citations_of(answer)],
    }
    yield {**_chunk(head, last, "stop"), "zhengwen": outcome_of(answer).model_dump()}
    if wanted.usage:
        yield {**head, "choices": [], "usage": usage_of(asked, content).model_dump()}


def _chunk(
    head: dict[str, Any], delta: dict[str, Any], finish_reason: str | None = None
) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
    return {**head, "choices": [choice]}


def _event(data: dict[str, Any]) -> bytes:
    return format_sse_event(data_str=json.dumps(data, ensure_ascii=False))
