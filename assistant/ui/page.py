"""The page at /. It asks no other host for anything: fonts are the system's, analytics are off."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.ledger.records import KINDS
from assistant.runtime import Runtime
from assistant.ui.bridge import PRIVATE, panel
from assistant.ui.doors import CLOSED, Doors
from assistant.ui.frame import FOOTER, HEADER, alert_html
from assistant.ui.tabs.asking import asking_tab
from assistant.ui.tabs.clauses import clauses_html, clauses_tab
from assistant.ui.tabs.documents import documents_tab
from assistant.ui.tabs.eligibility import eligibility_tab
from assistant.ui.tabs.ledgers import ledger_tab
from assistant.ui.tabs.statistics import statistics_tab
from assistant.ui.turns import welcome_html
from corpus.errors import ZhengwenError

TITLE = "政问 Zhengwen"
_READ_ADDRESS = "() => window.zhengwen.readAddress()"


def build_page(runtime: Runtime, doors: Doors = CLOSED) -> Any:
    """The page as gr.Blocks; questions go to the runtime's service."""
    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True) as page:
        panel("zw-header", HEADER)
        secret = gr.State("")
        with gr.Tabs(elem_id="zw-tabs", overflow_behavior="wrap"):
            log = asking_tab(runtime, doors)
            eligibility_tab(runtime, doors)
            browse = clauses_tab()
            for kind in KINDS:
                ledger_tab(kind, runtime, doors)
            documents_tab(runtime, doors, secret)
            statistics_tab(doors, secret)
        panel("zw-footer", FOOTER)

        def opened() -> tuple[str, str]:
            """What depends on the documents; a hint while they are being loaded."""
            try:
                corpus = runtime.service.corpus
            except ZhengwenError as error:
                return alert_html(str(error)), alert_html(str(error))
            return welcome_html(corpus), clauses_html(corpus)

        page.load(opened, None, [log, browse], **PRIVATE).then(None, js=_READ_ADDRESS)
    page.queue(api_open=False, max_size=64)
    return page
