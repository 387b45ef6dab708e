"""Panels of plain HTML whose forms and buttons reach Python.

A form with data-do, or a button with data-do, tells its panel what was done (assets/bridge.js);
the panel passes it on as the event `act`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gradio as gr

_LISTEN = (
    "element.addEventListener('zw', (event) => {"
    " event.stopPropagation(); trigger('act', event.detail); });"
)
_LIVE = " element.setAttribute('aria-live', 'polite');"
_MOST = 2_000_000
"""Characters of one field: what a browser sends is bounded by the gate before."""

PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
"""For every event: no entry in an API listing, and no veil over the panel."""


def panel(elem_id: str, value: str = "", *, live: bool = False) -> Any:
    """A panel to build into the page; `live` ones are read out when they change."""
    return gr.HTML(
        value,
        elem_id=elem_id,
        elem_classes="zw-panel-root",
        js_on_load=_LISTEN + (_LIVE if live else ""),
        apply_default_css=False,
    )


def done(event: gr.EventData) -> dict[str, str]:
    """What was done, field by field; whatever is no text is left out."""
    data = getattr(event, "_data", None)
    if not isinstance(data, Mapping):
        return {}
    return {
        str(name): value[:_MOST] for name, value in data.items() if isinstance(value, str) and value
    }
