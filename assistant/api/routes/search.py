"""POST /v1/search."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.api import examples
from assistant.api.dependencies import ServiceDependency
from assistant.api.described import described
from assistant.api.schemas import SearchOut, SearchRequest
from assistant.export import search_to_json

router = APIRouter(tags=["检索"])


@router.post(
    "/v1/search",
    summary="检索条款段落",
    responses=described(examples.SEARCH, 400, 404, 413, 415, 422, 503),
)
def search(request: SearchRequest, service: ServiceDependency) -> SearchOut:
    """按语义与字词检索，最相关的在前；rejected 是低于阈值的。"""
    result = service.search(request.query, request.k, documents=request.documents)
    return SearchOut.model_validate(search_to_json(result))
