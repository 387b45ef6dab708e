"""The one door of every surface."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import MemoryConversations
from assistant.service import Service

REWARD = "首次认定高新技术企业奖励多少？"


class Asked:
    """A chat model that counts what it is asked."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, system: str, user: str) -> str:
        self.count += 1
        return "{}"


@pytest.mark.parametrize("question", ["中小微企业怎么申领创新卷？", REWARD])
def test_warming_up_asks_the_chat_model_nothing(
    small_service: Service, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    asked = Asked()
    assistant = Assistant(small_service.assistant.index, asked, rephrase=True, interview=True)
    service = Service(assistant, MemoryConversations(9, 9), max_question_chars=200)
    monkeypatch.setattr("assistant.service.WARMING", question)
    service.warm_up()
    assert asked.count == 0
    assert service.meter.read().questions == {}
    service.answer(question)
    assert asked.count > 0
