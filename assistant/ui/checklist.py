"""A Checklist as HTML: grouped by verdict, every item with its clause, reasons and next steps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from assistant.eligibility.check import Checklist
from assistant.eligibility.export import NOTE, measure_name, prepare, profile_lines, reason
from assistant.eligibility.kleene import Truth
from assistant.eligibility.verdict import VERDICT_NAMES, Item, Verdict
from assistant.links import clause_on_page
from assistant.ui import messages

_SHOWN = (Verdict.MET, Verdict.UNKNOWN, Verdict.UNMET, Verdict.GUIDANCE)
_FORMS = (("docx", "Word"), ("xlsx", "Excel"), ("html", "打印版"), ("json", "JSON"))
_MARKS = {Truth.TRUE: ("✓", "满足"), Truth.FALSE: ("✗", "不满足"), Truth.UNKNOWN: ("？", "待核实")}


def checklist_html(checklist: Checklist, request: Mapping[str, Any], question: str) -> str:
    """The whole result; `request` is the body that downloads it, `question` the next question."""
    groups = "".join(_group(v, checklist.of(v), v is not Verdict.GUIDANCE) for v in _SHOWN)
    left_out = checklist.of(Verdict.NOT_APPLICABLE)
    return (
        f'<h2 class="zw-sr">匹配结果</h2>{_summary(checklist)}{question}{_downloads(request)}{groups}'
        f"{_group(Verdict.NOT_APPLICABLE, left_out, False)}"
        f'<p class="zw-label"><strong>AI 生成</strong>　{escape(NOTE)}</p>'
    )


def _summary(checklist: Checklist) -> str:
    counts = "".join(
        f'<li class="zw-v-{v.value}"><strong>{len(checklist.of(v))}</strong>{VERDICT_NAMES[v]}</li>'
        for v in (*_SHOWN, Verdict.NOT_APPLICABLE)
    )
    known = "；".join(f"{name}：{value}" for name, value in profile_lines(checklist))
    said = f"已了解——{known}。" if known else messages.NOTHING_KNOWN
    standing = "".join(
        f"<p>{escape(s.reason)}</p>"
        for s in {s.reason: s for s in checklist.standings if s.state != "现行"}.values()
    )
    notes = (
        f'<details><summary>文件效力提示</summary><div class="zw-dim">{standing}</div></details>'
        if standing
        else ""
    )
    return (
        f'<ul class="zw-counts" aria-label="匹配结果">{counts}</ul>'
        f'<p class="zw-dim" role="status">{escape(said)}</p>{notes}'
    )


def _downloads(request: Mapping[str, Any]) -> str:
    body = escape(json.dumps(dict(request), ensure_ascii=False))
    buttons = "".join(
        f'<button type="button" data-checklist="{form}" data-body="{body}">{label}</button>'
        for form, label in _FORMS
    )
    return f'<div class="zw-tools" role="group" aria-label="下载清单"><span>下载清单：</span>{buttons}</div>'


def _group(verdict: Verdict, items: Iterable[Item], opened: bool) -> str:
    cards = [_item(item) for item in items]
    if not cards:
        return ""
    return (
        f'<details class="zw-verdict zw-v-{verdict.value}"{" open" if opened else ""}>'
        f"<summary><h3>{VERDICT_NAMES[verdict]}（{len(cards)}项）</h3></summary>"
        f'<div class="zw-cards">{"".join(cards)}</div></details>'
    )


def _item(item: Item) -> str:
    measure = item.measure
    link = clause_on_page(measure.document_id, measure.clause, [(measure.start, measure.end)])
    findings = "".join(
        f'<li><span aria-hidden="true">{_MARKS[f.truth][0]}</span><span class="zw-sr">'
        f"{_MARKS[f.truth][1]}：</span>{escape(f.text)}：{escape(f.why)}</li>"
        for f in item.findings
    )
    proofs = "；".join(prepare(item))
    more = [
        ("准备材料", proofs),
        ("负责部门", "、".join(item.departments)),
        ("申报去向", measure.apply_to or ""),
        ("提示", "；".join(item.notes)),
    ]
    told = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in more if value)
    amount = f'<span class="zw-amount">{escape(measure.amount)}</span>' if measure.amount else ""
    return (
        f'<article class="zw-card"><header><h4>{escape(measure_name(item))}</h4>{amount}</header>'
        f"<blockquote>{escape(measure.quote.strip())}</blockquote>"
        f'<p class="zw-source"><a data-clause-link href="{escape(link)}">{escape(measure.address)}</a></p>'
        f'<p class="zw-why">{escape(reason(item))}</p>'
        f'<details class="zw-details"><summary>核对说明、材料与部门</summary>'
        f'<ul class="zw-findings">{findings}</ul><dl>{told}</dl></details></article>'
    )
