from __future__ import annotations

import pytest

from assistant.conversing.openings import Return, back_to, new_topic


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("换个问题:孵化器怎么认定?", "孵化器怎么认定?"),
        ("另外问一下,孵化器怎么认定?", "孵化器怎么认定?"),
        ("谢谢。再问一个别的问题,孵化器怎么认定?", "孵化器怎么认定?"),
        ("不说这个了,孵化器怎么认定?", "孵化器怎么认定?"),
        ("孵化器怎么认定?", None),
        ("另外还有哪些条件?", None),
        ("换个问题", None),
    ],
)
def test_a_new_topic_is_announced(text: str, question: str | None) -> None:
    assert new_topic(text) == question


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("回到刚才创新券的事,由谁牵头?", Return("创新券", "由谁牵头?", False)),
        ("刚才说的创新券由谁牵头?", Return("创新券", "由谁牵头?", False)),
        ("回到第一个问题,由谁牵头?", Return("第一个问题", "由谁牵头?", True)),
        ("由谁牵头?", None),
        ("前面有哪些条件", None),
    ],
)
def test_a_return_names_its_topic_or_its_place(text: str, back: Return | None) -> None:
    assert back_to(text) == back
