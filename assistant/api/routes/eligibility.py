"""POST /v1/eligibility."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Response

from assistant.api import examples
from assistant.api.access import CallerDependency
from assistant.api.dependencies import ServiceDependency
from assistant.api.described import described
from assistant.api.downloads import named
from assistant.api.schemas import EligibilityOut, EligibilityRequest
from assistant.eligibility.export import checklist_to_json
from assistant.eligibility.files import TITLE, to_docx, to_html, to_xlsx

router = APIRouter(tags=["资格匹配"])


class Format(StrEnum):
    """What a checklist is given out as."""

    JSON = "json"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"


_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA = {
    Format.HTML: "text/html; charset=utf-8",
    Format.DOCX: f"{_OFFICE}.wordprocessingml.document",
    Format.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
}


@router.post(
    "/v1/eligibility",
    summary="资格匹配：逐条核对各项支持措施的条件",
    response_model=EligibilityOut,
    responses=described(
        examples.ELIGIBILITY,
        *(400, 404, 413, 415, 422, 503),
        also={media.partition(";")[0]: None for media in _MEDIA.values()},
    ),
)
def eligibility(
    request: EligibilityRequest,
    service: ServiceDependency,
    caller: CallerDependency,
    form: Annotated[
        Format,
        Query(
            alias="format",
            description="json，或可打印、可归档的 html、docx、xlsx。",
            examples=["json"],
        ),
    ] = Format.JSON,
) -> EligibilityOut | Response:
    """没有说明的情况按未知处理，不作推测；是否符合以主管部门认定为准。"""
    checklist = service.eligibility(
        text=request.text,
        profile=request.profile,
        documents=request.documents,
        as_of=request.as_of,
        caller=caller,
    )
    match form:
        case Format.JSON:
            return EligibilityOut.model_validate(checklist_to_json(checklist))
        case Format.HTML:
            content = to_html(checklist).encode()
        case Format.DOCX:
            content = to_docx(checklist)
        case Format.XLSX:
            content = to_xlsx(checklist)
    headers = named(f"{TITLE}.{form.value}", inline=form is Format.HTML)
    return Response(content, media_type=_MEDIA[form], headers=headers)
