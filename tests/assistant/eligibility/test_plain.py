from __future__ import annotations

import pytest

from assistant.eligibility.plain import leftover


@pytest.mark.parametrize(
    "text",
    [
        "我们是太原的一家民营科技型小微企业",
        "已通过高新技术企业认定",
        "去年被评为瞪羚企业",
        "2025年获得高新技术企业证书",
        "我公司是一家生物医药瞪羚企业",
        "我们是做塑料模具的高新技术企业",
        "科技型中小企业评价已入库",
    ],
)
def test_a_plain_claim_leaves_nothing_over(text: str) -> None:
    assert leftover(text, (), 2026) == ""


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("我们是高新技术企业培育对象", "培育对象"),
        ("高新技术企业入库", "入库"),
        ("据说我们是高新技术企业", "据说"),
        ("2015年认定为高新技术企业", "2015年"),
        ("我们有一家高新技术企业", "我们有一家高新技术企业"),
    ],
)
def test_any_other_word_is_left_over(text: str, rest: str) -> None:
    assert leftover(text, (), 2026) == rest
