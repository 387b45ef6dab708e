from __future__ import annotations

from itertools import product

from assistant.eligibility.kleene import Truth, all_of, any_of, negation

TRUE, FALSE, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def test_and_follows_kleenes_table() -> None:
    assert {pair: all_of(pair) for pair in product(Truth, repeat=2)} == {
        (TRUE, TRUE): TRUE,
        (TRUE, FALSE): FALSE,
        (TRUE, UNKNOWN): UNKNOWN,
        (FALSE, TRUE): FALSE,
        (FALSE, FALSE): FALSE,
        (FALSE, UNKNOWN): FALSE,
        (UNKNOWN, TRUE): UNKNOWN,
        (UNKNOWN, FALSE): FALSE,
        (UNKNOWN, UNKNOWN): UNKNOWN,
    }


def test_or_is_and_seen_through_not() -> None:
    for a, b in product(Truth, repeat=2):
        assert any_of((a, b)) is negation(all_of((negation(a), negation(b))))


def test_not_leaves_what_is_unknown_unknown() -> None:
    assert [negation(each) for each in (TRUE, FALSE, UNKNOWN)] == [FALSE, TRUE, UNKNOWN]


def test_of_nothing_all_hold_and_none() -> None:
    assert (all_of(()), any_of(())) == (TRUE, FALSE)
