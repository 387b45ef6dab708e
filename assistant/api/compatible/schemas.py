"""What OpenAI clients send and read, as far as it is used here."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.api import examples
from assistant.api.plain import PlainObject
from assistant.api.schemas import CitationOut, ConversationId, DocumentIds, NearestOut

MODEL = "zhengwen"


class Part(BaseModel):
    """A part of a message; only text can be read."""

    model_config = ConfigDict(extra="ignore")

    type: str = Field(description="只支持 text。", examples=["text"])
    text: str | None = Field(default=None, examples=["那牵头部门是谁？"])


class Message(BaseModel):
    """A message of the conversation."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"] = Field(
        description="只有 user 的内容会作为问题；其余都不改变答复。"
    )
    content: str | list[Part] | None = Field(default=None, description="文字，或文字段的数组。")


class StreamOptions(BaseModel):
    """What a stream contains."""

    model_config = ConfigDict(extra="ignore")

    include_usage: bool | None = Field(default=None, description="最后另发一段用量。")


class Metadata(BaseModel):
    """What a client attaches; one key has a meaning here."""

    model_config = ConfigDict(extra="ignore")

    conversation_id: ConversationId | None = Field(
        default=None, description="带上它则接续服务端保存的会话，不再从 messages 还原上文。"
    )


class ChatRequest(BaseModel):
    """Unlike elsewhere unknown keys are ignored: clients send many that mean nothing here."""

    model_config = ConfigDict(
        extra="ignore", json_schema_extra={"examples": [examples.CHAT_REQUEST]}
    )

    model: str = Field(description="只有 zhengwen。", examples=[MODEL])
    messages: Annotated[list[Message], Field(min_length=1, max_length=1000)] = Field(
        description="最后一条 user 消息是问题，之前的 user 消息是上文。",
        examples=[[{"role": "user", "content": "科技型中小微企业能领多少创新券？"}]],
    )
    stream: bool | None = Field(default=None, description="是否边处理边返回（SSE）。")
    stream_options: StreamOptions | None = None
    metadata: Metadata | None = None
    n: int | None = Field(default=None, description="只能为 1。")
    tools: list[Any] | None = Field(default=None, description="不支持，填了会被拒绝。")
    functions: list[Any] | None = Field(default=None, description="不支持，填了会被拒绝。")
    tool_choice: Any = Field(default=None, description="为 none 时 tools 被忽略。")
    response_format: dict[str, Any] | None = Field(default=None, description="只支持 text。")
    modalities: list[str] | None = Field(default=None, description="只支持 text。")
    audio: Any = Field(default=None, description="不支持，填了会被拒绝。")
    logprobs: bool | None = Field(default=None, description="不支持，填 true 会被拒绝。")
    sources: bool = Field(
        default=True, description="政问扩展：正文末尾是否列出来源、相近条款与说明。"
    )
    documents: DocumentIds | None = Field(
        default=None, description="政问扩展：只依据这些文件（文件编号）回答。"
    )
    profile: PlainObject | None = Field(default=None, description="政问扩展：企业画像。")


class UrlCitation(BaseModel):
    """Where a mark stands in the content, and where what it points to can be opened."""

    start_index: int = Field(description="标号在 content 中的起始位置（字符）。")
    end_index: int = Field(description="标号最后一个字符的下一个位置。")
    title: str = Field(description="条款号。")
    url: str = Field(description="在网页上打开这一条款。")


class Annotation(BaseModel):
    """As the openai package exposes it: message.annotations."""

    type: Literal["url_citation"] = "url_citation"
    url_citation: UrlCitation


class MessageOut(BaseModel):
    """The answer as a message."""

    role: Literal["assistant"] = "assistant"
    content: str = Field(description="答复、来源与说明，末尾是人工智能生成标识。")
    refusal: None = None
    annotations: list[Annotation] = Field(description="每个标号 [n] 一项。")
    citations: list[CitationOut] = Field(description="政问扩展：逐字引文。")


class Choice(BaseModel):
    """The only choice."""

    index: Literal[0] = 0
    message: MessageOut
    logprobs: None = None
    finish_reason: Literal["stop"] = "stop"


class Usage(BaseModel):
    """Characters, as there are no tokens: a character counts as one."""

    prompt_tokens: int = Field(description="messages 中文字的字符数。")
    completion_tokens: int = Field(description="content 的字符数。")
    total_tokens: int


class Outcome(BaseModel):
    """What of an answer has no place in a chat completion."""

    id: str = Field(description="答复编号，反馈时使用。")
    conversation_id: str | None
    status: str
    refused: bool
    notices: list[str]
    nearest: list[NearestOut]
    suggestions: list[str]
    ai_generated: Literal[True] = True
    label: str


class Completion(BaseModel):
    """The answer as a chat completion."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int = Field(description="生成时间（UNIX 秒）。")
    model: Literal["zhengwen"] = "zhengwen"
    choices: list[Choice]
    usage: Usage
    zhengwen: Outcome = Field(description="政问扩展：答复状态、说明与可以接着问的问题。")


class ModelOut(BaseModel):
    """The one model there is."""

    id: Literal["zhengwen"] = "zhengwen"
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: Literal["zhengwen"] = "zhengwen"


class ModelsOut(BaseModel):
    """All models."""

    object: Literal["list"] = "list"
    data: list[ModelOut]


class OpenAIErrorBody(BaseModel):
    """What went wrong."""

    message: str = Field(description="出了什么问题、怎么办。")
    type: str
    param: str | None
    code: str | None
    request_id: str | None = None


class OpenAIError(BaseModel):
    """An error as OpenAI clients read it."""

    error: OpenAIErrorBody
