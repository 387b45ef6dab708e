from __future__ import annotations

import pytest

from assistant.conversing.openings import Return, back_to, new_topic, without_thanks


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
        ("回到刚才第一个,那个由谁牵头?", Return("第一个", "那个由谁牵头?", True)),
        ("刚才说的创新券由谁牵头?", Return("创新券", "由谁牵头?", False)),
        ("回到第一个问题,由谁牵头?", Return("第一个问题", "由谁牵头?", True)),
        ("由谁牵头?", None),
        ("前面有哪些条件", None),
    ],
)
def test_a_return_names_its_topic_or_its_place(text: str, back: Return | None) -> None:
    assert back_to(text) == back


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("好的,改完以后怎么考核?", "改完以后怎么考核?"),
        ("嗯,明白了!由谁牵头?", "由谁牵头?"),
        ("好的企业有奖励吗?", "好的企业有奖励吗?"),
        ("谢谢!", "谢谢!"),
    ],
)
def test_what_only_says_that_an_answer_was_heard_is_left_out(text: str, question: str) -> None:
    assert without_thanks(text) == question
