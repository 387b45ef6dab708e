"""GET /v1/documents and /v1/documents/{id}."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path

from assistant.api.dependencies import ServiceDependency
from assistant.api.schemas import DocumentOut, DocumentsOut, DocumentTextOut
from corpus.export import export_clause
from corpus.manifest import manifest_entry
from corpus.models import Document

router = APIRouter(tags=["文件"])


@router.get("/v1/documents", summary="文件库中的文件")
def documents(service: ServiceDependency) -> DocumentsOut:
    """未知的项为 null。"""
    return DocumentsOut(items=[_entry(p.document) for p in service.corpus.documents])


@router.get("/v1/documents/{document_id}", summary="一份文件的正文与条款")
def document(
    document_id: Annotated[str, Path(description="文件编号。", examples=["003"])],
    service: ServiceDependency,
) -> DocumentTextOut:
    """正文是整理过的文字；条款的 start、end 指其中的位置（字符）。"""
    parsed = service.document(document_id)
    clauses: list[dict[str, Any]] = [export_clause(parsed, c) for c in parsed.clauses[1:]]
    return DocumentTextOut.model_validate(
        {"document": _entry(parsed.document), "text": parsed.text, "clauses": clauses}
    )


def _entry(document: Document) -> DocumentOut:
    return DocumentOut.model_validate(manifest_entry(document))
