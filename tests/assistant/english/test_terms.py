from __future__ import annotations

import pytest

from assistant.english.terms import TermList, forms, tokens

LIST = TermList(
    iter(
        [
            ("key", ("重点",)),
            ("key laboratory", ("重点实验室",)),
            ("R&D", ("研发",)),
            ("one-stop", ("“一站式”",)),
            ("subsidy", ("补贴",)),
            ("train", ("培训",)),
            ("center", ("中心",)),
        ]
    )
)


def longest(text: str) -> tuple[int, tuple[str, ...]]:
    return LIST.longest(tokens(text), 0)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("key laboratories in Hunan", "重点实验室"),
        ("Key-laboratory funding", "重点实验室"),
        ("key task", "重点"),
        ("R&D's share", "研发"),
        ("one stop", "“一站式”"),
        ("subsidies", "补贴"),
        ("trained", "培训"),
        ("training", "培训"),
        ("centres", "中心"),
    ],
)
def test_the_longest_term_is_found_in_any_inflection_and_spelling(text: str, term: str) -> None:
    assert longest(text)[1] == (term,)


def test_what_is_no_term_is_not_found() -> None:
    assert longest("weather in Hunan") == (0, ())


def test_a_word_comes_before_what_it_may_be_a_form_of() -> None:
    assert forms("policies")[0] == "policies"
    assert "policy" in forms("policies")
    assert "plan" in forms("planned")


def test_tokens_keep_their_places_and_leave_possessives_out() -> None:
    assert [(t.word, t.start, t.end) for t in tokens("Hunan's R&D, 1,500")] == [
        ("hunan", 0, 7),
        ("r&d", 8, 11),
        (",", 11, 12),
        ("1,500", 13, 18),
    ]
