"""GET /v1/documents/{id}/clauses/{ordinal or address}."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path

from assistant.api import examples
from assistant.api.dependencies import ServiceDependency
from assistant.api.described import described
from assistant.api.schemas import ClauseWithNeighboursOut
from assistant.errors import UnknownClauseError
from assistant.links import clause_in_api, clause_on_page
from corpus.export import export_clause
from corpus.models import Clause, ParsedDocument
from corpus.outline.labels import document_name

router = APIRouter(tags=["文件"])

NOTICE = "条款文字为整理后的文本，以文件原文为准。"


@router.get(
    "/v1/documents/{document_id}/clauses/{clause:path}",
    summary="一个条款及其前后条款",
    responses=described(examples.CLAUSE_WITH_NEIGHBOURS, 404, 422, 503),
)
def clause(
    document_id: Annotated[str, Path(description="文件编号。", examples=["003"])],
    clause: Annotated[
        str,
        Path(
            description="条款序号（引用的 api 中已写好），或条款号：全称，或文件名之后的部分。",
            examples=["35", "（二十一）"],
        ),
    ],
    service: ServiceDependency,
) -> ClauseWithNeighboursOut:
    """text 含下级条款，own_text 不含；previous、next 是同级的前后条款。"""
    parsed = service.document(document_id)
    found = _find(parsed, clause.strip())
    siblings = () if found.parent is None else parsed.clauses[found.parent].children
    place = siblings.index(found.ordinal) if siblings else 0
    return ClauseWithNeighboursOut.model_validate(
        {
            "document_id": parsed.document.id,
            "title": parsed.document.title,
            "clause": clause_to_json(parsed, found),
            "own_text": parsed.text[found.start : found.own_end].strip(),
            "parent": _brief(parsed, found.parent or None),
            "previous": _brief(parsed, siblings[place - 1] if place > 0 else None),
            "next": _brief(parsed, siblings[place + 1] if place + 1 < len(siblings) else None),
            "children": [_brief(parsed, child) for child in found.children],
            "notice": NOTICE,
        }
    )


def clause_to_json(parsed: ParsedDocument, clause: Clause) -> dict[str, Any]:
    """A clause with its ordinal and where it can be opened."""
    return {
        "ordinal": clause.ordinal,
        **export_clause(parsed, clause),
        **links(parsed.document.id, clause.ordinal),
    }


def links(document_id: str, ordinal: int) -> dict[str, str]:
    """Where a clause can be opened."""
    return {
        "link": clause_on_page(document_id, ordinal),
        "api": clause_in_api(document_id, ordinal),
    }


def _brief(parsed: ParsedDocument, ordinal: int | None) -> dict[str, Any] | None:
    if ordinal is None:
        return None
    clause = parsed.clauses[ordinal]
    return {
        "ordinal": ordinal,
        "address": clause.address,
        "marker": clause.marker,
        "title": clause.title,
        **links(parsed.document.id, ordinal),
    }


def _find(parsed: ParsedDocument, asked: str) -> Clause:
    """By ordinal or address; raises UnknownClauseError. The document itself is no clause."""
    # No more digits than any ordinal has; isdecimal alone would let other scripts' digits through.
    if asked.isascii() and asked.isdecimal() and len(asked) < 8:
        if 0 < int(asked) < len(parsed.clauses):
            return parsed.clauses[int(asked)]
    else:
        name = document_name(parsed.document)
        for clause in parsed.clauses[1:]:
            if asked in (clause.address, clause.address.removeprefix(name)):
                return clause
    raise UnknownClauseError(
        f"文件{parsed.document.id}中没有条款“{asked}”，条款序号与条款号见 /v1/documents/{parsed.document.id}。"
    )
