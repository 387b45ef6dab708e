"""A tab for each ledger: filters, chart, table, and links that download it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

import gradio as gr

from assistant.errors import LedgerError
from assistant.ledger.charts import draw
from assistant.ledger.records import FactKind, Record, find_records, read_filter
from assistant.ledger.sheet import NAMES, NOTE, cell, columns
from assistant.runtime import Runtime
from corpus.errors import ZhengwenError
from corpus.models import Corpus

ALL = ""
_LABELS: dict[FactKind, str] = {
    "responsibilities": "责任分工",
    "targets": "目标",
    "measures": "支持措施",
}
_LINKS = (("xlsx", "下载 Excel"), ("csv", "下载 CSV"))
_CHART_LINKS = (("svg", "下载图表 SVG"),)
_CHARTS = {
    "responsibilities": "各部门承担的任务数",
    "targets": "各项指标历年的目标与完成数",
}
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class LedgerTab:
    """The parts of a tab that are filled when the page opens, and what fills them."""

    kind: FactKind
    inputs: tuple[Any, ...]
    document: Any
    region: Any
    result: Any
    show: Any

    @property
    def outputs(self) -> list[Any]:
        return [self.document, self.region, self.result]

    def opened(self, corpus: Corpus) -> list[Any]:
        """Choices of documents and regions, and the whole ledger."""
        documents = [("全部文件", ALL)] + [
            (f"{p.document.id} {p.document.title}", p.document.id) for p in corpus.documents
        ]
        held = dict.fromkeys(p.document.region for p in corpus.documents if p.document.region)
        regions = [("全部地区", ALL), *((region, region) for region in held)]
        whole = self.show(ALL, "", ALL, "", ALL)
        return [
            gr.update(choices=documents, value=ALL),
            gr.update(choices=regions, value=ALL),
            whole,
        ]


def ledger_tab(kind: FactKind, runtime: Runtime) -> LedgerTab:
    """Build the tab inside the page that is being built."""
    show = _shower(kind, runtime)
    with gr.Tab(_LABELS[kind], id=kind):
        with gr.Row(elem_classes="zw-filters"):
            document = gr.Dropdown([("全部文件", ALL)], value=ALL, label="文件", scale=3)
            body = gr.Textbox(label="部门", placeholder="例如：省科技厅", scale=2)
            role = gr.Dropdown(
                [("全部角色", ALL), *((r, r) for r in ("牵头", "配合", "分工负责", "负责"))],
                value=ALL,
                label="角色",
                scale=1,
                min_width=120,
                visible=kind == "responsibilities",
            )
            year = gr.Textbox(
                label="时限年份" if kind == "targets" else "文件年份",
                placeholder="例如：2025",
                scale=1,
                min_width=110,
            )
            region = gr.Dropdown(
                [("全部地区", ALL)], value=ALL, label="地区", scale=1, min_width=130
            )
            button = gr.Button("查询", variant="primary", scale=0, min_width=88)
        result = gr.HTML(elem_id=f"zw-{kind}")
        inputs = (document, body, role, year, region)
        private: dict[str, Any] = {"api_visibility": "private"}
        for trigger in (
            button.click,
            *(text.submit for text in (body, year)),
            *(choice.input for choice in (document, role, region)),
        ):
            trigger(show, list(inputs), result, **private)
    return LedgerTab(kind, inputs, document, region, result, show)


def _shower(kind: FactKind, runtime: Runtime) -> Any:
    def show(document: str, body: str, role: str, year: str, region: str) -> str:
        """Chart, links and table of what fits; a hint where the filter means nothing."""
        asked = {
            "document": document,
            "body": body.strip(),
            "role": role,
            "year": year.strip(),
            "region": region,
        }
        try:
            records = _records(kind, runtime, asked)
        except ZhengwenError as error:
            return f'<p class="zw-note" role="alert">{escape(str(error))}</p>'
        given = {name: value for name, value in asked.items() if value}
        return _rendered(kind, records, given)

    return show


def _records(kind: FactKind, runtime: Runtime, asked: dict[str, str]) -> list[Record]:
    year = asked["year"].removesuffix("年")
    if year and not (year.isascii() and year.isdigit()):
        raise LedgerError(f"年份“{asked['year']}”不对，请写四位数的年份，例如 2025。")
    wanted = read_filter(
        body=asked["body"] or None,
        role=asked["role"] or None,
        year=int(year) if year else None,
        region=asked["region"] or None,
    )
    service = runtime.service
    only = asked["document"]
    documents = [service.document(only)] if only else service.corpus.documents
    return find_records(documents, kind, wanted)


def _rendered(kind: FactKind, records: Sequence[Record], given: dict[str, str]) -> str:
    if not records:
        return '<p class="zw-note">没有符合条件的台账项，请放宽筛选条件。</p>'
    drawn = _chart(kind, records)
    links = _LINKS + (_CHART_LINKS if drawn else ())
    downloads = "".join(
        f'<a class="zw-download" download href="/v1/facts/{kind}?'
        f'{escape(urlencode({**given, "format": form}))}">{label}</a>'
        for form, label in links
    )
    more = f"，这里列出前 {MOST_ROWS} 项，全部请下载" if len(records) > MOST_ROWS else ""
    return (
        f'<div class="zw-ledger"><p><strong>{NAMES[kind]}，共 {len(records)} 项</strong>{more}　'
        f'{downloads}</p>{drawn}{_table(kind, records[:MOST_ROWS])}<p class="zw-note">{NOTE}</p></div>'
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
        f"<details open><summary>{_CHARTS[kind]}</summary>"
        f'<div class="zw-wide"><img class="zw-chart" alt="{_CHARTS[kind]}，数据见下表" src="data:image/svg+xml;base64,{data}"></div></details>'
    )


def _table(kind: FactKind, records: Sequence[Record]) -> str:
    shown = [c for c in columns(kind) if not c.wide and c.name != "文号"]
    head = "".join(f'<th scope="col">{column.name}</th>' for column in shown)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell(c.value(record)))}</td>" for c in shown) + "</tr>"
        for record in records
    )
    return (
        f'<div class="zw-scroll" tabindex="0" role="region" aria-label="{NAMES[kind]}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
