"""Official terms that one sentence has for several of the asker's own words tell of it."""

from __future__ import annotations

from assistant.library import Library
from assistant.models import Turn
from assistant.steps.meant import meant, says
from assistant.steps.understand import Understand
from assistant.understanding.lexicon import Lexicon
from tests.assistant.engine import key_of

LEXICON = Lexicon(
    {
        "头一回": ("首次通过",),
        "牌照钱": ("一次性奖励", "奖金"),
        "请人": ("全职引进",),
        "发钱": ("补贴",),
    }
)


def _said(text: str, library: Library) -> tuple[dict[str, float], ...]:
    understanding = Understand(library, LEXICON)(Turn(question=text, standalone=text)).understanding
    assert understanding is not None
    return tuple(dict(word) for word in meant(understanding, library))


def test_only_terms_of_several_characters_that_few_clauses_have_are_telling(
    library: Library,
) -> None:
    words = _said("头一回拿牌照钱，还发钱", library)
    assert [sorted(word) for word in words] == [["首次通过"], ["一次性奖励"], []]


def test_a_sentence_with_terms_for_two_words_is_told_from_one_with_one(library: Library) -> None:
    prize = key_of(library, "measures", "对首次通过")
    doctor = key_of(library, "plan", "对全职引进")
    both, one = _said("头一回拿牌照钱", library), _said("头一回请人", library)
    assert says(prize, both, library) == sum(max(word.values()) for word in both)
    assert says(doctor, both, library) == 0
    assert says(prize, one, library) == says(doctor, one, library) == 0
