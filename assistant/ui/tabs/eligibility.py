"""资格匹配: a form and free text → the checklist, and the question that decides most."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import gradio as gr

from assistant.caller import Caller
from assistant.runtime import Runtime
from assistant.ui import messages
from assistant.ui.bridge import PRIVATE, done, panel
from assistant.ui.checklist import checklist_html
from assistant.ui.doors import Doors
from assistant.ui.frame import alert_html
from assistant.ui.next_question import SKIP, best_question, question_html, with_reply
from assistant.ui.profile_form import FIGURE, HELD, as_profile, form_html
from corpus.errors import ZhengwenError

logger = logging.getLogger(__name__)

_FIELDS = ("text", "kind", "region", "size", "ownership", "industry", "founded", "taxpayer",
           "rd_treatment")  # fmt: skip
_EMPTY = f'<div class="zw-empty">{messages.NOT_CHECKED}</div>'


def eligibility_tab(runtime: Runtime, doors: Doors) -> None:
    """Build the tab."""
    with gr.Tab("资格匹配", id="eligibility", elem_id="zw-tab-eligibility", render_children=True):
        skipped = gr.State([])
        with gr.Row(elem_classes="zw-two"):
            form = panel("zw-form", form_html({}))
            result = panel("zw-checklist", _EMPTY)
        act = _actor(runtime, doors)
        for source in (form, result):
            source.act(act, [skipped], [skipped, form, result], **PRIVATE)


def _actor(runtime: Runtime, doors: Doors) -> Any:
    def act(skipped: list[str], request: gr.Request, event: gr.EventData) -> tuple[Any, ...]:
        """Check the form; or fill in the answer to the question put back, and check again."""
        told = done(event)
        values = _values(told)
        if told.get("do") == "clear":
            return [], form_html({}), _EMPTY
        form: Any = gr.skip()
        if told.get("do") == "reply":
            key, reply = told.get("key", ""), told.get("reply", "").strip()
            if reply == SKIP:
                skipped = [*skipped, key]
            else:
                values = with_reply(values, key, told.get("asked", ""), reply)
                form = form_html(values)
        return skipped, form, _checked(runtime, values, skipped, lambda: doors.asker(request))

    return act


def _values(told: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value
        for name, value in told.items()
        if name in _FIELDS or name.startswith((HELD, FIGURE))
    }


def _checked(
    runtime: Runtime, values: Mapping[str, str], skipped: list[str], asker: Callable[[], Caller]
) -> str:
    text, profile = values.get("text", "").strip(), as_profile(values)
    try:
        checklist = runtime.service.eligibility(text=text, profile=profile, caller=asker())
    except ZhengwenError as error:
        return alert_html(str(error))
    except Exception:
        logger.exception("matching failed")
        return alert_html(messages.WENT_WRONG)
    body = {name: value for name, value in (("text", text), ("profile", profile)) if value}
    question = best_question(checklist, skipped)
    return checklist_html(checklist, body, question_html(question) if question else "")
