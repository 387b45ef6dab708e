"""The tab that lists the documents: what each is, whether it still holds, and where copies differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import gradio as gr

from assistant.documents import describe_documents
from assistant.runtime import Runtime
from corpus.copies import Conflict

_NAMED = (
    ("implements", "落实"),
    ("forwards", "转发"),
    ("repeals", "废止"),
    ("amends", "修改"),
)


def documents_tab() -> Any:
    """Build the tab inside the page that is being built; returns what `documents_html` fills."""
    with gr.Tab("文件", id="documents"):
        return gr.HTML(elem_id="zw-documents")


def documents_html(runtime: Runtime) -> str:
    """Every document with its standing today, and every conflict."""
    service = runtime.service
    described = describe_documents(service.corpus.documents, date.today())
    rows = "".join(_card(row) for row in described)
    return f'<div class="zw-panel">{rows}{_conflicts(service.conflicts)}</div>'


def _card(row: dict[str, Any]) -> str:
    stands = row["standing"]
    number = f"（{row['number']}）" if row["number"] else ""
    facts = [
        ("种类", row["kind"]),
        ("发文机关", row["issuer"]),
        ("日期", row["date"]),
        ("地区", row["region"]),
        ("施行日期", row["effective"]),
        ("有效期至", row["expires"]),
        *((label, _titles(row[key])) for key, label in _NAMED if row[key]),
    ]
    told = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    quote = f"<blockquote>{escape(stands['quote'])}</blockquote>" if stands["quote"] else ""
    where = escape(stands["address"] or "")
    copy = row["relation"]
    same = f"<p>与文件{copy['document_id']}同文（副本、节选或另一版本）</p>" if copy else ""
    return (
        f'<article class="zw-card"><header><span class="zw-mark">{escape(row["id"])}</span>'
        f"<h3>《{escape(row['title'])}》{escape(number)}</h3>"
        f'<span class="zw-state">{stands["state"]}</span></header><dl>{told}</dl>{same}'
        f'<p>{escape(stands["reason"])}</p><p class="zw-path">{where}</p>{quote}</article>'
    )


def _titles(references: Sequence[dict[str, Any]]) -> str:
    return "、".join(f"《{r['title']}》" if r["title"] else str(r["number"]) for r in references)


def _conflicts(conflicts: Sequence[Conflict]) -> str:
    if not conflicts:
        return ""
    items = "".join(
        f"<li>{escape(c.address)} 写作“{escape(c.printed)}”，文件{escape(c.copy_id)} 写作"
        f"“{escape(c.copy_printed)}”。{escape(c.hint or '')}"
        f"<blockquote>{escape(c.copy_quote)}</blockquote></li>"
        for c in conflicts
    )
    return (
        '<article class="zw-card zw-near"><h3>副本之间不一致的地方</h3>'
        f'<ul class="zw-conflicts">{items}</ul></article>'
    )
