"""GET /v1/facts/{kind}."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from assistant.api import examples
from assistant.api.dependencies import ServiceDependency
from assistant.api.described import described
from assistant.api.downloads import named
from assistant.api.pages import After, Limit, page_of
from assistant.api.routes.clauses import links
from assistant.api.schemas import FactsOut
from assistant.errors import PageError
from assistant.labels import LABEL
from assistant.ledger.charts import draw
from assistant.ledger.files import to_csv, to_xlsx
from assistant.ledger.records import FactKind, Record, find_records, read_filter
from assistant.ledger.sheet import NAMES, NOTE

router = APIRouter(tags=["台账"])


class Format(StrEnum):
    """What a ledger is given out as."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    SVG = "svg"
    PNG = "png"


_MEDIA = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.SVG: "image/svg+xml",
    Format.PNG: "image/png",
}


@router.get(
    "/v1/facts/{kind}",
    summary="台账：责任分工、目标指标、支持措施",
    response_model=FactsOut,
    responses=described(
        examples.FACTS,
        *(404, 422, 503),
        also={media.partition(";")[0]: None for media in _MEDIA.values()},
    ),
)
def facts(
    kind: Annotated[
        FactKind,
        Path(
            description="responsibilities 责任分工、targets 目标指标、measures 支持措施。",
            examples=["responsibilities"],
        ),
    ],
    service: ServiceDependency,
    document: Annotated[
        str | None, Query(description="只看这一份文件（文件编号）。", examples=["003"])
    ] = None,
    body: Annotated[
        str | None,
        Query(
            description="只看这个部门承担的；前身和现名视为同一部门。",
            examples=["省科技厅"],
            max_length=60,
        ),
    ] = None,
    role: Annotated[
        str | None, Query(description="牵头、配合、分工或负责。", examples=["牵头"], max_length=12)
    ] = None,
    year: Annotated[
        int | None,
        Query(description="目标按时限的年份，其他按文件的年份。", examples=[2025]),
    ] = None,
    region: Annotated[
        str | None,
        Query(description="只看这个地区的文件。", examples=["山西省"], max_length=30),
    ] = None,
    words: Annotated[
        str | None,
        Query(description="只看原文含有这些文字的。", examples=["创新券"], max_length=60),
    ] = None,
    form: Annotated[
        Format,
        Query(alias="format", description="json、csv、xlsx，或图表 svg、png。", examples=["json"]),
    ] = Format.JSON,
    limit: Limit = None,
    after: After = None,
) -> FactsOut | Response:
    """每一项都有逐字原文与条款号；csv、xlsx 是可直接归档的台账，svg、png 是图表。项数很多时用 limit 与 after 分页。"""
    chosen = service.corpus.documents if document is None else (service.document(document),)
    wanted = read_filter(body=body, role=role, year=year, region=region, words=words)
    records = find_records(chosen, kind, wanted)
    if form is not Format.JSON and (limit is not None or after is not None):
        raise PageError("limit 与 after 只用于 json；导出的文件总是全部，请去掉它们。")
    match form:
        case Format.JSON:
            return _listed(records, limit, after)
        case Format.CSV:
            content = to_csv(records, kind)
        case Format.XLSX:
            content = to_xlsx(records, kind)
        case Format.SVG | Format.PNG:
            content = draw(records, kind, "svg" if form is Format.SVG else "png")
    headers = named(f"{NAMES[kind]}.{form.value}", inline=form in (Format.SVG, Format.PNG))
    return Response(content, media_type=_MEDIA[form], headers=headers)


def _listed(records: Sequence[Record], limit: int | None, after: str | None) -> FactsOut:
    page = page_of(records, _cursors(records), limit, after)
    items = [
        {**record.row(), **links(record.parsed.document.id, record.fact.clause)}
        for record in page.items
    ]
    return FactsOut(
        items=items,
        total=page.total,
        next=page.next,
        ai_generated=True,
        label=LABEL,
        notice=NOTE,
    )


def _cursors(records: Sequence[Record]) -> list[str]:
    """Document and number within it: what is published meanwhile shifts no other document."""
    seen: Counter[str] = Counter()
    cursors = []
    for record in records:
        document = record.parsed.document.id
        seen[document] += 1
        cursors.append(f"{document}:{seen[document]}")
    return cursors
