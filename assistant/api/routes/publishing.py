"""POST /v1/documents/preview, POST /v1/documents and DELETE /v1/documents/{id}, for editors."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from assistant import messages
from assistant.api import examples_keyed
from assistant.api.access import needs
from assistant.api.dependencies import ServiceDependency
from assistant.api.described import described
from assistant.api.schemas_publishing import PreviewOut, PublishedOut, WithdrawnOut
from assistant.errors import PublishError
from assistant.preview import Preview
from assistant.publishing import Publisher
from assistant.records.models import Scope
from corpus.export import describe_document, export_clause, export_document

router = APIRouter(tags=["文件管理"], dependencies=[Depends(needs(Scope.EDITOR))])

Name = Annotated[
    str | None,
    Query(
        description="文件名，直接以请求体上传时必填；multipart 上传时取表单里的文件名。",
        examples=["实施办法.txt"],
        max_length=300,
    ),
]
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                    "examples": [{"file": examples_keyed.POLICY_TEXT}],
                }
            },
            "application/octet-stream": {
                "schema": {
                    "type": "string",
                    "format": "binary",
                    "examples": [examples_keyed.POLICY_TEXT],
                }
            },
        },
    }
}


def _publisher(request: Request) -> Publisher:
    publisher: Publisher = request.app.state.publisher
    return publisher


async def _uploaded(request: Request, name: str | None) -> tuple[str, bytes]:
    """File name and content, from a form or from the body itself."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return name or "", await request.body()
    try:
        async with request.form(max_files=1, max_fields=4) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise PublishError(messages.NO_FILE_FIELD)
            return file.filename or name or "", await file.read()
    except HTTPException as error:
        if error.status_code == 413:
            raise
        raise PublishError(messages.BROKEN_FORM) from error


@router.post(
    "/v1/documents/preview",
    summary="预览一份文件：条款、台账、与现有文件的不一致；不保存",
    openapi_extra=_BODY,
    responses=described(examples_keyed.PREVIEW, 403, 413, 422, 507),
)
async def preview(request: Request, name: Name = None) -> PreviewOut:
    """发布之前先看：识别出的条款与台账，读不出的信息，与现有副本不一致的数字、日期与名称。"""
    publisher = _publisher(request)
    sent = await _uploaded(request, name)
    return PreviewOut.model_validate(
        _preview_json(await run_in_threadpool(publisher.preview, *sent))
    )


@router.post(
    "/v1/documents",
    status_code=201,
    summary="发布一份文件，立即可以检索与问答",
    openapi_extra=_BODY,
    responses=described(examples_keyed.PUBLISHED, 403, 409, 413, 422, 507, status=201),
)
async def publish(request: Request, service: ServiceDependency, name: Name = None) -> PublishedOut:
    """新索引在旁建好后一次换上，服务不中断；失败则一切照旧。同时只能有一份文件在发布。"""
    publisher = _publisher(request)
    sent = await _uploaded(request, name)
    document = await run_in_threadpool(publisher.publish, *sent)
    now = request.app.state.runtime.service
    parsed = now.document(document.id)
    described = describe_document(parsed, date.today(), now.held)
    return PublishedOut.model_validate({"document": described})


@router.delete(
    "/v1/documents/{document_id}",
    summary="撤回一份文件；原文件另行保存，不会删除",
    responses=described(examples_keyed.WITHDRAWN, 403, 404, 409, 507),
)
def withdraw(
    request: Request, document_id: Annotated[str, Path(description="文件编号。", examples=["003"])]
) -> WithdrawnOut:
    """撤回之后不再检索与引用；文件移入服务器的 removed 目录。"""
    kept = _publisher(request).withdraw(document_id)
    return WithdrawnOut(id=document_id, kept=kept.name)


def _preview_json(preview: Preview) -> dict[str, Any]:
    parsed = preview.parsed
    exported = export_document(parsed)
    clauses = ({"ordinal": c.ordinal, **export_clause(parsed, c)} for c in parsed.clauses[1:])
    return {
        **{key: exported[key] for key in ("document", "text", "facts")},
        "clauses": list(clauses),
        "warnings": preview.warnings,
        "conflicts": [asdict(conflict) for conflict in preview.conflicts],
        "copies": [asdict(copy) for copy in preview.copies],
        "same_as": preview.same_as,
        "refusal": preview.refusal,
    }
