from __future__ import annotations

import pytest

from assistant.chat_model.budget import TokenBudget
from assistant.chat_model.failures import ChatModelError


def test_what_was_spent_comes_back_after_an_hour() -> None:
    now = 0.0
    budget = TokenBudget(100, lambda: now)
    budget.spend(60)
    with pytest.raises(ChatModelError, match="hourly token budget spent"):
        budget.spend(41)
    now = 1800.0
    budget.spend(40)
    now = 3600.0
    budget.spend(60)
    with pytest.raises(ChatModelError):
        budget.spend(1)


def test_what_was_not_used_is_given_back() -> None:
    budget = TokenBudget(100, lambda: 0.0)
    budget.spend(100)
    budget.give_back(30)
    budget.spend(30)
    with pytest.raises(ChatModelError):
        budget.spend(1)
