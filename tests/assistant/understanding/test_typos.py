"""Typos by sound."""

from __future__ import annotations

from assistant.understanding.typos import SoundIndex


def test_a_word_that_sounds_like_a_known_one_is_read_as_it() -> None:
    sounds = SoundIndex(
        {"专利": 9, "孵化": 5, "揭榜": 3}, {"专": 12, "利": 9, "孵": 5, "化": 40, "揭": 3, "榜": 3}
    )
    assert sounds.corrections(["专力", "浮化", "揭绑"]) == (
        ("专力", "专利"),
        ("浮化", "孵化"),
        ("揭绑", "揭榜"),
    )


def test_a_known_word_is_never_corrected() -> None:
    assert (
        SoundIndex({"权力": 4, "权利": 9}, {"权": 13, "力": 9, "利": 9}).corrections(["权力"]) == ()
    )


def test_words_that_share_no_character_are_left_alone() -> None:
    assert SoundIndex({"公式": 9}, {"公": 9, "式": 9}).corrections(["攻势"]) == ()


def test_the_meeting_of_two_words_is_no_word() -> None:
    assert (
        SoundIndex({"业态": 9, "态领": 2}, {"业": 90, "态": 30, "领": 40}).corrections(["能领"])
        == ()
    )
