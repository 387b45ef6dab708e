"""责任分工, 目标, 支持措施: each ledger with its filters; filled when it is first opened."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import gradio as gr

from assistant.caller import NOBODY, Caller
from assistant.ledger.records import FactKind
from assistant.runtime import Runtime
from assistant.ui import messages
from assistant.ui.bridge import PRIVATE, done, panel
from assistant.ui.doors import Doors
from assistant.ui.frame import alert_html
from assistant.ui.ledger import filters_html, ledger_html
from corpus.errors import ZhengwenError

logger = logging.getLogger(__name__)

LABELS: dict[FactKind, str] = {
    "responsibilities": "责任分工",
    "targets": "目标",
    "measures": "支持措施",
}


def ledger_tab(kind: FactKind, runtime: Runtime, doors: Doors) -> None:
    """Build the tab."""
    with gr.Tab(LABELS[kind], id=kind, elem_id=f"zw-tab-{kind}", render_children=True) as tab:
        # Nothing but the session's own state goes into an event: of what a visitor sends in a
        # panel's place Gradio would fetch every address that it names as a file.
        is_filled = gr.State(False)
        filters = panel(f"zw-{kind}-filters")
        result = panel(f"zw-{kind}")

        def opened(was_filled: bool) -> tuple[Any, ...]:
            """Filters and the whole ledger, unless they are there."""
            if was_filled:
                return (gr.skip(),) * 3
            found = _shown(runtime, kind, {}, whole=True)
            return isinstance(found[0], str), *found

        def act(event: gr.EventData, request: gr.Request) -> Any:
            """What fits the filters; it counts as a question, as its chart may have to be drawn."""
            return _shown(runtime, kind, done(event), ask=lambda: doors.asker(request))[1]

        tab.select(opened, [is_filled], [is_filled, filters, result], **PRIVATE)
        filters.act(act, None, result, **PRIVATE)


def _shown(
    runtime: Runtime,
    kind: FactKind,
    asked: dict[str, str],
    *,
    whole: bool = False,
    ask: Callable[[], Caller] = lambda: NOBODY,
) -> tuple[Any, Any]:
    try:
        ask()
        service = runtime.service
        filters = filters_html(kind, service.corpus) if whole else gr.skip()
        return filters, ledger_html(service, kind, asked)
    except ZhengwenError as error:
        return gr.skip(), alert_html(str(error))
    except Exception:
        logger.exception("the ledger failed")
        return gr.skip(), alert_html(messages.WENT_WRONG)
