from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversing.items import Items, Pointer, item_at, named_pair, pointer
from tests.assistant.engine import MEASURES_NAME


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("第二个呢?", Pointer(2, "", False)),
        ("最后那类由谁负责?", Pointer(-1, "由谁负责?", False)),
        ("上面第三条谁负责?", Pointer(3, "谁负责?", False)),
        ("第三条谁负责?", Pointer(3, "谁负责?", True)),
        ("头一个讲的什么?", Pointer(1, "", False)),
        ("第十二项具体是什么内容?", Pointer(12, "", False)),
        ("创新券第二年还能领吗?", None),
        ("谁负责第二条?", None),
    ],
)
def test_an_item_is_pointed_at_in_front(text: str, pointed: Pointer | None) -> None:
    assert pointer(text) == pointed


@pytest.mark.parametrize(
    ("text", "before", "named"),
    [
        ("后者给多少?", "创新券和首次认定奖励分别是多少?", "首次认定奖励给多少?"),
        ("前者由谁牵头?", "对创新券与研发补贴有什么规定?", "创新券由谁牵头?"),
        ("后者给多少?", "创新券是多少?", None),
        ("由谁牵头?", "创新券和首次认定奖励分别是多少?", None),
    ],
)
def test_former_and_latter_stand_for_names(text: str, before: str, named: str | None) -> None:
    assert named_pair(text, before) == named


def test_the_items_of_a_list_are_its_clauses(engine: Assistant) -> None:
    items = Items(engine.library).of(engine.answer("若干措施第一部分有哪几条？"))
    assert [item.name for item in items] == [
        f"{MEASURES_NAME}（一）",
        f"{MEASURES_NAME}（二）",
        f"{MEASURES_NAME}（三）",
    ]


def test_the_items_of_one_clause_are_its_measures(engine: Assistant) -> None:
    items = Items(engine.library).of(engine.answer("首次认定高新技术企业奖励多少？"))
    assert [(item.whole, item.key) for item in items] == [
        (False, ("measures", 3)),
        (False, ("measures", 3)),
    ]
    assert "30万元" in items[1].name


def test_a_refusal_lists_nothing(engine: Assistant) -> None:
    assert Items(engine.library).of(engine.answer("今天天气怎么样？")) == ()


def test_an_item_beyond_the_list_is_none(engine: Assistant) -> None:
    items = Items(engine.library).of(engine.answer("若干措施第一部分有哪几条？"))
    assert item_at(items, 4) is None
    assert item_at(items, -1) == items[2]
