"""What stands around the tabs: name, switches, label, complaints."""

from __future__ import annotations

from html import escape

from assistant.ui import messages

_SWITCHES = (("large", "大字"), ("contrast", "高对比"), ("dark", "深色"))


def _switches() -> str:
    buttons = "".join(
        f'<button type="button" data-display="{name}" aria-pressed="false">{label}</button>'
        for name, label in _SWITCHES
    )
    return f'<div class="zw-switches" role="group" aria-label="适老化与显示">{buttons}</div>'


HEADER = (
    '<a class="zw-skip" href="#zw-question">跳到提问框</a>'
    '<div class="zw-band"></div><header class="zw-header"><div class="zw-name"><h1>政问</h1>'
    f"<p>问政策，句句有条款出处</p></div>{_switches()}</header>"
)
FOOTER = (
    f'<footer class="zw-footer"><p><strong>AI 生成</strong>　{messages.PAGE_LABEL}</p>'
    f"<details><summary>投诉举报</summary><p>{messages.COMPLAIN}</p></details></footer>"
)


def alert_html(text: str) -> str:
    """What could not be done, read out at once."""
    return f'<p class="zw-alert" role="alert">{escape(text)}</p>'
