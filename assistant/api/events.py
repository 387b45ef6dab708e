"""An answer as typed server-sent events: status …, then text …, citation …, notice …, done.

Nothing of the answer is sent before it has been verified whole: `text` is a finished answer in
pieces. `error` takes the place of what can no longer come, as a problem.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from typing import Any

from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from assistant.api.following import Alive, Taken, follow
from assistant.api.pieces import pieces_of
from assistant.api.problems import problem_body, problem_of
from assistant.api.request_ids import current_request
from assistant.export import answer_to_json
from assistant.models import Answer
from assistant.pipeline import Watch
from assistant.step_names import told

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
"""No proxy may keep an event back to send it with the next ones."""


class EventStream(StreamingResponse):
    """Bytes of events as they come; stops reading them when the client leaves.

    Not FastAPI's EventSourceResponse: a route of that class may only be a generator, which can
    answer nothing but 200.
    """

    media_type = "text/event-stream"

    def __init__(self, content: AsyncGenerator[bytes], status_code: int = 200) -> None:
        super().__init__(content, status_code, HEADERS)


async def answer_events(
    ask: Callable[[Watch], Answer], heartbeat_s: float
) -> AsyncGenerator[bytes]:
    """The events of one answer as bytes."""
    shown = ""
    try:
        async with aclosing(follow(ask, heartbeat_s)) as happenings:
            async for happening in happenings:
                match happening:
                    case Alive():
                        yield KEEPALIVE_COMMENT
                    case Taken(step) if told(step) != shown:
                        shown = told(step)
                        yield _event("status", _status(step))
                    case Answer():
                        for event in _parts(happening):
                            yield event
    except Exception as error:
        # The status line has gone out: what went wrong can only be told in the stream.
        yield _event("error", problem_body(*problem_of(error)))


def _status(step: str) -> dict[str, Any]:
    request = current_request()
    return {"step": step, "text": told(step), "request_id": request.id if request else None}


def _parts(answer: Answer) -> Iterator[bytes]:
    whole = answer_to_json(answer)
    for piece in pieces_of(answer.answer):
        yield _event("text", {"text": piece})
    for citation in whole["citations"]:
        yield _event("citation", citation)
    for notice in answer.notices:
        yield _event("notice", {"text": notice})
    yield _event("done", whole)


def _event(name: str, data: dict[str, Any]) -> bytes:
    return format_sse_event(event=name, data_str=json.dumps(data, ensure_ascii=False))
