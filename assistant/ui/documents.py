"""The documents as HTML: what each is, whether it still holds, where copies differ; and previews."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from assistant.documents import describe_documents
from assistant.ledger.records import KINDS, Fact, Record
from assistant.ledger.sheet import NAMES, cell, columns
from assistant.links import clause_on_page
from assistant.preview import Preview
from assistant.service import Service
from assistant.ui import messages
from assistant.ui.frame import alert_html
from assistant.ui.reader import clause_label
from corpus.copies import Conflict
from corpus.models import ParsedDocument

_NAMED = (
    ("implements", "落实"),
    ("forwards", "转发"),
    ("repeals", "废止"),
    ("amends", "修改"),
)
_COPIES = {
    "copy_of": "副本",
    "part_copy_of": "节选",
    "version_of": "另一版本",
    "implements": "落实文件",
    "forwards": "转发文件",
    "replaces": "替代文件",
}
_MOST_FACTS = 30
_OUTLINE_LEVELS = 2


def documents_html(service: Service, *, editing: bool) -> str:
    """Every document with its standing today, and every conflict; with a key, also 撤下."""
    described = describe_documents(service.corpus.documents, date.today())
    rows = "".join(_card(row, editing) for row in described)
    return (
        f'<h3 class="zw-part">已收录的文件（{len(described)}份）</h3>'
        f'<div class="zw-cards zw-documents">{rows}</div>{_conflicts(service.conflicts)}'
    )


def _card(row: dict[str, Any], editing: bool) -> str:
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
    copy = row["relation"]
    same = f"<p>与文件{escape(copy['document_id'])}同文（副本、节选或另一版本）</p>" if copy else ""
    key = escape(row["id"])
    withdraw = (
        f'<button type="button" class="zw-danger" id="zw-withdraw-{key}" data-do="withdraw" '
        f'data-document="{key}" '
        f'data-confirm="{escape(messages.confirm_withdrawal(row["title"]))}">撤下</button>'
        if editing
        else ""
    )
    link = escape(clause_on_page(row["id"], 0))
    return (
        f'<article class="zw-card"><header><span class="zw-mark">{key}</span>'
        f'<h4><a data-clause-link href="{link}">《{escape(row["title"])}》{escape(number)}</a></h4>'
        f'<span class="zw-state">{stands["state"]}</span></header><dl>{told}</dl>{same}'
        f"<p>{escape(stands['reason'])}</p>"
        f'<p class="zw-path">{escape(stands["address"] or "")}</p>{quote}{withdraw}</article>'
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
        f'<h3 class="zw-part">文本之间不一致的地方（{len(conflicts)}处）</h3>'
        f'<article class="zw-card zw-near"><ul class="zw-conflicts">{items}</ul></article>'
    )


def preview_html(preview: Preview) -> str:
    """What publishing would add, and whether it can be published."""
    parsed = preview.parsed
    document = parsed.document
    known = [
        ("标题", document.title),
        ("文号", document.number),
        ("发文机关", document.issuer),
        ("日期", document.date),
        ("地区", document.region),
        ("编号", document.id),
        ("正文", f"{len(parsed.text)}字，{len(parsed.clauses) - 1}条款"),
    ]
    told = "".join(f"<dt>{name}</dt><dd>{escape(value or '未写明')}</dd>" for name, value in known)
    refusal = (
        alert_html(preview.refusal)
        if preview.refusal
        else '<div class="zw-actions"><button type="button" class="zw-primary" data-do="publish" '
        'id="zw-publish">发布</button><button type="button" data-do="drop" id="zw-drop">放弃</button></div>'
    )
    warnings = "".join(f"<li>{escape(warning)}</li>" for warning in preview.warnings)
    copies = "".join(
        f"<li>{'它是' if not c.reverse else '库中有它的'}"
        f"{f'文件{escape(c.document_id)}《{escape(c.title)}》的{_COPIES[c.kind]}' if not c.reverse else f'{_COPIES[c.kind]}：文件{escape(c.document_id)}《{escape(c.title)}》'}"
        "</li>"
        for c in preview.copies
    )
    notes = (
        f'<div class="zw-warnings"><h4>请留意</h4><ul>{warnings}{copies}</ul></div>'
        if warnings or copies
        else ""
    )
    return (
        '<section class="zw-preview" aria-label="发布前预览"><h3 class="zw-part">发布前预览</h3>'
        f'<article class="zw-card"><dl>{told}</dl>{notes}{refusal}</article>'
        f"{_conflicts(preview.conflicts)}{_outline(parsed)}{_facts(parsed)}</section>"
    )


def _outline(parsed: ParsedDocument) -> str:
    items = "".join(
        f'<li data-level="{clause.level}">{escape(clause_label(parsed, clause))}</li>'
        for clause in parsed.clauses[1:]
        if clause.level <= _OUTLINE_LEVELS
    )
    return (
        f"<details open><summary>目录（{len(parsed.clauses) - 1}条款）</summary>"
        f'<ul class="zw-preview-outline">{items}</ul></details>'
    )


def _facts(parsed: ParsedDocument) -> str:
    parts = []
    for kind in KINDS:
        facts: tuple[Fact, ...] = getattr(parsed.facts, kind)
        if not facts:
            continue
        shown = [c for c in columns(kind) if not c.wide and c.name not in ("文件", "文号", "来源")]
        head = "".join(f'<th scope="col">{c.name}</th>' for c in shown)
        rows = "".join(
            "<tr>"
            + "".join(f"<td>{escape(cell(c.value(Record(parsed, fact))))}</td>" for c in shown)
            + "</tr>"
            for fact in facts[:_MOST_FACTS]
        )
        more = f"，这里列出前{_MOST_FACTS}项" if len(facts) > _MOST_FACTS else ""
        parts.append(
            f"<details><summary>{NAMES[kind]}（{len(facts)}项{more}）</summary>"
            f'<div class="zw-scroll" tabindex="0" role="region" aria-label="{NAMES[kind]}">'
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>"
        )
    return "".join(parts)
