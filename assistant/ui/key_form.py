"""The key of an editor or an administrator: typed once, kept for this session only."""

from __future__ import annotations

from html import escape

from assistant.records.models import ApiKey, Scope
from assistant.ui import messages
from assistant.ui.doors import Doors
from assistant.ui.frame import alert_html

_SCOPES = {Scope.PUBLIC: "公开", Scope.EDITOR: "编辑", Scope.ADMIN: "管理"}
_HEADINGS = {Scope.EDITOR: "文件管理", Scope.ADMIN: "运行情况"}


def key_html(doors: Doors, key: ApiKey | None, needed: Scope, told: str = "") -> str:
    """The field for a key, or whose key is in use; `told` is what is wrong."""
    return f'<h2 class="zw-sr">{_HEADINGS[needed]}</h2>{_field(doors, key, needed, told)}'


def _field(doors: Doors, key: ApiKey | None, needed: Scope, told: str) -> str:
    if doors.check_key is None:
        return f'<p class="zw-alert">{messages.NO_KEYS}</p>'
    if key is not None:
        return (
            f'<p class="zw-keyed">已使用密钥“{escape(key.name)}”（{_SCOPES[key.scope]}权限）。'
            f'<button type="button" data-do="leave" id="zw-leave-{needed.value}">退出</button></p>'
        )
    alert = alert_html(told) if told else ""
    return (
        f'<form class="zw-form zw-key" data-do="key" autocomplete="off">{alert}'
        f'<p class="zw-dim">{messages.KEY_NEEDED[needed.value]}</p><div class="zw-inline">'
        f'<label class="zw-sr" for="zw-key-{needed.value}">密钥</label>'
        f'<input id="zw-key-{needed.value}" name="secret" type="password" autocomplete="off" '
        f'required placeholder="密钥" maxlength="200">'
        f'<button type="submit" class="zw-primary" id="zw-enter-{needed.value}">进入</button></div></form>'
    )
