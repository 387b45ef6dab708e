"""A ledger as HTML: filters, chart, a table that sorts, and links that download it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from assistant.errors import LedgerError
from assistant.ledger.charts import draw
from assistant.ledger.records import FactKind, Record, find_records, read_filter
from assistant.ledger.sheet import NAMES, NOTE, cell, columns, place
from assistant.links import clause_on_page
from assistant.service import Service
from assistant.ui.controls import Choice, select, text
from corpus.models import Corpus

MOST_ROWS = 500
_PLACE = "条款号"
_LINKS = (("xlsx", "下载 Excel"), ("csv", "下载 CSV"))
_CHARTS = {
    "responsibilities": "各部门承担的任务数",
    "targets": "各项指标历年的目标与完成数",
}
_ROLES = ("牵头", "配合", "分工负责", "负责")


def filters_html(kind: FactKind, corpus: Corpus) -> str:
    """The form above a ledger."""
    documents: list[Choice] = [("", "全部文件")]
    documents += [(p.document.id, f"{p.document.id} {p.document.title}") for p in corpus.documents]
    held = dict.fromkeys(p.document.region for p in corpus.documents if p.document.region)
    regions: list[Choice] = [("", "全部地区"), *((region, region) for region in held)]
    roles: list[Choice] = [("", "全部角色"), *((role, role) for role in _ROLES)]
    year = "时限年份" if kind == "targets" else "文件年份"
    role = select("role", "角色", roles, key=kind) if kind == "responsibilities" else ""
    return (
        f'<form class="zw-form zw-filters" data-do="find" data-eager><div class="zw-fields">'
        f"{select('document', '文件', documents, key=kind)}"
        f"{text('body', '部门', hint='例如：省科技厅', key=kind)}{role}"
        f"{text('words', '原文含有', hint='例如：创新券', key=kind)}"
        f"{text('year', year, hint='例如：2025', key=kind, numeric=True)}"
        f"{select('region', '地区', regions, key=kind)}"
        f'<div class="zw-actions"><button type="submit" class="zw-primary" id="zw-find-{kind}">查询'
        f'</button><button type="reset">重置</button></div></div></form>'
    )


def ledger_html(service: Service, kind: FactKind, asked: Mapping[str, str]) -> str:
    """Chart, links and table of what fits; raises ZhengwenError for a filter without meaning."""
    given = {name: value.strip() for name, value in asked.items() if value.strip()}
    year = given.get("year", "").removesuffix("年")
    if year and not (year.isascii() and year.isdigit()):
        raise LedgerError(f"年份“{given['year']}”不对，请写四位数的年份，例如 2025。")
    wanted = read_filter(
        body=given.get("body"),
        role=given.get("role"),
        year=int(year) if year else None,
        region=given.get("region"),
        words=given.get("words"),
    )
    only = given.get("document")
    documents = [service.document(only)] if only else service.corpus.documents
    records = find_records(documents, kind, wanted)
    if not records:
        return '<div class="zw-empty" role="status">没有符合条件的台账项，请放宽筛选条件。</div>'
    query = {**given, "year": year} if year else given
    return _rendered(kind, records, query)


def _rendered(kind: FactKind, records: Sequence[Record], query: Mapping[str, str]) -> str:
    drawn = _chart(kind, records)
    links = (*_LINKS, ("svg", "下载图表")) if drawn else _LINKS
    downloads = "".join(
        f'<a class="zw-button" download="{NAMES[kind]}.{form}" href="/v1/facts/{kind}?'
        f'{escape(urlencode({**query, "format": form}))}">{label}</a>'
        for form, label in links
    )
    more = f"，这里列出前 {MOST_ROWS} 项，全部请下载" if len(records) > MOST_ROWS else ""
    return (
        f'<div class="zw-heading"><p role="status"><strong>{NAMES[kind]}，共 {len(records)} 项'
        f'</strong>{more}</p><div class="zw-actions">{downloads}</div></div>{drawn}'
        f'{_table(kind, records[:MOST_ROWS])}<p class="zw-label"><strong>AI 生成</strong>　{NOTE}</p>'
    )


def _chart(kind: FactKind, records: Sequence[Record]) -> str:
    """The chart as an image that needs no request; nothing where none can be drawn."""
    if kind not in _CHARTS:
        return ""
    try:
        svg = draw(records, kind, "svg")
    except LedgerError:
        return ""
    data = b64encode(svg).decode()
    return (
        f'<details open class="zw-figure"><summary>{_CHARTS[kind]}</summary>'
        f'<div class="zw-wide-box" tabindex="0" role="region" aria-label="图表">'
        f'<img class="zw-chart" alt="{_CHARTS[kind]}，数据见下表" '
        f'src="data:image/svg+xml;base64,{data}"></div></details>'
    )


def _table(kind: FactKind, records: Sequence[Record]) -> str:
    shown = [c for c in columns(kind) if not c.wide and c.name != "文号"]
    head = "".join(
        f'<th scope="col"><button type="button" data-sort>{column.name}</button></th>'
        for column in shown
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td>{_link(record) if c.name == _PLACE else escape(cell(c.value(record)))}</td>"
            for c in shown
        )
        + "</tr>"
        for record in records
    )
    return (
        f'<div class="zw-scroll" tabindex="0" role="region" aria-label="{NAMES[kind]}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _link(record: Record) -> str:
    fact = record.fact
    link = clause_on_page(fact.document_id, fact.clause, [(fact.start, fact.end)])
    return f'<a data-clause-link href="{escape(link)}">{escape(place(record))}</a>'
