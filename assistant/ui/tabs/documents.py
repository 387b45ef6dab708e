"""文件管理: the documents for everybody; with an editor's key previewed, published, withdrawn."""

from __future__ import annotations

import logging
from base64 import b64decode
from binascii import Error as Base64Error
from html import escape
from typing import Any

import gradio as gr

from assistant.errors import PublishError
from assistant.records.models import Scope
from assistant.runtime import Runtime
from assistant.ui import messages
from assistant.ui.bridge import PRIVATE, done, panel
from assistant.ui.controls import area, text
from assistant.ui.documents import documents_html, preview_html
from assistant.ui.doors import Doors
from assistant.ui.frame import alert_html
from assistant.ui.key_form import key_html
from corpus.errors import ZhengwenError

logger = logging.getLogger(__name__)

_UPLOAD = (
    '<form class="zw-form" data-do="preview" id="zw-upload"><h3>添加文件</h3>'
    '<div class="zw-fields"><div class="zw-field"><input type="file" id="zw-file" class="zw-file" '
    'data-into="content" accept=".txt,.md,.html,text/plain"><label for="zw-file" class="zw-button">'
    "选择文本文件（180 KB 以内）</label></div>"
    f"{text('name', '文件名', hint='例如：实施办法.txt')}</div>"
    '<input type="hidden" name="content">'
    f"{area('pasted', '或粘贴正文', hint='把文件全文粘贴到这里，标题单独成行', rows=5)}"
    '<div class="zw-actions"><button type="submit" class="zw-primary" id="zw-preview">预览</button>'
    '<span class="zw-dim">预览不会改动文件库，确认无误后再发布。</span></div></form>'
)
_UNNAMED = "粘贴的文件.txt"


def documents_tab(runtime: Runtime, doors: Doors, secret: Any) -> None:
    """Build the tab; `secret` is the session's key."""
    with gr.Tab(
        "文件管理", id="documents", elem_id="zw-tab-documents", render_children=True
    ) as tab:
        staged = gr.State(None)
        key = panel("zw-documents-key")
        upload = panel("zw-documents-upload")
        told = panel("zw-documents-told", live=True)
        preview = panel("zw-documents-preview")
        listed = panel("zw-documents")
        act = _actor(runtime, doors)
        outputs = [secret, staged, key, upload, told, preview, listed]
        tab.select(lambda s: _opened(runtime, doors, s), [secret], outputs, **PRIVATE)
        for source in (key, upload, preview, listed):
            source.act(act, [secret, staged], outputs, **PRIVATE)


def _actor(runtime: Runtime, doors: Doors) -> Any:
    def act(secret: str, staged: tuple[str, bytes] | None, event: gr.EventData) -> Any:
        """One thing that an editor did; every one but leaving checks the key again."""
        did = done(event)
        skip = gr.skip()
        try:
            match did.get("do"):
                case "key":
                    secret = did.get("secret", "").strip()
                    ok = doors.key(secret, Scope.EDITOR) is not None
                    wrong = "" if ok else messages.WRONG_KEY
                    return _shown(runtime, doors, secret if ok else "", wrong)
                case "leave":
                    return _shown(runtime, doors, "")
            if doors.key(secret, Scope.EDITOR) is None:
                return _shown(runtime, doors, "", messages.WRONG_KEY)
            match did.get("do"):
                case "preview":
                    staged = _given(did)
                    html = preview_html(_publisher(doors).preview(*staged))
                    return skip, staged, skip, skip, "", html, skip
                case "publish":
                    if staged is None:
                        raise PublishError(messages.NOTHING_STAGED)
                    document = _publisher(doors).publish(*staged)
                    said = messages.published(document.title, document.id)
                    return skip, None, skip, _UPLOAD, _okay(said), "", _list(runtime)
                case "withdraw":
                    document_id = did.get("document", "")
                    _publisher(doors).withdraw(document_id)
                    said = messages.withdrawn(document_id)
                    return skip, skip, skip, skip, _okay(said), skip, _list(runtime)
            return skip, None, skip, skip, "", "", skip
        except ZhengwenError as error:
            return _only_told(str(error))
        except Exception:
            logger.exception("editing failed")
            return _only_told(messages.WENT_WRONG)

    return act


def _given(did: dict[str, str]) -> tuple[str, bytes]:
    """Name and bytes of what was chosen or pasted; raises PublishError."""
    name = did.get("name", "").strip()
    if "content" in did:
        try:
            return name or _UNNAMED, b64decode(did["content"], validate=True)
        except (Base64Error, ValueError) as error:
            raise PublishError(messages.BROKEN_FILE) from error
    if not did.get("pasted", "").strip():
        raise PublishError(messages.NOTHING_GIVEN)
    name = name or _UNNAMED
    return name if "." in name else f"{name}.txt", did["pasted"].encode()


def _publisher(doors: Doors) -> Any:
    if doors.publisher is None:
        raise PublishError(messages.NO_PUBLISHER)
    return doors.publisher


def _opened(runtime: Runtime, doors: Doors, secret: str) -> tuple[Any, ...]:
    try:
        return _shown(runtime, doors, secret)
    except ZhengwenError as error:
        return _only_told(str(error))


def _shown(runtime: Runtime, doors: Doors, secret: str, told: str = "") -> tuple[Any, ...]:
    key = doors.key(secret, Scope.EDITOR)
    upload = _UPLOAD if key else ""
    try:
        listed = documents_html(runtime.service, editing=key is not None)
    except ZhengwenError as error:
        listed = alert_html(str(error))
    field = key_html(doors, key, Scope.EDITOR, told)
    return secret, None, field, upload, "", "", listed


def _list(runtime: Runtime) -> str:
    return documents_html(runtime.service, editing=True)


def _only_told(text: str) -> tuple[Any, ...]:
    """All stays as it is, what was chosen and typed too."""
    skip = gr.skip()
    return skip, skip, skip, skip, alert_html(text), skip, skip


def _okay(text: str) -> str:
    return f'<p class="zw-okay">{escape(text)}</p>'
