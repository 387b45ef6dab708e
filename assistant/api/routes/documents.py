"""GET /v1/documents and /v1/documents/{id}."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from assistant.api import examples
from assistant.api.dependencies import ServiceDependency
from assistant.api.described import described
from assistant.api.moments import Day
from assistant.api.pages import After, Limit, page_of
from assistant.api.routes.clauses import clause_to_json
from assistant.api.schemas import DocumentsOut, DocumentTextOut
from assistant.documents import describe_documents
from corpus.export import describe_document

router = APIRouter(tags=["文件"])

AsOf = Annotated[Day, Query(description="按这一天判断效力，缺省为今天。", examples=["2026-01-01"])]


@router.get(
    "/v1/documents",
    summary="文件库中的文件、效力与副本之间的不一致",
    responses=described(examples.DOCUMENTS, 422, 503),
)
def documents(
    service: ServiceDependency, as_of: AsOf = None, limit: Limit = None, after: After = None
) -> DocumentsOut:
    """未知的项为 null；效力只依据文件自己写明的内容。文件很多时用 limit 与 after 分页。"""
    told = describe_documents(service.corpus.documents, as_of or date.today())
    page = page_of(told, [item["id"] for item in told], limit, after)
    conflicts = [asdict(conflict) for conflict in service.conflicts]
    return DocumentsOut.model_validate({**asdict(page), "conflicts": conflicts})


@router.get(
    "/v1/documents/{document_id}",
    summary="一份文件的正文与条款",
    responses=described(examples.DOCUMENT_TEXT, 404, 422, 503),
)
def document(
    document_id: Annotated[str, Path(description="文件编号。", examples=["003"])],
    service: ServiceDependency,
    as_of: AsOf = None,
) -> DocumentTextOut:
    """正文是整理过的文字；条款的 start、end 指其中的位置（字符）。"""
    parsed = service.document(document_id)
    told = describe_document(parsed, as_of or date.today(), service.held)
    clauses: list[dict[str, Any]] = [clause_to_json(parsed, c) for c in parsed.clauses[1:]]
    return DocumentTextOut.model_validate(
        {"document": told, "text": parsed.text, "clauses": clauses}
    )
