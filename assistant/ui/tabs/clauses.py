"""条款查询: the outline and the whole text of any document, and a search of all clauses.

Its pieces are fetched by assets/reader.js from /clauses/…, so every clause has an address.
"""

from __future__ import annotations

from html import escape
from typing import Any

import gradio as gr

from assistant.ui.bridge import panel
from corpus.models import Corpus


def clauses_tab() -> Any:
    """Build the tab; returns the panel that `clauses_html` fills."""
    with gr.Tab("条款查询", id="clauses", elem_id="zw-tab-clauses", render_children=True):
        return panel("zw-browse")


def clauses_html(corpus: Corpus) -> str:
    """Choice of the document, search, outline; beside them the reader, still empty."""
    options = "".join(
        f'<option value="{escape(p.document.id)}">{escape(p.document.title)}</option>'
        for p in corpus.documents
    )
    return (
        '<div class="zw-browse"><div class="zw-finder">'
        '<form id="zw-search" role="search"><label for="zw-words">查找条款</label>'
        '<div class="zw-inline"><input id="zw-words" name="words" type="search" '
        'placeholder="例如：创新券" maxlength="200"><button type="submit" class="zw-primary">查找'
        '</button></div></form><div class="zw-found-box" aria-live="polite"></div>'
        '<label for="zw-document">文件</label><select id="zw-document" name="document">'
        f'<option value="">请选择文件</option>{options}</select>'
        '<div class="zw-outline-box"></div></div>'
        '<section class="zw-reader" aria-label="文件全文"><div class="zw-bar">'
        '<h2 class="zw-where" aria-live="polite">请选择文件，或查找条款</h2><div class="zw-tools">'
        '<button type="button" data-reader="cite">复制引用</button>'
        '<button type="button" data-reader="link">复制链接</button></div></div>'
        '<div class="zw-body" tabindex="0" role="region" aria-label="正文">'
        '<p class="zw-dim">选定文件后，这里显示全文；点目录或正文中的条款，可复制引用和链接。</p>'
        "</div></section></div>"
    )
