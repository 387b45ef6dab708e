"""What the corpus writes, character by character."""

from __future__ import annotations

from assistant.understanding.words import CorpusWords

WORDS = CorpusWords(("高新技术企业", "高新技术产业", "高新技术园区", "企业技术中心", "r&d经费"))


def test_pairs_and_words_are_counted_by_clause() -> None:
    assert (WORDS.frequencies["技术"], WORDS.frequencies["r&d"], WORDS.clauses) == (4, 1, 5)
    assert WORDS.knows("技术")
    assert not WORDS.knows("技木")


def test_two_characters_that_seldom_stand_apart_are_a_word() -> None:
    assert WORDS.is_word("技术")
    assert not WORDS.is_word("术中")


def test_what_always_follows_or_leads_a_pair_is_known() -> None:
    assert WORDS.after["新技"] == "术"
    assert WORDS.before["新技"] == "高"
    assert "技术" not in WORDS.after


def test_a_string_is_written_only_within_one_clause() -> None:
    assert WORDS.writes("高新技术产业")
    assert not WORDS.writes("企业高新")
