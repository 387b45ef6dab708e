"""The sides of a comparison."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.compose.anchors import sides, sides_in_time
from tests.assistant.engine import understood


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("湖南省和株洲市的目标各是多少？", [("rules measures", "湖南省"), ("plan", "株洲市")]),
        ("全省和全市的目标对比一下", [("rules measures", "全省"), ("plan", "全市")]),
        ("株洲市与全省相比", [("plan", "株洲市"), ("rules measures", "全省")]),
        (
            "省里说要打造什么品牌，株洲又说要打造什么品牌？",
            [("rules measures", "省里"), ("plan", "株洲")],
        ),
        ("创新券每年多少钱？", []),
        ("到2025年株洲要引进多少名院士来株洲工作？", [("plan", "株洲")]),
    ],
)
def test_places_and_levels_are_sides(
    engine: Assistant, question: str, expected: list[tuple[str, str]]
) -> None:
    found = sides(understood(engine, question), engine.library)
    assert [(side.documents, side.said) for side in found] == [
        (frozenset(documents.split()), said) for documents, said in expected
    ]


def test_every_side_has_the_years_that_stand_with_it(engine: Assistant) -> None:
    question = "湖南省2025年和株洲市2020年的高新技术企业各多少家？"
    found = sides(understood(engine, question), engine.library)
    assert [side.years for side in found] == [("2025",), ("2020",)]


def test_two_years_of_one_place_are_sides_in_time(engine: Assistant) -> None:
    understanding = understood(engine, "株洲市2020年和2025年的高新技术企业分别多少家？")
    found = sides_in_time(understanding, engine.library)
    assert [(side.documents, side.years) for side in found] == [
        (frozenset({"plan"}), ("2020",)),
        (frozenset({"plan"}), ("2025",)),
    ]


def test_one_year_is_no_comparison_in_time(engine: Assistant) -> None:
    assert sides_in_time(understood(engine, "株洲市2025年的目标"), engine.library) == ()


def test_a_level_that_is_not_compared_is_no_side(engine: Assistant) -> None:
    assert sides(understood(engine, "全省的孵化器由全市哪家管？"), engine.library) == ()


def test_the_year_of_a_document_is_no_year_asked_about(engine: Assistant) -> None:
    question = "2023年那份若干措施和株洲市规划定的2025年的高企目标各多少家？"
    found = sides(understood(engine, question), engine.library)
    assert [side.years for side in found] == [(), ("2025",)]


def test_the_place_of_documents_that_are_compared_is_no_side(engine: Assistant) -> None:
    question = "湖南省若干措施和孵化器认定管理办法各由谁负责，湖南省里怎么分工？"
    found = sides(understood(engine, question), engine.library)
    assert [side.documents for side in found] == [
        frozenset({"measures", "web"}),
        frozenset({"rules"}),
    ]


def test_one_place_at_two_times_is_two_sides_with_what_is_asked_of_each(
    engine: Assistant,
) -> None:
    question = "孵化器：株洲2020年认了几家、2025年想再布局几家，全省到2025年又要几家？"
    found = sides(understood(engine, question), engine.library)
    assert [(side.said, side.years, side.tense) for side in found] == [
        ("株洲", ("2020",), "progress"),
        ("株洲", ("2025",), "target"),
        ("全省", ("2025",), None),
    ]


def test_what_came_of_a_plan_is_looked_for_in_the_other_documents(engine: Assistant) -> None:
    question = "若干措施提出的高企目标，对照后来公布的实际数，差多少？"
    found = sides(understood(engine, question), engine.library)
    assert [(side.said, side.documents, side.tense) for side in found] == [
        ("若干措施", frozenset({"measures", "web"}), None),
        ("后来公布的实际数", frozenset({"plan", "rules"}), "progress"),
    ]


def test_what_it_really_was_is_a_side_as_well(engine: Assistant) -> None:
    question = "若干措施提出的高企目标是多少，后来2025年实际是多少？对照一下。"
    found = sides(understood(engine, question), engine.library)
    assert [(side.documents, side.tense) for side in found] == [
        (frozenset({"measures", "web"}), None),
        (frozenset({"plan", "rules"}), "progress"),
    ]


def test_what_is_done_and_what_is_to_come_are_two_sides(engine: Assistant) -> None:
    question = "株洲的孵化器，已经认定的那批跟下一步要认定的那批，各有多少家？"
    found = sides_in_time(understood(engine, question), engine.library)
    assert [(side.said, side.tense) for side in found] == [
        ("已经认定的那批", "progress"),
        ("下一步要认定的那批", "target"),
    ]


def test_figures_asked_of_each_make_a_level_a_side(engine: Assistant) -> None:
    question = "高新技术企业，省里定的盘子和株洲2025年的盘子分别多大？"
    found = sides(understood(engine, question), engine.library)
    assert [side.said for side in found] == ["省里", "株洲"]
