"""责任分工, 目标, 支持措施: each ledger with its filters; filled when it is first opened."""

from __future__ import annotations

import logging
from html import escape
from typing import Any

import gradio as gr

from assistant.ledger.records import FactKind
from assistant.runtime import Runtime
from assistant.ui import messages
from assistant.ui.bridge import PRIVATE, done, panel
from assistant.ui.ledger import filters_html, ledger_html
from corpus.errors import ZhengwenError

logger = logging.getLogger(__name__)

LABELS: dict[FactKind, str] = {
    "responsibilities": "责任分工",
    "targets": "目标",
    "measures": "支持措施",
}


def ledger_tab(kind: FactKind, runtime: Runtime) -> None:
    """Build the tab."""
    with gr.Tab(LABELS[kind], id=kind, elem_id=f"zw-tab-{kind}", render_children=True) as tab:
        filters = panel(f"zw-{kind}-filters")
        result = panel(f"zw-{kind}")

        def opened(before: str | None) -> tuple[Any, Any]:
            """Filters and the whole ledger, unless they are there."""
            if before:
                return gr.skip(), gr.skip()
            return _shown(runtime, kind, {}, whole=True)

        def act(event: gr.EventData) -> Any:
            """What fits the filters."""
            return _shown(runtime, kind, done(event))[1]

        tab.select(opened, [filters], [filters, result], **PRIVATE)
        filters.act(act, None, result, **PRIVATE)


def _shown(
    runtime: Runtime, kind: FactKind, asked: dict[str, str], *, whole: bool = False
) -> tuple[Any, Any]:
    try:
        service = runtime.service
        filters = filters_html(kind, service.corpus) if whole else gr.skip()
        return filters, ledger_html(service, kind, asked)
    except ZhengwenError as error:
        return gr.skip(), f'<p class="zw-alert" role="alert">{escape(str(error))}</p>'
    except Exception:
        logger.exception("the ledger failed")
        return gr.skip(), f'<p class="zw-alert" role="alert">{messages.WENT_WRONG}</p>'
