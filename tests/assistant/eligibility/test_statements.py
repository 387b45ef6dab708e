from __future__ import annotations

import pytest

from assistant.eligibility.statements import Mood, read_statements


def _read(text: str) -> list[tuple[str, str]]:
    return [(s.text, s.mood.value) for s in read_statements(text)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "我们是科技型企业还没认定高企",
            [("我们是科技型企业", "affirmed"), ("还没认定高企", "denied")],
        ),
        ("正在做一个节水技术改造项目", [("正在做一个节水技术改造项目", "affirmed")]),
        ("正在做项目申报", [("正在做项目申报", "planned")]),
        ("国际标准还在制定", [("国际标准还在制定", "planned")]),
        ("高企认定，还没通过", [("高企认定还没通过", "denied")]),
        (
            "如果我们拿到证书，首次认定高企，员工35人。员工12人",
            [
                ("如果我们拿到证书", "asked"),
                ("首次认定高企", "asked"),
                ("员工35人", "asked"),
                ("员工12人", "affirmed"),
            ],
        ),
        (
            "母公司在深圳，首次在科创板上市，我们做配套",
            [
                ("母公司在深圳", "doubted"),
                ("首次在科创板上市", "doubted"),
                ("我们做配套", "affirmed"),
            ],
        ),
        (
            "计划今年完成股改，在新三板挂牌",
            [("计划今年完成股改", "planned"), ("在新三板挂牌", "doubted")],
        ),
        (
            "首次认定高企，公示期还没过",
            [("首次认定高企", "doubted"), ("公示期还没过", "denied")],
        ),
        ("我们是高新技术企业？", [("我们是高新技术企业", "asked")]),
        (
            "我们是太原的小微企业能享受什么支持",
            [("我们是太原的小微企业", "affirmed"), ("能享受什么支持", "asked")],
        ),
        ("高新技术企业能享受什么优惠", [("高新技术企业能享受什么优惠", "asked")]),
        ("高企证书有，明年才到期", [("高企证书有", "affirmed"), ("明年才到期", "affirmed")]),
        ("是否高企：否", [("高企:否", "denied")]),
        ("高新技术企业。我们不是。", [("高新技术企业", "doubted"), ("我们不是", "denied")]),
        (
            "首次认定的高新技术企业，奖励20万元",
            [("首次认定的高新技术企业", "doubted"), ("奖励20万元", "affirmed")],
        ),
    ],
)
def test_every_piece_has_the_mood_it_is_meant_in(text: str, read: list[tuple[str, str]]) -> None:
    assert _read(text) == read


def test_traditional_characters_are_read_as_simplified() -> None:
    assert _read("高新技術企業還沒認定") == [("高新技术企业还没认定", "denied")]


@pytest.mark.parametrize("text", ["", "   ", "。？！", "\x00\x07", "\ud800"])
def test_what_holds_no_words_holds_no_statements(text: str) -> None:
    assert read_statements(text) == ()


def test_control_characters_are_no_part_of_a_statement() -> None:
    assert _read("我们是\x00企业\x07") == [("我们是企业", "affirmed")]


def test_a_run_of_digits_longer_than_any_figure_is_dropped() -> None:
    assert _read(f"员工{'9' * 2000}人") == [("员工 人", Mood.AFFIRMED.value)]
