"""What a question takes for true without saying so."""

from __future__ import annotations

import pytest

from assistant.understanding.claims import is_plain_claim, places_claimed


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("2022年高企突破3000家?", True),
        ("省教育厅牵头科研院所那条?", True),
        ("高企要突破多少家?", False),
        ("高企突破3000家有什么奖励?", False),
        ("高企突破3000家", False),
        ("2022年高企?", False),
        ("省教育厅的职责?", False),
    ],
)
def test_a_statement_with_a_question_mark_is_a_claim(text: str, claims: bool) -> None:
    assert is_plain_claim(text) is claims


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("整合试点在大同和朔州吗?", ["大同市", "朔州市"]),
        ("试点是在长治?", ["长治市"]),
        ("大同市和朔州市的机构整合试点,有什么要求?", ["大同市", "朔州市"]),
        ("大同市和朔州市作为机构整合试点,有什么要求?", ["大同市", "朔州市"]),
        ("大同市的机构整合试点,有什么要求?", []),
        ("我在大同,能领吗?", []),
        ("大同的试点跟朔州一样吗?", []),
        ("现在大同有多少家?", []),
    ],
)
def test_places_are_claimed_where_something_is_said_to_be(text: str, places: list[str]) -> None:
    assert [m.region.name for m in places_claimed(text)] == places
