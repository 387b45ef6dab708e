from __future__ import annotations

import pytest

from assistant.chat_model.breaker import CircuitBreaker
from assistant.chat_model.failures import ChatModelError


class Clock:
    """A clock that goes on when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def is_open(breaker: CircuitBreaker) -> bool:
    try:
        breaker.enter()
    except ChatModelError as error:
        assert str(error) == "circuit open"
        return True
    return False


def test_failures_in_a_row_open_the_circuit() -> None:
    breaker = CircuitBreaker(2, 10, Clock())
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert not is_open(breaker)
    breaker.failed()
    assert is_open(breaker)


@pytest.mark.parametrize("succeeds", [True, False])
def test_after_the_cool_down_one_request_decides(succeeds: bool) -> None:
    clock = Clock()
    breaker = CircuitBreaker(1, 10, clock)
    breaker.failed()
    clock.now = 9.9
    assert is_open(breaker)
    clock.now = 10.0
    assert [is_open(breaker), is_open(breaker)] == [False, True]
    if succeeds:
        breaker.succeeded()
        assert [is_open(breaker), is_open(breaker)] == [False, False]
    else:
        breaker.failed()
        clock.now = 19.9
        assert is_open(breaker)
        clock.now = 20.0
        assert not is_open(breaker)
