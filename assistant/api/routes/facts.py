"""GET /v1/facts/{kind}."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Response

from assistant.api.dependencies import ServiceDependency
from assistant.api.schemas import FactsOut
from assistant.ledger.charts import draw
from assistant.ledger.files import to_csv, to_xlsx
from assistant.ledger.records import FactKind, find_records, read_filter
from assistant.ledger.sheet import NAMES

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
    responses={200: {"content": {media.partition(";")[0]: {} for media in _MEDIA.values()}}},
)
def facts(
    kind: Annotated[
        FactKind,
        Path(description="responsibilities 责任分工、targets 目标指标、measures 支持措施。"),
    ],
    service: ServiceDependency,
    document: Annotated[str | None, Query(description="只看这一份文件（文件编号）。")] = None,
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
        Format, Query(alias="format", description="json、csv、xlsx，或图表 svg、png。")
    ] = Format.JSON,
) -> FactsOut | Response:
    """每一项都有逐字原文与条款号；csv、xlsx 是可直接归档的台账，svg、png 是图表。"""
    chosen = service.corpus.documents if document is None else (service.document(document),)
    wanted = read_filter(body=body, role=role, year=year, region=region, words=words)
    records = find_records(chosen, kind, wanted)
    match form:
        case Format.JSON:
            return FactsOut(items=[record.row() for record in records])
        case Format.CSV:
            content = to_csv(records, kind)
        case Format.XLSX:
            content = to_xlsx(records, kind)
        case Format.SVG | Format.PNG:
            content = draw(records, kind, "svg" if form is Format.SVG else "png")
    name = quote(f"{NAMES[kind]}.{form.value}")
    shown = "inline" if form in (Format.SVG, Format.PNG) else "attachment"
    headers = {"Content-Disposition": f"{shown}; filename*=UTF-8''{name}"}
    return Response(content, media_type=_MEDIA[form], headers=headers)
