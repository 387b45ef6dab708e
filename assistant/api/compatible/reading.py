"""What of a chat request is asked, and what of it cannot be done.

System messages, tool results and earlier answers are data: nothing of them reaches the assistant.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.api.compatible.errors import CompatibleError
from assistant.api.compatible.schemas import MODEL, ChatRequest, Message


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, and the questions before it, oldest first."""

    question: str
    earlier: tuple[str, ...]
    prompt_characters: int


def read(request: ChatRequest) -> Asked:
    """The question of a request; raises CompatibleError for what is not supported."""
    if request.model != MODEL:
        raise CompatibleError(
            f"没有名为“{request.model}”的模型，可用的模型：{MODEL}。",
            param="model",
            code="model_not_found",
            status=404,
        )
    _refuse_unsupported(request)
    said = [text_of(m, place) for place, m in enumerate(request.messages) if m.role == "user"]
    if not said:
        raise CompatibleError(
            "messages 中没有 user 消息，请把问题放在最后一条 user 消息里。",
            param="messages",
            code="missing_user_message",
        )
    length = sum(_length(message) for message in request.messages)
    return Asked(said[-1], tuple(said[:-1]), length)


def text_of(message: Message, place: int) -> str:
    """The text of a user's message; raises CompatibleError for pictures, sound and files."""
    if isinstance(message.content, str):
        return message.content
    texts = []
    for part in message.content or ():
        if part.type != "text":
            raise CompatibleError(
                f"只能读文字，不支持“{part.type}”类型的内容，请把内容改成文字后重试。",
                param=f"messages.{place}.content",
                code="unsupported_content_type",
            )
        texts.append(part.text or "")
    return "\n".join(texts)


def _length(message: Message) -> int:
    if isinstance(message.content, str):
        return len(message.content)
    return sum(len(part.text or "") for part in message.content or ())


def _refuse_unsupported(request: ChatRequest) -> None:
    wanted = {
        "n": request.n is not None and request.n != 1,
        "tools": bool(request.tools) and request.tool_choice != "none",
        "functions": bool(request.functions),
        "response_format": (request.response_format or {}).get("type", "text") != "text",
        "modalities": bool(set(request.modalities or ()) - {"text"}),
        "audio": request.audio is not None,
        "logprobs": bool(request.logprobs),
    }
    for name, is_wanted in wanted.items():
        if is_wanted:
            raise CompatibleError(_WHY[name], param=name, code="unsupported_parameter")


_WHY = {
    "n": "每次只给一个答复，请去掉 n 或设为 1。",
    "tools": "不调用工具，请去掉 tools，或设 tool_choice 为 none。",
    "functions": "不调用函数，请去掉 functions。",
    "response_format": "只返回文字，请去掉 response_format；需要结构化结果请用 POST /v1/answer。",
    "modalities": "只返回文字，请去掉 modalities。",
    "audio": "只返回文字，请去掉 audio。",
    "logprobs": "答复由条款原文组成，没有概率，请去掉 logprobs。",
}
