"""Bodies of the editors' routes."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from assistant.api.schemas import ClauseTextOut, ConflictOut, DocumentOut


class RelatedOut(BaseModel):
    """A document that the new one is, or has, a copy or version of."""

    document_id: str
    title: str
    kind: str = Field(description="copy_of 副本、part_copy_of 节选、version_of 另一版本等。")
    reverse: bool = Field(description="为 true 时，是那份文件从属于新文件。")


class PreviewOut(BaseModel):
    """A document understood and held against the corpus."""

    document: DocumentOut
    text: str = Field(description="整理过的正文。")
    clauses: list[ClauseTextOut]
    facts: dict[str, list[dict[str, Any]]] = Field(
        description="台账：responsibilities、targets、measures。"
    )
    warnings: list[str] = Field(description="需要编辑人员核对的地方。")
    conflicts: list[ConflictOut] = Field(description="与现有副本或版本不一致的地方。")
    copies: list[RelatedOut] = Field(description="与哪些现有文件互为副本或版本。")
    same_as: str | None = Field(description="内容相同的现有文件编号。")
    refusal: str | None = Field(description="不能发布的原因；可以发布时为 null。")


class PublishedOut(BaseModel):
    """The document as it is held now."""

    document: DocumentOut


class WithdrawnOut(BaseModel):
    """A document that is no longer served."""

    id: str
    kept: str = Field(description="保存下来的文件名。")
