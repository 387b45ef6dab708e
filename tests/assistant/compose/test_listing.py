"""Lists are complete: all clauses under a heading, all items under a lead-in."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.compose.listing import items_below, leads_in, sibling_list
from assistant.library import Library
from tests.assistant.engine import MEASURES_NAME, RULES_NAME, key_of, weighed

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
    statements = sibling_list(weighed(engine, "加大资金支持有哪些措施？").evidence, engine.library)
    assert statements[0].text == f"{MEASURES_NAME}一：\n一、加大资金支持"
    assert [s.text[:8] for s in statements[1:]] == [
        "（一）发放创新券",
        "（二）奖励首次认",
        "（三）补贴研发费",
    ]


def test_scattered_evidence_is_no_list(engine: Assistant) -> None:
    assert sibling_list((), engine.library) == []
    scattered = weighed(engine, "省科技厅做什么？").evidence
    assert sibling_list(scattered, engine.library) == []
