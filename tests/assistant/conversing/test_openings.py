from __future__ import annotations

import pytest

from assistant.conversing.openings import Correction, Return, back_to, correction, new_topic


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
    ("text", "corrected"),
    [
        ("不对,我问的是市里的", Correction("市里", None)),
        ("不是2020年,是2025年", Correction("2025年", "2020年")),
        ("说错了,是高企", Correction("是高企", None)),
        ("我是说配合,不是牵头", Correction("配合", "牵头")),
        ("把2020年换成2025年", Correction("2025年", "2020年")),
        ("错了,不是高企而是孵化器", Correction("不是高企而是孵化器", None)),
        ("创新券由谁牵头?", None),
        ("是不是要先注册?", None),
    ],
)
def test_a_correction_says_what_is_right_and_perhaps_what_was_wrong(
    text: str, corrected: Correction | None
) -> None:
    assert correction(text) == corrected


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
