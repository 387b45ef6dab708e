from __future__ import annotations

from dataclasses import replace

from assistant.access.rates import Allowance, Cost, Rates
from assistant.caller import Caller, Channel

ANYBODY = Caller(visitor="v1")


def rates(visitor: int = 2, key: int = 3) -> Rates:
    each = Allowance(visitor, key)
    return Rates({Cost.ANSWER: each, Cost.READ: each, Cost.PAGE: each})


def test_a_visitor_may_ask_so_often_and_is_then_told_when_to_come_back() -> None:
    counted = rates()
    first, second, third = (counted.count(ANYBODY, Cost.ANSWER) for _ in range(3))
    assert first and second and third
    assert [s.allowed for s in (first, second, third)] == [True, True, False]
    assert [s.remaining for s in (first, second, third)] == [1, 0, 0]
    assert set(first.headers) == {"RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"}
    assert third.headers["RateLimit-Limit"] == "2"
    assert 1 <= int(third.headers["Retry-After"]) <= 60


def test_others_and_other_costs_are_counted_apart() -> None:
    counted = rates(visitor=1)
    assert counted.count(ANYBODY, Cost.ANSWER).allowed  # type: ignore[union-attr]
    for caller, cost in ((replace(ANYBODY, visitor="v2"), Cost.ANSWER), (ANYBODY, Cost.READ)):
        standing = counted.count(caller, cost)
        assert standing and standing.allowed


def test_who_shows_a_key_counts_under_the_key_wherever_he_is() -> None:
    counted = rates(visitor=1, key=2)
    from_two_places = [Caller(visitor=v, key_id="k") for v in ("v1", "v2", "v3")]
    allowed = [counted.count(c, Cost.ANSWER).allowed for c in from_two_places]  # type: ignore[union-attr]
    assert allowed == [True, True, False]


def test_the_visitors_of_a_widget_count_each_for_himself() -> None:
    counted = rates(visitor=1, key=1)
    visitors = [Caller(Channel.WIDGET, v, "k") for v in ("v1", "v2", "v1")]
    allowed = [counted.count(c, Cost.ANSWER).allowed for c in visitors]  # type: ignore[union-attr]
    assert allowed == [True, True, False]


def test_zero_sets_no_bound() -> None:
    assert rates(visitor=0).count(ANYBODY, Cost.ANSWER) is None


def test_somebody_on_this_machine_itself_is_not_bounded() -> None:
    rates = Rates({Cost.ANSWER: Allowance(1, 1)})
    assert [rates.count(Caller(Channel.API), Cost.ANSWER) for _ in range(3)] == [None] * 3
