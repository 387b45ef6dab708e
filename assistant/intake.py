"""What is checked before anything is loaded or searched for a question."""

from __future__ import annotations

from assistant import messages
from assistant.errors import QuestionError


def check_question(question: str, max_chars: int) -> None:
    """Raise QuestionError when the text is blank, too long, or holds broken characters."""
    if not question.strip():
        raise QuestionError(messages.EMPTY_QUESTION)
    if len(question) > max_chars:
        raise QuestionError(messages.too_long(max_chars, len(question)))
    if any("\ud800" <= c <= "\udfff" for c in question):
        raise QuestionError("问题中有无法识别的字符（不是合法的 UTF-8），请改用 UTF-8 编码后重试。")
