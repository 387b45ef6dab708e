"""Sentences that say what a term means."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.understanding.definitions import asked_terms, defines, spells_out
from assistant.understanding.normalise import fold
from tests.assistant.engine import understood


@pytest.mark.parametrize(
    ("question", "text", "defined"),
    [
        ("什么是“五小”？", "开展五小（小发明、小革新、小改造）活动", True),
        ("什么是“五小”？", "广泛开展五小活动", False),
        ("什么是科技企业孵化器？", "本办法所称科技企业孵化器，是指提供场地的机构", True),
        ("什么是科技企业孵化器？", "科技企业孵化器由省科技厅认定", False),
        ("什么是“三个一”？", "实施一批项目、一批平台、一批人才“三个一”工程", True),
        ("那个“生”是什么意思？", "“生”就是生物医药", True),
        ("那个“生”是什么意思？", "“材”就是新材料，“生”字当头", False),
        ("孵化器有多少家？", "孵化器是指提供场地的机构", False),
    ],
)
def test_a_term_is_explained_or_only_used(
    engine: Assistant, question: str, text: str, defined: bool
) -> None:
    assert defines(fold(text), understood(engine, question)) is defined


def test_a_quoted_term_is_the_one_asked_for(engine: Assistant) -> None:
    assert asked_terms(understood(engine, "什么是“揭榜挂帅”制度？")) == ("揭榜挂帅",)


def test_a_sum_is_spelt_out_where_its_parts_are_named_one_by_one() -> None:
    assert spells_out("三个百项", "实施百项研发、百项项目、百项推广")
    assert not spells_out("三个百项", "实施百项研发、百项项目")
    assert not spells_out("三个百项", '以"三个百项"为主,百项研发、百项项目、百项推广')
    assert not spells_out("揭榜挂帅", "揭榜挂帅、揭榜挂帅、揭榜挂帅")
