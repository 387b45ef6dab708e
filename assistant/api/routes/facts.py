"""GET /v1/facts/{kind}."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from assistant.api.dependencies import ServiceDependency
from assistant.api.schemas import FactsOut
from assistant.ledger import FactKind, fact_rows

router = APIRouter(tags=["台账"])


@router.get("/v1/facts/{kind}", summary="台账：责任分工、目标指标、支持措施")
def facts(
    kind: Annotated[
        FactKind,
        Path(description="responsibilities 责任分工、targets 目标指标、measures 支持措施。"),
    ],
    service: ServiceDependency,
    document: Annotated[str | None, Query(description="只看这一份文件（文件编号）。")] = None,
) -> FactsOut:
    """每一项都有逐字原文与条款号。"""
    chosen = service.corpus.documents if document is None else (service.document(document),)
    return FactsOut(items=fact_rows(chosen, kind))
