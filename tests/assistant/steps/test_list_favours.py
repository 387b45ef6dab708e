"""What favours somebody: every sentence that does, with its share where one is asked."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Answer
from assistant.steps.list_favours import favoured
from tests.index.doubles import corpus
from tests.index.test_search import index_of

MEASURES = """岭川省支持创业的若干措施

一、资金支持
（一）用好产业基金。产业基金要重点关注民营企业项目，向民营企业倾斜。
（二）发放服务券。对民营企业创新团队的服务券支持比例不少于40%。
（三）加大财政投入。统筹使用中小企业发展资金。专项资金要重点向民办孵化器倾斜，倾斜比例要达到40%以上。
二、优化服务
（四）落实税收优惠。民营企业依法享受税收优惠。
"""
TITLE = "根据《岭川省支持创业的若干措施》"
LISTED = [
    f"{TITLE}（一）“用好产业基金”，产业基金要重点关注民营企业项目，向民营企业倾斜。",
    f"{TITLE}（二）“发放服务券”，对民营企业创新团队的服务券支持比例不少于40%。",
    f"{TITLE}（三）“加大财政投入”，专项资金要重点向民办孵化器倾斜，倾斜比例要达到40%以上。",
]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(index_of(corpus(p=MEASURES)))


def listed(answer: Answer) -> list[str]:
    return [line.partition("[")[0] for line in answer.answer.splitlines()]


@pytest.mark.parametrize(
    ("question", "whom"),
    [
        ("哪些条款向民营企业倾斜？", ("民营",)),
        ("有哪几处明确要把钱往民营、民办这边倾斜", ("民营", "民办")),
        ("对民营企业给予倾斜的措施有哪些", ("民营",)),
        ("哪些资金给民营、民办的比例不能低于一半？", ("民营", "民办")),
        ("哪几处写死了给民营（民办）机构的支持或倾斜比例？", ("民营", "民办")),
        ("民营企业能享受哪些优惠？", ()),
        ("哪些条款提到民营企业？", ()),
    ],
)
def test_those_to_be_favoured_are_read_from_the_question(
    question: str, whom: tuple[str, ...]
) -> None:
    assert favoured(question) == whom


def test_every_sentence_that_favours_them_is_listed(assistant: Assistant) -> None:
    answer = assistant.answer("哪些条款明确向民营企业、民办机构倾斜？")
    assert listed(answer) == ["共3条：", *LISTED]


def test_a_share_that_is_named_has_to_stand_in_the_sentence(assistant: Assistant) -> None:
    answer = assistant.answer("哪些资金给民营、民办的比例不能低于四成？")
    assert listed(answer) == ["共2条：", *LISTED[1:]]


def test_where_shares_are_asked_for_a_sentence_has_to_tell_one(assistant: Assistant) -> None:
    answer = assistant.answer("哪几处写死了给民营（民办）机构的支持或倾斜比例？")
    assert listed(answer) == ["共2条：", *LISTED[1:]]


def test_one_sentence_is_left_to_the_search(assistant: Assistant) -> None:
    assert "共" not in assistant.answer("哪些条款向民办机构倾斜？").answer
