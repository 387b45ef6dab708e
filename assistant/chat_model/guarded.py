"""A chat model as the plain function that roles call, with all that keeps it harmless."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.chat_model.breaker import CircuitBreaker
from assistant.chat_model.budget import TokenBudget
from assistant.chat_model.failures import ChatModelError, Failure
from assistant.chat_model.limits import Limits
from assistant.chat_model.reading import Pieces, ask

Complete = Callable[[str, str], str]
"""(system prompt, user prompt) -> the model's text; may raise anything, ChatModelError if known."""


@dataclass(frozen=True)
class GuardedModel:
    """Asks within limits and budget, and not at all while the circuit is open. Thread-safe."""

    pieces: Pieces
    limits: Limits
    breaker: CircuitBreaker
    budget: TokenBudget | None = None

    def __call__(self, system: str, user: str) -> str:
        """The model's text; raises ChatModelError."""
        prompt = len(system) + len(user)
        if self.budget:
            self.budget.spend(prompt + self.limits.max_tokens)
        try:
            self.breaker.enter()
        except BaseException:
            self._give_back(prompt + self.limits.max_tokens)
            raise
        try:
            text = ask(self.pieces, system, user, self.limits)
        except BaseException as error:
            if isinstance(error, ChatModelError) and error.failure is Failure.ASKER_LEFT:
                self.breaker.given_up()
            else:
                self.breaker.failed()
            raise
        self.breaker.succeeded()
        self._give_back(max(0, self.limits.max_tokens - len(text)))
        return text

    def _give_back(self, tokens: int) -> None:
        if self.budget:
            self.budget.give_back(tokens)
