"""The understood question."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.understanding.kinds import Asked
from assistant.understanding.question import quoted_terms
from tests.assistant.engine import understood


def test_quoted_terms_stand_in_marks_of_any_kind() -> None:
    assert quoted_terms("“揭榜挂帅”和《孵化器办法》") == ("揭榜挂帅", "孵化器办法")
    assert quoted_terms("没有引号") == ()
    assert quoted_terms("“一”") == ()


def test_a_question_asks_any_of_the_kinds(engine: Assistant) -> None:
    understanding = understood(engine, "创新券每年多少钱？")
    assert understanding.asks(Asked.AMOUNT, Asked.BODY)
    assert not understanding.asks(Asked.BODY, Asked.CONTACT)
    assert not understanding.asks()
