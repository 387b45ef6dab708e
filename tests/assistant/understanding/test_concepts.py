"""What a question is about: its content words, and how much of them a clause covers."""

from __future__ import annotations

import pytest

from assistant.understanding.concepts import (
    Concept,
    bigrams,
    build_concepts,
    content_runs,
    coverage,
    covered,
    share,
)
from assistant.understanding.lexicon import Expansion


def flat(token: str) -> float:
    return 1.0


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("请问创新券是多少？", ("创新券",)),
        ("孵化器和创新券的管理", ("孵化器", "创新券", "管理")),
        ("How many incubators are planned?", ("incubators", "planned")),
        ("研发补贴的15%", ("研发补贴", "15%")),
        ("多少？", ()),
    ],
)
def test_function_words_are_cut_out(text: str, runs: tuple[str, ...]) -> None:
    assert content_runs(text) == runs


def test_taken_spans_are_no_content() -> None:
    assert content_runs("株洲市孵化器", [(0, 3)]) == ("孵化器",)


def test_a_weak_character_stays_in_a_word_of_the_corpus() -> None:
    assert content_runs("就业补贴") == ("业补贴",)
    assert content_runs("就业补贴", (), lambda pair: pair == "就业") == ("就业补贴",)


def test_a_run_is_read_in_pairs() -> None:
    assert bigrams("创新券") == ("创新", "新券")
    assert bigrams("券") == ("券",)
    assert bigrams("Park") == ("park",)


def test_what_the_lexicon_knows_is_one_concept() -> None:
    text = "娃上学补贴"
    concepts = build_concepts(text, [Expansion(0, 3, "娃上学", ("子女入学",))], (), flat)
    assert concepts == (
        Concept("娃上学", ("娃上学", "子女入学"), 1.0),
        Concept("补贴", ("补贴",), 1.0),
    )


def test_any_wording_covers_a_concept() -> None:
    concepts = (
        Concept("娃上学", ("娃上学", "子女入学"), 3.0),
        Concept("补贴", ("补贴",), 1.0),
    )
    assert covered(concepts, "人才子女入学由教育局安排") == (True, False)
    assert coverage(concepts, "人才子女入学由教育局安排") == 0.75
    assert coverage(concepts, "") == 0.0
    assert coverage((), "补贴") == 0.0
    assert share(concepts, (False, True)) == 0.25
