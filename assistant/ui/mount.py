"""Puts the page at / of an application, behind everything the application answers itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.themes.utils.fonts import Font

from assistant.runtime import Runtime
from assistant.ui.assets import scripts, styles
from assistant.ui.doors import CLOSED, Doors
from assistant.ui.page import build_page

if TYPE_CHECKING:
    from fastapi import FastAPI

_FONTS = [Font(n) for n in ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif")]


def mount_page(app: FastAPI, runtime: Runtime, doors: Doors = CLOSED) -> None:
    """Mount last: the page's application takes every path that is left."""
    gr.mount_gradio_app(
        app,
        build_page(runtime, doors),
        path="/",
        theme=_theme(),
        # Gradio would send a style sheet of its `css` twice, once with every selector prefixed.
        head=f"<style>{styles()}</style><script>{scripts()}</script>",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        show_error=False,
        enable_monitoring=False,
        max_file_size=0,
    )


def _theme() -> Any:
    """System fonts only; the stock themes would load their own."""
    return gr.themes.Base(font=_FONTS, font_mono=[Font("monospace")])
