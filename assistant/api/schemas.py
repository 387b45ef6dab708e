"""Every body that goes in or out over HTTP, with a Chinese example each.

Longer than a module should be because it is a list: one body after the other, nothing else.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.api import examples
from assistant.api.moments import Day
from assistant.api.plain import PlainObject

QUESTION = examples.QUESTION
ConversationId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
DocumentId = Annotated[str, Field(max_length=200, examples=["003"])]
DocumentIds = Annotated[list[DocumentId], Field(min_length=1, max_length=1000)]


class Request(BaseModel):
    """Unknown keys are refused: a misspelt one must not be ignored in silence."""

    model_config = ConfigDict(extra="forbid")


class AnswerRequest(Request):
    """A question, alone or as part of a conversation."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"question": QUESTION}]}
    )

    question: str = Field(description="问题，一句话或一段话。", examples=[QUESTION])
    conversation_id: ConversationId | None = Field(
        default=None, description="上一次答复给出的会话编号；不填则开始新的会话。"
    )
    profile: PlainObject | None = Field(default=None, description="提问企业的情况（企业画像）。")
    documents: DocumentIds | None = Field(
        default=None, description="只依据这些文件回答（文件编号）；不填则依据全部文件。"
    )


class CitationOut(BaseModel):
    """A verbatim quote with the place it stands in."""

    marker: int = Field(description="答复中的标号 [n]。")
    document_id: str = Field(description="文件编号。")
    title: str = Field(description="文件标题。")
    address: str = Field(description="条款号。")
    quote: str = Field(description="原文引文，逐字。")
    passage: str = Field(description="引文所在的最小条款，最多 800 字。")
    start: int = Field(description="引文在文件正文中的起始位置（字符）。")
    end: int = Field(description="引文的结束位置，不含。")
    link: str = Field(description="在网页上打开所引条款。")
    api: str = Field(description="以 JSON 取得所引条款及其前后条款。")


class NearestOut(BaseModel):
    """A clause offered beside a refusal."""

    document_id: str
    title: str
    address: str
    text: str
    link: str = Field(description="在网页上打开这一条款。")
    api: str = Field(description="以 JSON 取得这一条款。")


class AnswerOut(BaseModel):
    """An answer with the clauses it rests on."""

    id: str
    conversation_id: str | None = Field(description="追问时带上它。")
    question: str
    status: str = Field(description="答复状态，如 answered、unanswerable_not_stated。")
    refused: bool = Field(description="是否没有回答所问。")
    answer: str = Field(description="答复正文，[n] 指向 citations。")
    citations: list[CitationOut]
    facts: list[dict[str, Any]] = Field(description="答复用到的台账项。")
    notices: list[str] = Field(description="系统的说明，不属于答复。")
    nearest: list[NearestOut] = Field(description="没有回答时最接近的条款。")
    suggestions: list[str] = Field(description="可以接着问的问题。")
    ai_generated: bool = Field(description="总是 true：由程序生成，以文件原文为准。")
    label: str = Field(description="显示、复制、导出答复时须一并呈现的标识。")
    notice: str = Field(description="以文件原文为准的提示。")
    timings_ms: dict[str, float]


class SearchRequest(Request):
    """A search for passages."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"query": "创新券 支持比例", "k": 3}]}
    )

    query: str = Field(description="查询词或问题。", examples=["创新券 支持比例"])
    k: int = Field(default=10, ge=1, le=100, description="最多返回多少段。")
    documents: DocumentIds | None = Field(default=None, description="只用这些文件（文件编号）。")


class HitOut(BaseModel):
    """A passage with its scores."""

    id: str
    document_id: str
    address: str
    text: str
    start: int
    end: int
    score: float = Field(description="综合得分，只在一次检索内可比。")
    dense: float = Field(description="与最接近的一句的余弦相似度。")
    lexical: float = Field(description="BM25 得分。")


class SearchOut(BaseModel):
    """Passages, best first; what stayed under the threshold is kept apart."""

    query: str
    hits: list[HitOut]
    rejected: list[HitOut]
    timings_ms: dict[str, float]


class RelationOut(BaseModel):
    """How a document relates to another one."""

    kind: str
    document_id: str


class StandingOut(BaseModel):
    """How a document stands on a day, and the words that this rests on."""

    as_of: dt.date
    state: str = Field(
        description="现行、尚未施行、已过有效期、已废止、目标期已过、征求意见稿或不明。"
    )
    reason: str
    document_id: str = Field(description="写明这一点的文件。")
    address: str | None
    quote: str | None
    start: int | None
    end: int | None


class ReferenceOut(BaseModel):
    """Another document that the text names."""

    title: str | None
    number: str | None
    document_id: str | None = Field(description="文件库里有这份文件时，它的编号。")
    start: int
    end: int


class ConflictOut(BaseModel):
    """A sentence that two copies or versions print differently."""

    kind: str = Field(description="number 数字、date 日期、name 名称。")
    document_id: str
    address: str
    start: int
    end: int
    printed: str
    copy_id: str
    copy_address: str
    copy_start: int
    copy_end: int
    copy_printed: str
    copy_quote: str
    favours: str | None = Field(description="上下文支持哪一个文本：document 或 copy。")
    hint: str | None = Field(description="上下文为何支持它。")


class DocumentOut(BaseModel):
    """A document with what its text says of itself; what is not known is null."""

    id: str
    title: str
    number: str | None = Field(description="文号。")
    issuer: str | None = Field(description="发文机关。")
    date: str | None
    level: str | None = Field(description="国家、省、市、县。")
    region: str | None
    status: str | None
    relation: RelationOut | None
    file: str
    sha256: str | None
    short_titles: list[str] = Field(description="文件中也用到的简称。")
    kind: str | None = Field(description="意见、办法、规划、通知、报告、法律等。")
    effective: dt.date | None = Field(description="施行日期。")
    expires: dt.date | None = Field(description="有效期的最后一天。")
    period_months: int | None = Field(description="写明的有效期有多少个月。")
    standing: StandingOut
    cites: list[ReferenceOut]
    implements: list[ReferenceOut]
    forwards: list[ReferenceOut]
    repeals: list[ReferenceOut]
    amends: list[ReferenceOut]


class ClauseTextOut(BaseModel):
    """A clause with everything below it, of a document that may not be held yet."""

    ordinal: int = Field(description="条款在文件中的序号，从 1 起。")
    address: str = Field(description="条款号。")
    marker: str
    title: str | None
    level: int
    path: list[str] = Field(description="上级条款的标题，自上而下。")
    text: str
    start: int
    end: int


class ClauseOut(ClauseTextOut):
    """A clause with everything below it, and where it can be opened."""

    link: str = Field(description="在网页上打开这一条款。")
    api: str = Field(description="以 JSON 取得这一条款。")


class ClauseBriefOut(BaseModel):
    """A clause by name."""

    ordinal: int
    address: str
    marker: str
    title: str | None
    link: str
    api: str


class ClauseWithNeighboursOut(BaseModel):
    """A clause and what stands around it."""

    document_id: str
    title: str = Field(description="文件标题。")
    clause: ClauseOut
    own_text: str = Field(description="这一条款自己的文字，不含下级条款。")
    parent: ClauseBriefOut | None = Field(description="上级条款；最上一级为 null。")
    previous: ClauseBriefOut | None = Field(description="同级的前一条款。")
    next: ClauseBriefOut | None = Field(description="同级的后一条款。")
    children: list[ClauseBriefOut] = Field(description="下级条款。")
    notice: str


class DocumentTextOut(BaseModel):
    """A document with its clean text and outline."""

    document: DocumentOut
    text: str
    clauses: list[ClauseOut]


class DocumentsOut(BaseModel):
    """All documents that can be asked about."""

    items: list[DocumentOut]
    conflicts: list[ConflictOut] = Field(description="副本或版本之间不一致的地方。")
    total: int = Field(description="文件库中共有多少份。")
    next: str | None = Field(description="还有下一页时，作为 after 再次查询；没有则为 null。")


class FactsOut(BaseModel):
    """Records read out of clauses by code, each with its verbatim quote and address."""

    items: list[dict[str, Any]] = Field(description="逐项附原文 quote、条款号 address 与链接。")
    total: int = Field(description="符合条件的共有多少项。")
    next: str | None = Field(description="还有下一页时，作为 after 再次查询；没有则为 null。")
    ai_generated: bool
    label: str
    notice: str


class EligibilityRequest(Request):
    """What somebody says of himself, in words, in a form, or both."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"text": "我们是太原的一家科技型小微企业，员工23人。"}]},
    )

    text: str | None = Field(
        default=None,
        description="用自己的话说明情况。",
        examples=["我们是太原的一家科技型小微企业，员工23人，已在创新券管理系统注册并通过审核。"],
    )
    profile: PlainObject | None = Field(
        default=None,
        description="企业画像；没有填的就是未知。",
        examples=[{"region": "太原市", "size": "小型", "高新技术企业": True}],
    )
    documents: DocumentIds | None = Field(default=None, description="只用这些文件（文件编号）。")
    as_of: Day = Field(default=None, description="按这一天核对，缺省为今天。")


class ConditionOut(BaseModel):
    """A condition of a measure and what became of it."""

    text: str
    verdict: str = Field(description="met 满足、unmet 不满足、unknown 待核实。")
    why: str
    address: str


class EligibilityItemOut(BaseModel):
    """A measure with its verdict."""

    measure: str
    document_id: str
    address: str
    quote: str = Field(description="写明这项措施的原文，逐字。")
    start: int
    end: int
    verdict: str = Field(
        description="met 符合、unmet 不符合、unknown 待核实、guidance 政策导向、not_applicable 不适用。"
    )
    verdict_name: str
    amount: str | None
    conditions: list[ConditionOut]
    departments: list[str]
    apply_to: str | None
    prepare: list[str] = Field(description="可以准备的材料，程序的提示。")
    notes: list[str]


class EligibilityOut(BaseModel):
    """The checklist."""

    profile: dict[str, Any] = Field(description="读出的情况；null 为未知。")
    as_of: dt.date
    items: list[EligibilityItemOut]
    next_question: str | None = Field(description="补充后最能减少未知的一个问题。")
    ai_generated: bool
    label: str
    notice: str


class HealthOut(BaseModel):
    """The process is up, or the index is loaded."""

    status: str


class ReadyOut(HealthOut):
    """Every part that an answer needs is there."""

    parts: dict[str, str] = Field(description="各部分的情况：index 索引、records 记录库。")


class Problem(BaseModel):
    """An error after RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = Field(description="出了什么问题、怎么办。")
    request_id: str | None = Field(default=None, description="请求编号，反馈问题时请提供。")
