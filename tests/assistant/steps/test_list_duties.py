"""Duties by body: complete, in the asked role, under today's names, and none invented."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Answer, Exchange, Status
from assistant.steps.asked_duties import ANY, asked_duties
from tests.index.doubles import corpus
from tests.index.test_search import index_of

PLAN = """岭川省促进数据产业发展的若干措施

一、加强要素保障
（一）建设数据平台。统一建设全省数据平台，归集公共数据资源。（省科技厅牵头，省财政厅、省教育厅配合）
（二）支持中试基地。对新建中试基地给予资金补助。（省财政厅牵头，省科技厅配合）
（三）培养数据人才。支持高校开设数据专业，培养数据人才。（省教育厅、省公安厅按职责分工负责）
二、优化服务
（四）落实税收优惠。落实研发费用加计扣除政策。（省国税局、省地税局负责）
（五）规范市场秩序。打击不正当竞争行为。（省工商局牵头，省公安厅配合）
（六）开放数据资源。推动数据资源有序开放。（州数据资源主管部门负责）
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(index_of(corpus(p=PLAN)))


def listed(answer: Answer) -> list[str]:
    return [line.partition("[")[0] for line in answer.answer.splitlines()]


def test_each_body_takes_the_role_word_that_is_nearest_to_it() -> None:
    asked = asked_duties("省科技厅牵头、省财政厅配合的条款有哪些", "", ())
    assert asked is not None and asked.together
    assert [(d.body, d.roles) for d in asked.duties] == [
        ("省科技厅", frozenset({"lead"})),
        ("省财政厅", frozenset({"join"})),
    ]


def test_two_questions_in_one_are_two_lists() -> None:
    asked = asked_duties("省科技厅牵头哪些，省财政厅配合哪些", "", ())
    assert asked is not None and not asked.together


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("省科技厅牵头哪些条款", {"lead"}),
        ("省科技厅挑头的有哪些活", {"lead"}),
        ("牵头单位是省科技厅的条款有哪些", {"lead"}),
        ("省科技厅协助哪些工作", {"join"}),
        ("责任单位里有省科技厅的条款", ANY),
        ("省科技厅牵头或配合的事项", {"lead", "join"}),
        ("省科技厅参与哪些任务", ANY),
        ("省科技厅负责什么", ANY),
        ("省科技厅管哪些事", ANY),
        ("省科技厅都有啥任务", ANY),
        ("省科技厅都干啥", ANY),
        ("省科技厅牵头的与人才有关的任务有哪些", {"lead"}),
        ("哪些任务归省科技厅管", ANY),
    ],
)
def test_a_question_for_duties_is_seen_with_its_role(question: str, roles: set[str]) -> None:
    asked = asked_duties(question, "", ())
    assert asked is not None
    assert [(d.body, d.roles) for d in asked.duties] == [("省科技厅", frozenset(roles))]


@pytest.mark.parametrize(
    "question",
    [
        "创新券由省科技厅负责吗",
        "中试基地由谁负责？",
        "省科技厅牵头的条款有哪些配合单位",
        "省科技厅负责的创新券最高多少钱",
        "省财政厅给高企什么奖励",
        "省科技厅什么时候负责高企认定",
        "哪个部门牵头建设数据平台",
        "数据平台是省科技厅负责还是省财政厅负责",
        "省科技厅牵头的数据平台有什么内容",
        "数据平台归省科技厅牵头?",
    ],
)
def test_other_questions_that_name_a_body_are_left_alone(question: str) -> None:
    assert asked_duties(question, "", ()) is None


def test_only_the_asked_role_is_listed(assistant: Assistant) -> None:
    answer = assistant.answer("省科技厅牵头哪些条款？")
    assert listed(answer) == [
        "共1条：",
        "（一）建设数据平台：省科技厅牵头，省财政厅、省教育厅配合",
    ]
    assert answer.status is Status.ANSWERED


def test_all_duties_are_grouped_by_role(assistant: Assistant) -> None:
    assert listed(assistant.answer("省科技厅负责什么？")) == [
        "共2条：",
        "牵头：",
        "（一）建设数据平台：省科技厅牵头，省财政厅、省教育厅配合",
        "配合：",
        "（二）支持中试基地：省财政厅牵头，省科技厅配合",
    ]


def test_a_follow_up_brings_its_own_body_and_role(assistant: Assistant) -> None:
    first = assistant.answer("省科技厅牵头哪些条款？")
    history = [Exchange(first.question, first)]
    answer = assistant.answer("其中省财政厅配合的", history=history)
    assert listed(answer)[1:] == ["（一）建设数据平台：省科技厅牵头，省财政厅、省教育厅配合"]
    answer = assistant.answer("那省财政厅呢？", history=history)
    assert listed(answer)[1:] == ["（二）支持中试基地：省财政厅牵头，省科技厅配合"]
    answer = assistant.answer("那配合的呢？", history=history)
    assert listed(answer)[1:] == ["（二）支持中试基地：省财政厅牵头，省科技厅配合"]


def test_a_role_that_the_body_has_nowhere_is_said_to_be_missing(assistant: Assistant) -> None:
    answer = assistant.answer("省公安厅牵头哪些条款？")
    assert listed(answer) == [
        "共2条：",
        "以下条款均未写明由省公安厅牵头。",
        "按职责分工负责：",
        "（三）培养数据人才：省教育厅、省公安厅按职责分工负责",
        "配合：",
        "（五）规范市场秩序：省工商局牵头，省公安厅配合",
    ]
    assert (
        "没有写明由省公安厅牵头的条款；列出的条款中，按职责分工负责的有1条，配合的有1条。"
        in answer.notices
    )


def test_several_bodies_that_have_their_roles_in_no_one_clause(assistant: Assistant) -> None:
    answer = assistant.answer("省教育厅牵头、省公安厅配合的条款有哪些？")
    assert listed(answer)[:2] == ["共1条：", "以下条款均未写明由省教育厅牵头、省公安厅配合。"]
    answer = assistant.answer("省科技厅牵头哪些，省水利厅配合哪些？")
    assert listed(answer)[0] == "共1条："
    assert "没有写明由省水利厅配合的条款。" in answer.notices


def test_a_body_without_any_task_is_said_to_have_none(assistant: Assistant) -> None:
    answer = assistant.answer("省水利厅牵头哪些任务？")
    assert (answer.status, answer.answer) == (
        Status.NOT_IN_CORPUS,
        "现有文件中没有为省水利厅安排任务的条款。",
    )
    assert answer.nearest and not answer.citations


def test_a_body_that_only_the_documents_know_is_found(assistant: Assistant) -> None:
    assert listed(assistant.answer("州数据资源主管部门负责什么？"))[-1] == (
        "（六）开放数据资源：州数据资源主管部门负责"
    )


def test_a_matter_narrows_the_list(assistant: Assistant) -> None:
    assert listed(assistant.answer("省教育厅在人才方面负责什么？"))[2:] == [
        "（三）培养数据人才：省教育厅、省公安厅按职责分工负责"
    ]


def test_where_no_task_is_about_the_matter_all_are_listed_and_that_is_said(
    assistant: Assistant,
) -> None:
    answer = assistant.answer("数据人才培养省科技厅负责什么？")
    assert answer.status is Status.ANSWERED_PARTLY
    assert listed(answer)[0] == "共2条："
    assert "没有找到与“数据人才培养”直接有关的分工，列出的是所问单位的全部分工。" in answer.notices


def test_duties_of_former_bodies_are_listed_as_printed_with_a_note(assistant: Assistant) -> None:
    answer = assistant.answer("省市场监管局牵头哪些任务？")
    assert listed(answer)[1:] == ["（五）规范市场秩序：省工商局牵头，省公安厅配合"]
    assert any("省工商局→省市场监督管理局" in notice for notice in answer.notices)
    taxes = assistant.answer("省税务局负责什么？")
    assert listed(taxes)[-1] == "（四）落实税收优惠：省国税局、省地税局负责"


@pytest.mark.parametrize("question", ["省财政厅出现在哪几条里？", "省财政厅排在哪几条？"])
def test_where_a_body_appears_is_a_list_of_its_duties(engine: Assistant, question: str) -> None:
    answer = engine.answer(question)
    assert answer.answer.startswith("共2条：")


def test_a_body_is_known_without_the_place_that_its_name_begins_with() -> None:
    plan = "岭川省双创意见\n\n一、开展试点\n（一）开展双创试点。支持先行先试。（省商务厅、岭川转型综改示范区管委会按职责分工负责）\n"
    answer = Assistant(index_of(corpus(p=plan))).answer("转型综改示范区管委会负责什么？")
    assert "岭川转型综改示范区管委会" in answer.answer
