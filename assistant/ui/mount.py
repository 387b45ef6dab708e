"""Puts the page at / of an application, behind everything the application answers itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr

from assistant.runtime import Runtime
from assistant.ui.page import asset, build_page, theme

if TYPE_CHECKING:
    from fastapi import FastAPI


def mount_page(app: FastAPI, runtime: Runtime) -> None:
    """Mount last: the page's application takes every path that is left."""
    gr.mount_gradio_app(
        app,
        build_page(runtime),
        path="/",
        theme=theme(),
        css=asset("page.css"),
        head=f"<script>{asset('page.js')}</script>",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        show_error=False,
        enable_monitoring=False,
        max_file_size=0,
    )
