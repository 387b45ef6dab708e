"""What the tools give back, beside what the HTTP interface gives: all with the label."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from assistant.api.schemas import AnswerOut, ClauseOut, EligibilityOut, HitOut
from assistant.mcp.messages import LABEL


class _Labelled(BaseModel):
    ai_generated: bool = Field(default=True, description="总是 true：由程序生成，以文件原文为准。")
    label: str = Field(default=LABEL, description="转述时请一并保留。")


class AskResult(AnswerOut, _Labelled):
    """An answer with the clauses it rests on."""


class SearchResult(_Labelled):
    """Passages, best first."""

    query: str
    hits: list[HitOut]


class FoundClause(ClauseOut):
    """A clause with the document it stands in."""

    document_id: str
    document_title: str


class ClauseResult(_Labelled):
    """The clause that was named; several where the name fits several."""

    clauses: list[FoundClause]


class EligibilityResult(EligibilityOut, _Labelled):
    """The checklist."""


class RowsResult(_Labelled):
    """Records read out of clauses by code, each with its verbatim quote and address."""

    items: list[dict[str, Any]]
    total: int = Field(description="符合条件的总项数。")
