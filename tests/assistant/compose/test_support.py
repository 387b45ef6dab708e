"""Open questions about support: measures that fit, entitlements first."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.compose.support import is_open, support_statements
from tests.assistant.engine import understood, weighed


@pytest.mark.parametrize(
    ("question", "opened"),
    [
        ("企业能享受什么支持？", True),
        ("我们公司有哪些优惠政策？", True),
        ("科技型企业能拿到哪些补贴？", True),
        ("创新券能领多少钱？", False),
        ("创新券由哪个部门牵头？", False),
        ("创新券能买设备吗？", False),
    ],
)
def test_an_open_question_asks_what_there_is(
    engine: Assistant, question: str, opened: bool
) -> None:
    assert is_open(understood(engine, question)) is opened


def test_the_measures_that_fit_stand_each_under_its_address(engine: Assistant) -> None:
    question = "企业能享受什么支持？"
    turn = weighed(engine, question)
    statements = support_statements(turn.evidence, understood(engine, question), engine.library)
    texts = [statement.text for statement in statements]
    assert any(
        "（二）：对首次通过高新技术企业认定的企业，给予20万元一次性奖励。" in t for t in texts
    )
    for statement in statements:
        (support,) = statement.supports
        address = engine.library.clause((support.document_id, support.clause)).address
        assert statement.text.startswith(f"{address}：")


def test_one_measure_alone_is_no_open_answer(engine: Assistant) -> None:
    assert support_statements((), understood(engine, "企业能享受什么支持？"), engine.library) == []
