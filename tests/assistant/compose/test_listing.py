"""Lists are complete: all clauses under a heading, all items under a lead-in."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.compose.listing import (
    asks_for_names,
    asks_in_full,
    items_below,
    leads_in,
    sibling_list,
)
from assistant.library import Library
from assistant.models import Statement
from corpus.models import Document
from tests.assistant.engine import MEASURES_NAME, RULES_NAME, index_of, key_of, parsed, weighed

ITEMS = [
    "（一）在本省注册满2年；",
    "（二）可自主支配的场地面积不少于5000平方米；",
    "（三）在孵企业不少于30家。",
]


def test_all_items_stand_below_their_lead_in(library: Library) -> None:
    key = key_of(library, "rules", "须同时满足以下条件")
    assert leads_in(*key, library)
    items = items_below(*key, library)
    assert [item.text for item in items] == ITEMS
    assert [item.supports[0].clause for item in items] == list(library.clause(key).children)


def test_a_clause_that_says_something_itself_leads_nothing_in(library: Library) -> None:
    assert not leads_in(*key_of(library, "rules", "申请材料由"), library)
    assert not leads_in(*key_of(library, "measures", "一、加大资金支持"), library)


def test_conditions_are_answered_with_every_item(engine: Assistant) -> None:
    answer = engine.answer("孵化器认定要满足什么条件？")
    assert answer.answer.split("\n") == [
        f"{RULES_NAME}第四条：",
        "第四条 申请认定的孵化器须同时满足以下条件：[1]",
        *(f"{item}[{i}]" for i, item in enumerate(ITEMS, 2)),
    ]


def test_an_item_asked_as_a_list_brings_the_whole_list(engine: Assistant) -> None:
    answer = engine.answer("申请认定孵化器的场地面积有哪些条件？")
    assert all(item in answer.answer for item in ITEMS)


def test_the_clauses_under_a_heading_are_listed_all_of_them(engine: Assistant) -> None:
    statements = _listed(engine, "加大资金支持有哪些措施？")
    assert statements[0].text == f"{MEASURES_NAME}一：\n一、加大资金支持"
    assert [s.text[:8] for s in statements[1:]] == [
        "（一）发放创新券",
        "（二）奖励首次认",
        "（三）补贴研发费",
    ]


def test_a_heading_that_says_nothing_of_the_question_is_no_list(engine: Assistant) -> None:
    assert _listed(engine, "博士引进以后有哪些好处？") == []


def test_items_are_given_in_full_where_their_figures_are_asked_for(engine: Assistant) -> None:
    turn = weighed(engine, "加大资金支持有哪些措施？")
    assert turn.understanding is not None
    focus = turn.understanding.focus
    listed = sibling_list(turn.evidence, focus, engine.library, in_full=True)
    clauses = [s.supports[0] for s in listed[1:]]
    assert [s.text for s in listed[1:]] == [
        engine.library.text(c.document_id, c.start, c.end).strip() for c in clauses
    ]
    assert listed[1].text.endswith("（省科技厅牵头，省财政厅、省教育厅配合）")


@pytest.mark.parametrize(
    ("question", "full"),
    [
        ("列了几条不足？把每条的主要数据整理出来", True),
        ("请逐条列出并说明", True),
        ("加大资金支持有哪些措施？", False),
    ],
)
def test_whether_the_items_are_wanted_in_full(question: str, full: bool) -> None:
    assert asks_in_full(question) is full


def test_scattered_evidence_is_no_list(engine: Assistant) -> None:
    assert sibling_list((), (), engine.library) == []
    assert _listed(engine, "省科技厅做什么？") == []


def test_a_heading_with_as_many_clauses_as_are_asked_for_is_listed(engine: Assistant) -> None:
    texts = [s.text[:8] for s in _listed(engine, "加大资金支持分哪三项？", items=3)]
    assert texts[1:] == ["（一）发放创新券", "（二）奖励首次认", "（三）补贴研发费"]


def test_a_heading_that_the_question_names_has_the_list_below_it(engine: Assistant) -> None:
    turn = weighed(engine, "创新券发多少，“加大资金支持”那部分还有哪些？")
    assert turn.understanding is not None
    focus = turn.understanding.focus
    found = sibling_list(turn.evidence[:1], focus, engine.library)
    named = sibling_list(turn.evidence[:1], focus, engine.library, asked="那加大资金支持有哪些")
    assert found == []
    assert named[0].text == f"{MEASURES_NAME}一：\n一、加大资金支持"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("投入强度超过全省平均的有哪几个市？", True),
        ("哪些企业能领创新券？", True),
        ("支持措施有哪些？", False),
        ("哪几条写到创新券？", False),
    ],
)
def test_places_and_enterprises_are_named_in_sentences_not_in_headings(
    question: str, names: bool
) -> None:
    assert asks_for_names(question) is names


def _listed(engine: Assistant, question: str, items: int = 0) -> list[Statement]:
    turn = weighed(engine, question)
    assert turn.understanding is not None
    return sibling_list(turn.evidence, turn.understanding.focus, engine.library, items)


def test_a_sentence_that_goes_on_in_the_clauses_below_leads_them_in() -> None:
    document = Document(id="report", file="r.txt", title="梅岭市科技工作汇报", level="市")
    text = (
        "梅岭市科技工作汇报\n\n一、完善政策机制\n我们把今年作为“落实年”，\n"
        "一是科技计划新模式正式运行。\n二是选聘6名项目专员。\n三是出台7个创新文件。\n"
    )
    engine = Assistant(index_of(parsed(document, text)))
    answer = engine.answer("梅岭市把今年当作“落实年”，做了哪几件事？").answer
    assert all(said in answer for said in ("新模式正式运行", "6名项目专员", "7个创新文件"))


def test_a_heading_further_above_is_the_list_where_it_is_named() -> None:
    document = Document(id="plan", file="p.txt", title="梅岭市创新规划", level="市")
    text = (
        "梅岭市创新规划\n\n一、总体要求\n坚持创新驱动。\n二、重点任务\n（一）构建创新生态系统\n"
        "1.构建技术创新体系。\n一是攻关共性技术。\n二是建设重大平台。\n三是培育领军企业。\n四是布局实验室。\n"
        "2.构建产业创新体系。\n推动集群发展。\n3.构建成果转化体系。\n建设中试基地。\n"
    )
    engine = Assistant(index_of(parsed(document, text)))
    for question in (
        "梅岭市规划里构建创新生态系统这块，一共3条，都是啥？",
        "梅岭市规划构建创新生态系统有哪几个方面？",
        "梅岭市规划构建生态系统有哪几个方面？",
    ):
        answer = engine.answer(question).answer
        assert all(said in answer for said in ("技术创新体系", "产业创新体系", "成果转化体系"))
