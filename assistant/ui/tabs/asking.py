"""问答: a conversation, every answer with its clauses beside it."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import Any

import gradio as gr

from assistant.models import Answer
from assistant.records.models import Feedback, Verdict
from assistant.runtime import Runtime
from assistant.ui import messages
from assistant.ui.answering import pieces, steps_then_answer
from assistant.ui.bridge import PRIVATE, done, panel
from assistant.ui.doors import Doors
from assistant.ui.turns import TURNS_KEPT, Shown, log_html, partial_html, waiting_html
from corpus.errors import ZhengwenError

logger = logging.getLogger(__name__)

CONCURRENCY = 4
"""Questions worked on at once; the others wait in the queue."""
_COMPOSER = (
    '<form class="zw-composer" data-do="ask"><label class="zw-sr" for="zw-question">问题</label>'
    '<textarea id="zw-question" name="question" rows="1" required '
    'placeholder="请输入政策问题" enterkeyhint="send"></textarea>'
    '<button type="submit" class="zw-primary">提问</button>'
    '<button type="button" data-do="new" id="zw-new">新对话</button></form>'
)
State = tuple[Any, ...]


def asking_tab(runtime: Runtime, doors: Doors) -> Any:
    """Build the tab; returns the panel that the welcome is put into when the page opens."""
    with gr.Tab("问答", id="ask", elem_id="zw-tab-ask", render_children=True):
        turns, conversation = gr.State([]), gr.State(None)
        log = panel("zw-log")
        live = panel("zw-live", live=True)
        composer = panel("zw-composer", _COMPOSER)
        act = _actor(runtime, doors)
        for source in (log, composer):
            source.act(
                act,
                [turns, conversation],
                [turns, conversation, log, live],
                concurrency_limit=CONCURRENCY,
                concurrency_id="ask",
                **PRIVATE,
            )
    return log


def _actor(runtime: Runtime, doors: Doors) -> Any:
    def act(
        turns: list[Shown], conversation: str | None, event: gr.EventData, request: gr.Request
    ) -> Iterator[State]:
        """One thing that a visitor did: asked, said something of an answer, or began anew."""
        told = done(event)
        match told.get("do"):
            case "ask":
                yield from _ask(
                    runtime, doors, told.get("question", ""), turns, conversation, request
                )
            case "feedback":
                yield _feedback(runtime, doors, told, turns, request)
            case "new":
                corpus = runtime.service.corpus
                yield [], None, log_html([], corpus), _status(messages.NEW_CONVERSATION)
            case _:
                yield (gr.skip(),) * 4

    return act


def _ask(
    runtime: Runtime,
    doors: Doors,
    question: str,
    turns: list[Shown],
    conversation: str | None,
    request: Any,
) -> Iterator[State]:
    """The question at once, then the steps, then the verified answer in pieces."""
    try:
        service = runtime.service
        service.check(question)
        yield gr.skip(), gr.skip(), gr.skip(), waiting_html(question, messages.ASKING)
        answer = None
        for seen in steps_then_answer(doors.work(service, question, conversation, request)):
            if isinstance(seen, Answer):
                answer = seen
            else:
                yield gr.skip(), gr.skip(), gr.skip(), waiting_html(question, seen)
        assert answer is not None
        for length in pieces(answer.answer):
            partial = partial_html(answer, length, service.corpus)
            yield gr.skip(), gr.skip(), gr.skip(), partial
    except ZhengwenError as error:
        yield gr.skip(), gr.skip(), gr.skip(), _refused(str(error), question)
        return
    except Exception:
        logger.exception("answering failed")
        yield gr.skip(), gr.skip(), gr.skip(), _refused(messages.WENT_WRONG, question)
        return
    kept = [*turns, Shown(replace(answer, trace=(), retrieved=()))][-TURNS_KEPT:]
    said = _status(f"{messages.ANSWERED}{answer.answer}")
    yield kept, answer.conversation_id, log_html(kept, service.corpus), said


def _feedback(
    runtime: Runtime, doors: Doors, told: dict[str, str], turns: list[Shown], request: Any
) -> State:
    """What was said of an answer is kept; the answer then says so."""
    verdict = Verdict(told.get("verdict", Verdict.USEFUL))
    comment = told.get("comment", "").strip()
    if verdict is Verdict.REPORT and not comment:
        said = messages.REPORT_NEEDS_WORDS
    elif doors.give_feedback is None:
        said = messages.NO_FEEDBACK
    else:
        feedback = Feedback(
            secrets.token_hex(16),
            datetime.now(UTC),
            told.get("answer", ""),
            verdict,
            comment[:1000],
            doors.caller(request),
        )
        try:
            doors.give_feedback(feedback)
            said = messages.FEEDBACK_KEPT[verdict.value]
        except ZhengwenError as error:
            said = str(error)
    kept = said == messages.FEEDBACK_KEPT[verdict.value]
    turns = [
        replace(shown, told=said, verdict=verdict if kept else shown.verdict)
        if shown.answer.id == told.get("answer")
        else shown
        for shown in turns
    ]
    return turns, gr.skip(), log_html(turns, runtime.service.corpus), _status(said)


def _status(text: str) -> str:
    return f'<p class="zw-sr">{escape(text)}</p>'


def _refused(text: str, question: str) -> str:
    """An error, and the question, which goes back into the box (assets/answers.js)."""
    return f'<p class="zw-alert" role="alert" data-restore="{escape(question)}">{escape(text)}</p>'
