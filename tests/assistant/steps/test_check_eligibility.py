from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.messages import ELIGIBILITY_ASKS
from assistant.models import Answer, Exchange, Status
from tests.assistant.eligibility.policies import policy
from tests.assistant.engine import engine, index_of

DAY = date(2026, 5, 1)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return engine(index_of(policy()))


def _verdicts(answer: Answer) -> dict[str, str]:
    return {f["amount"] or f["measure"]: f["verdict"] for f in answer.facts}


def _next(answer: Answer) -> str:
    return next(n for n in answer.notices if n.startswith(ELIGIBILITY_ASKS)).removeprefix(
        ELIGIBILITY_ASKS
    )


def test_who_describes_himself_and_asks_what_he_can_have_gets_a_checklist(
    assistant: Assistant,
) -> None:
    answer = assistant.answer(
        "我们是长沙的公司，今年首次通过高新技术企业认定，能享受什么政策？", as_of=DAY
    )
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith("符合：")
    assert "给予20万元一次性奖励" in answer.answer.splitlines()[0]
    assert answer.facts[0]["verdict"] == "met"
    assert answer.citations[0].quote in policy().text


def test_where_nothing_is_met_the_answer_is_a_partial_one(assistant: Assistant) -> None:
    answer = assistant.answer("我们是长沙的小微企业，能享受什么政策？", as_of=DAY)
    assert answer.status is Status.ANSWERED_PARTLY
    assert set(_verdicts(answer).values()) <= {"unknown", "unmet"}


def test_a_question_without_a_self_is_no_checklist(assistant: Assistant) -> None:
    answer = assistant.answer("首次认定高新技术企业奖励多少？", as_of=DAY)
    assert answer.facts == () or all(f.get("type") != "eligibility" for f in answer.facts)


@pytest.mark.parametrize(
    ("reply", "verdict"), [("是的", "met"), ("不是", "unmet"), ("我们还在申请", "unknown")]
)
def test_the_reply_to_the_next_question_goes_on_with_the_checklist(
    assistant: Assistant, reply: str, verdict: str
) -> None:
    first = assistant.answer(
        "我们是长沙的小微企业，不是高新技术企业，不是外贸企业，能享受什么政策？", as_of=DAY
    )
    assert _next(first) == "你们是不是科技型企业？"
    history = (Exchange(first.question, first),)
    second = assistant.answer(reply, history=history, as_of=DAY)
    voucher = next(f for f in second.facts if "创新券" in f["quote"])
    assert voucher["verdict"] == verdict


def test_an_attribute_told_afterwards_goes_on_with_the_checklist(assistant: Assistant) -> None:
    first = assistant.answer("我们是长沙的企业，小微，能享受什么政策？", as_of=DAY)
    history = (Exchange(first.question, first),)
    second = assistant.answer("我们是科技型企业", history=history, as_of=DAY)
    assert {"met"} == {f["verdict"] for f in second.facts if "创新券" in f["quote"]}


def test_a_profile_in_a_form_is_enough_to_ask(assistant: Assistant) -> None:
    form = {"region": "长沙", "size": "小微", "资质": ["科技型"]}
    answer = assistant.answer("能享受什么政策？", profile=form, as_of=DAY)
    assert {"met"} == {f["verdict"] for f in answer.facts if "创新券" in f["quote"]}


def test_notices_give_counts_reasons_departments_and_the_next_question(
    assistant: Assistant,
) -> None:
    answer = assistant.answer(
        "我们是长沙的公司，今年首次通过高新技术企业认定，能享受什么政策？", as_of=DAY
    )
    notices = "\n".join(answer.notices)
    assert "符合1项" in notices
    assert "第1项符合：你们在长沙市；" in notices
    assert "负责部门：市科技局、市财政局。" in notices
    assert "第1项提示：文件写明：“已享受同类奖励的不重复享受”" in notices
    assert _next(answer)
