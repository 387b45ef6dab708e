"""The bodies of feedback and of the audit log."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.api import examples_keyed
from assistant.api.schemas import Request
from assistant.records.models import Verdict


class FeedbackRequest(Request):
    """What somebody says of an answer."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [examples_keyed.FEEDBACK_REQUEST]}
    )

    answer_id: str = Field(
        max_length=64, description="答复的 id。", examples=["5f0c9f6f2f5d4f0f8a3f3f6a0f8f3b1d"]
    )
    verdict: Verdict = Field(
        description="useful 有用、useless 没用、report 举报。", examples=["useful"]
    )
    comment: str = Field(
        default="", max_length=1000, description="补充说明。", examples=["引用的条款正是要找的。"]
    )


class FeedbackIdOut(BaseModel):
    """The feedback was kept."""

    id: str = Field(description="反馈的编号。")


class CallerOut(BaseModel):
    """Through which surface, and under which pseudonym."""

    channel: str = Field(description="api、page、widget、openai、mcp 或 cli。")
    visitor: str | None = Field(description="访客代号，不含地址。")
    key_id: str | None
    request_id: str | None


class FeedbackOut(BaseModel):
    """What somebody said of an answer."""

    id: str
    at: dt.datetime
    answer_id: str
    verdict: str
    comment: str
    caller: CallerOut
    closed: dt.datetime | None = Field(description="处理完毕的时间；null 为尚未处理。")


class FeedbackPageOut(BaseModel):
    """Feedback, newest first."""

    items: list[FeedbackOut]
    next: str | None = Field(description="下一页的 after；null 为最后一页。")


class AuditOut(BaseModel):
    """A question with what became of it."""

    id: str
    at: dt.datetime
    caller: CallerOut
    conversation_id: str | None
    question: str
    standalone: str = Field(description="程序所理解的问题。")
    status: str
    answer: str
    citations: list[dict[str, Any]]
    notices: list[str]
    versions: dict[str, str] = Field(description="程序、索引与所引文件的版本（摘要）。")
    composer: str = Field(description="extractive、approved，或改写措辞的模型名称。")
    took_ms: float


class AuditPageOut(BaseModel):
    """The audit log, newest first."""

    items: list[AuditOut]
    next: str | None = Field(description="下一页的 after；null 为最后一页。")
    ai_generated: bool = Field(description="总是 true：其中的答复由程序生成，以文件原文为准。")
