"""Any LangChain chat model behind the guard, and what circuit and budget see of it."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from langchain_core.language_models import FakeListChatModel

from assistant.chat_model.breaker import CircuitBreaker
from assistant.chat_model.budget import TokenBudget
from assistant.chat_model.endpoint import pieces_of
from assistant.chat_model.failures import ChatModelError
from assistant.chat_model.guarded import GuardedModel
from assistant.chat_model.limits import Limits


def test_any_langchain_chat_model_will_do() -> None:
    model = FakeListChatModel(responses=["一", "二三"])
    guarded = GuardedModel(pieces_of(model), Limits(), CircuitBreaker(1, 60))
    assert [guarded("规则", "问题"), guarded("规则", "问题")] == ["一", "二三"]


def test_an_error_that_nobody_knows_is_raised_and_counted() -> None:
    def pieces(system: str, user: str) -> Generator[str]:
        yield "好"
        raise KeyError("x")

    guarded = GuardedModel(pieces, Limits(), CircuitBreaker(1, 60))
    with pytest.raises(KeyError):
        guarded("", "")
    with pytest.raises(ChatModelError, match="circuit open"):
        guarded("", "")


def test_an_open_circuit_costs_no_tokens() -> None:
    def pieces(system: str, user: str) -> Generator[str]:
        yield "好"

    breaker = CircuitBreaker(1, 60)
    guarded = GuardedModel(pieces, Limits(max_tokens=90), breaker, TokenBudget(100))
    breaker.failed()
    for _ in range(3):
        with pytest.raises(ChatModelError, match="circuit open"):
            guarded("规则", "问题")
    breaker.succeeded()
    assert guarded("规则", "问题") == "好"
