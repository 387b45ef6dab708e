"""A chat model points to words of the asker; they are asked back and change no verdict."""

from __future__ import annotations

import json
from datetime import date

from assistant.assistant import Assistant
from assistant.eligibility.describe import read_profile
from assistant.eligibility.interview import to_confirm
from tests.assistant.eligibility.policies import policy
from tests.assistant.engine import index_of

DAY = date(2026, 5, 1)
TEXT = "我们是长沙的公司，前年拿了那个国字头的高新牌子，能享受什么政策？"


def pointing(**words: str) -> str:
    return json.dumps(
        {"fields": [{"name": name, "words": said} for name, said in words.items()]},
        ensure_ascii=False,
    )


def test_words_of_the_text_are_asked_back() -> None:
    profile = read_profile(TEXT, DAY)
    said = pointing(高新技术企业="国字头的高新牌子", 所有制="民营企业")
    assert to_confirm(TEXT, profile, lambda _system, _user: said) == (
        ("高新技术企业", "国字头的高新牌子"),
    )


def test_a_model_that_fails_finds_nothing() -> None:
    def fails(_system: str, _user: str) -> str:
        raise TimeoutError

    assert to_confirm(TEXT, read_profile(TEXT, DAY), fails) == ()


def test_what_a_model_points_to_changes_no_verdict() -> None:
    index = index_of(policy())
    plain = Assistant(index).answer(TEXT, as_of=DAY)
    said = pointing(高新技术企业="国字头的高新牌子")
    asked = Assistant(index, lambda _system, _user: said, interview=True).answer(TEXT, as_of=DAY)
    assert [f["verdict"] for f in asked.facts] == [f["verdict"] for f in plain.facts]
    assert set(asked.notices) - set(plain.notices) == {
        "您提到“国字头的高新牌子”，如果说的是高新技术企业，请写明后再核对一次；这里没有据此判断。"
    }
