"""Figures out of the ledger: the one whose indicator is asked for."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.compose.figures import _counts_what_is_asked, find_figures_asked
from assistant.compose.figures_told import figure_statement
from assistant.compose.ledger_figures import Figure, figure_years, ledger_figures
from assistant.library import Library
from tests.assistant.engine import PLAN_NAME, key_of, understood, weighed

GOALS = "到2025年，全市高新技术企业达到400家，省级孵化器达到15家，研发投入强度达到2%以上。"


def test_targets_and_amounts_of_a_clause_are_its_figures(library: Library) -> None:
    goals = ledger_figures(key_of(library, "plan", GOALS), library)
    assert [(f.unit, f.kind, sorted(figure_years(f, library))) for f in goals] == [
        ("家", "target", ["2025"]),
        ("家", "target", ["2025"]),
        ("%", "target", ["2025"]),
    ]
    doctor = ledger_figures(key_of(library, "plan", "生活补贴2000元"), library)
    assert [(f.unit, f.kind) for f in doctor] == [("元", "measure")]
    assert ledger_figures(key_of(library, "rules", "申请材料由"), library) == []


@pytest.mark.parametrize(
    ("question", "indicator", "year"),
    [
        ("到2025年株洲市高新技术企业要达到多少家？", "高新技术企业", "2025"),
        ("到2025年株洲市省级孵化器要达到多少家？", "孵化器", "2025"),
        ("2020年株洲市高新技术企业有多少家？", "高新技术企业", "2020"),
        ("到2025年株洲市研发投入强度要达到百分之几？", "研发投入强度", "2025"),
    ],
)
def test_the_figure_asked_is_found_by_indicator_and_year(
    engine: Assistant, question: str, indicator: str, year: str
) -> None:
    turn = weighed(engine, question)
    found = find_figures_asked(turn.evidence, understood(engine, question), engine.library)
    assert indicator in found[0].figure.indicator
    assert figure_years(found[0].figure, engine.library) == {year}
    assert found[0].figure.document_id == "plan"


def test_money_is_no_answer_to_how_many_and_counts_none_to_how_much(engine: Assistant) -> None:
    turn = weighed(engine, "高新技术企业认定奖励多少钱？")
    found = find_figures_asked(
        turn.evidence, understood(engine, "高新技术企业认定奖励多少钱？"), engine.library
    )
    assert found
    assert {figure.figure.unit for figure in found} <= {"元", "万元", "亿元"}


def test_the_whole_short_sentence_is_said_under_the_address(engine: Assistant) -> None:
    question = "到2025年株洲市省级孵化器要达到多少家？"
    turn = weighed(engine, question)
    (best, *_) = find_figures_asked(turn.evidence, understood(engine, question), engine.library)
    statement = figure_statement(best, engine.library)
    assert statement.text == f"根据{PLAN_NAME}二，{GOALS}"
    (support,) = statement.supports
    assert engine.library.text("plan", support.start, support.end).strip() == GOALS


def figure(indicator: str) -> Figure:
    return Figure("x", 0, 0, 1, "", indicator, "", "名", "progress", "")


def test_the_noun_behind_how_many_chooses_among_the_figures_of_a_sentence() -> None:
    assert _counts_what_is_asked("去年派了多少个科技特派员？", figure("选派科技特派员"))
    assert not _counts_what_is_asked("去年派了多少个科技特派员？", figure("已脱贫县"))
    assert not _counts_what_is_asked("科技特派员有多少？", figure("选派科技特派员"))
