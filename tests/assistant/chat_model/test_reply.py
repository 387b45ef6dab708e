from __future__ import annotations

import pytest
from pydantic import BaseModel, ConfigDict

from assistant.chat_model.reply import NotTheJsonError, parse_reply


class Reply(BaseModel):
    model_config = ConfigDict(extra="forbid")
    n: int


@pytest.mark.parametrize(
    "text",
    ['{"n": 1}', '```json\n{"n": 1}\n```', '好的：{"n": 1}。', '<think>{"n": 2}？</think>{"n": 1}'],
)
def test_the_object_is_found_wherever_it_stands(text: str) -> None:
    assert parse_reply(text, Reply) == Reply(n=1)


@pytest.mark.parametrize("text", ["", "1", "[1]", '{"n": 1', '{"n": 1, "m": 2}', "{" * 3000])
def test_anything_else_is_an_error(text: str) -> None:
    with pytest.raises(NotTheJsonError, match="reply is not the JSON asked for"):
        parse_reply(text, Reply)
