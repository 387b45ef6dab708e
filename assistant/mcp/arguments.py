"""What the tools take. Unknown keys are refused: a misspelt one must not be ignored in silence."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from assistant.api.moments import Day
from assistant.api.plain import PlainObject
from assistant.api.schemas import QUESTION, ConversationId, DocumentId, Request

MOST_ROWS = 500
Documents = Annotated[
    list[DocumentId] | None,
    Field(min_length=1, max_length=1000, description="只看这些文件（文件编号）；不填则为全部。"),
]


class AskArguments(Request):
    """ask_policy."""

    question: str = Field(description="问题，一句话或一段话。", examples=[QUESTION])
    conversation_id: ConversationId | None = Field(
        default=None, description="追问时填上一次答复给出的会话编号。"
    )
    profile: PlainObject | None = Field(default=None, description="提问企业的情况（企业画像）。")
    documents: Documents = None
    as_of: Day = Field(default=None, description="按这一天判断效力，缺省为今天。")


class SearchArguments(Request):
    """search_clauses."""

    query: str = Field(description="查询词或问题。", examples=["创新券 支持比例"])
    k: int = Field(default=10, ge=1, le=50, description="最多返回多少段。")
    documents: Documents = None


class ClauseArguments(Request):
    """get_clause."""

    address: str = Field(
        min_length=1,
        max_length=300,
        description="条款号：答复与检索结果里的 address，或“第二十一条”这样的说法。",
        examples=["第二十一条"],
    )
    document_id: str | None = Field(
        default=None, max_length=200, description="文件编号；条款号里已有文件标题时可不填。"
    )


class EligibilityArguments(Request):
    """check_eligibility."""

    text: str | None = Field(default=None, description="用自己的话说明企业情况。")
    profile: PlainObject | None = Field(default=None, description="企业画像；没有填的就是未知。")
    documents: Documents = None
    as_of: Day = Field(default=None, description="按这一天核对，缺省为今天。")


class _Rows(Request):
    document_id: str | None = Field(default=None, max_length=200, description="只看这一份文件。")
    year: int | None = Field(default=None, description="年份，例如 2025。")
    region: str | None = Field(default=None, max_length=30, description="地区，例如“山西省”。")
    offset: int = Field(default=0, ge=0, description="跳过前面多少项。")
    limit: int = Field(default=100, ge=1, le=MOST_ROWS, description="最多返回多少项。")


class ResponsibilityArguments(_Rows):
    """list_responsibilities."""

    body: str | None = Field(
        default=None, max_length=60, description="部门；前身和现名视为同一部门。"
    )
    role: Literal["牵头", "配合", "分工", "负责"] | None = Field(
        default=None, description="承担的角色。"
    )


class TargetArguments(_Rows):
    """list_targets."""

    indicator: str | None = Field(
        default=None, max_length=60, description="指标名称里的字词，例如“高新技术企业”。"
    )
