from __future__ import annotations

import pytest

from assistant.eligibility.ask import next_question
from assistant.eligibility.finding import Question
from assistant.eligibility.reply import as_statement
from tests.assistant.eligibility.policies import checked


def test_the_question_that_decides_most_comes_first() -> None:
    question = checked("你好").next_question
    assert question == Question("kind", "你们是企业、高校、科研院所、孵化载体、其他单位还是个人？")


def test_what_alone_is_missing_weighs_double() -> None:
    question = checked("我们是长沙的小微企业，不是高新技术企业，不做外贸企业").next_question
    assert question == Question("status:科技型", "你们是不是科技型企业？")


def test_where_nothing_is_open_nothing_is_asked() -> None:
    assert next_question(()) is None


STATUS = "你们是不是高新技术企业（已认定、评价或登记）？"


@pytest.mark.parametrize(
    ("reply", "question", "statement"),
    [
        ("是的", STATUS, "我们是高新技术企业"),
        ("不是。", STATUS, "我们不是高新技术企业"),
        ("还没", STATUS, "我们不是高新技术企业"),
        ("有", "你们有没有“科技创新团队”？", "我们有科技创新团队"),
        ("没有", "你们有没有“科技创新团队”？", "我们没有科技创新团队"),
        ("是", "你们是否“参加境外展会”？", "我们已经参加境外展会"),
        ("没有", "你们是否“参加境外展会”？", "我们还没有参加境外展会"),
        ("是的", "你们是不是在岭川市？", "我们是在岭川市"),
        ("1500万", "你们的营业收入是多少？", "营业收入1500万"),
        ("员工30人", "你们的员工是多少？", "员工30人"),
        ("不清楚", "你们的员工是多少？", "不清楚"),
        ("民营", "你们是民营、国有还是外资？", "民营"),
        ("应该是吧", STATUS, "应该是吧"),
        ("是的", None, "是的"),
    ],
)
def test_a_short_reply_becomes_a_statement_that_stands_alone(
    reply: str, question: str | None, statement: str
) -> None:
    assert as_statement(reply, question) == statement
