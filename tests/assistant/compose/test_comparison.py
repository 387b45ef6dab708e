"""Comparisons: one statement for each side, in the order of the question."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from corpus.models import Document
from tests.assistant.engine import MEASURES_NAME, PLAN_NAME, index_of, parsed

PROVINCE = "到2025年，全省高新技术企业达到3000家以上，科技型中小企业达到8000家，技术合同成交额突破500亿元。"
CITY = "到2025年，全市高新技术企业达到400家，省级孵化器达到15家，研发投入强度达到2%以上。"
BEFORE = "2020年，全市高新技术企业达到180家，省级孵化器8家，研发投入强度为1.2%。"


def lines(engine: Assistant, question: str) -> list[str]:
    return engine.answer(question).answer.split("\n")


def test_two_places_are_put_side_by_side(engine: Assistant) -> None:
    assert lines(engine, "湖南省和株洲市2025年高新技术企业目标各是多少家？") == [
        f"根据{MEASURES_NAME}（四），{PROVINCE}[1]",
        f"根据{PLAN_NAME}二，{CITY}[2]",
    ]


def test_the_order_is_that_of_the_question(engine: Assistant) -> None:
    assert lines(engine, "株洲市和湖南省2025年高新技术企业目标各是多少家？") == [
        f"根据{PLAN_NAME}二，{CITY}[1]",
        f"根据{MEASURES_NAME}（四），{PROVINCE}[2]",
    ]


def test_two_years_of_one_place_are_put_side_by_side(engine: Assistant) -> None:
    assert lines(engine, "株洲市省级孵化器2020年和2025年分别是多少家？") == [
        f"根据{PLAN_NAME}一，{BEFORE}[1]",
        f"根据{PLAN_NAME}二，{CITY}[2]",
    ]


def test_the_copy_is_no_side_of_its_own(engine: Assistant) -> None:
    answer = engine.answer("湖南省和株洲市2025年高新技术企业目标各是多少家？")
    assert [c.document_id for c in answer.citations] == ["measures", "plan"]


def test_one_side_is_no_comparison(engine: Assistant) -> None:
    answer = engine.answer("株洲市2025年高新技术企业目标是多少家？")
    assert {c.document_id for c in answer.citations} == {"plan"}


@pytest.mark.parametrize(
    "question",
    [
        "株洲市的省级孵化器，2020年底有几家，到2025年想要几家？",
        "株洲市 省级孵化器 2020年 2025年目标 对比",
    ],
)
def test_a_figure_asked_for_twice_is_given_for_both_years(engine: Assistant, question: str) -> None:
    assert lines(engine, question) == [
        f"根据{PLAN_NAME}一，{BEFORE}[1]",
        f"根据{PLAN_NAME}二，{CITY}[2]",
    ]


def test_two_documents_that_are_named_are_set_side_by_side(engine: Assistant) -> None:
    question = "若干措施与孵化器认定管理办法，对创新券和孵化器场地面积怎么规定？"
    documents = [c.document_id for c in engine.answer(question).citations]
    assert documents == ["measures", "rules"]


def test_the_figures_of_two_sides_are_told_with_their_years(engine: Assistant) -> None:
    answer = engine.answer("高新技术企业，全省和株洲分别要多少家，各到什么时候？")
    assert answer.answer.splitlines() == [
        f"根据{MEASURES_NAME}（四），到2025年，全省高新技术企业达到3000家以上，"
        "科技型中小企业达到8000家，技术合同成交额突破500亿元。[1]",
        f"根据{PLAN_NAME}二，到2025年，全市高新技术企业达到400家，省级孵化器达到15家，"
        "研发投入强度达到2%以上。[2]",
    ]


def test_a_share_that_is_compared_is_not_told_as_a_sum(engine: Assistant) -> None:
    answer = engine.answer("株洲的研发投入强度，2020年和2025年各是多少？")
    assert [("1.2%" in line, "2%以上" in line) for line in answer.answer.splitlines()] == [
        (True, False),
        (False, True),
    ]


def test_sides_that_tell_nothing_of_what_is_asked_are_no_comparison(engine: Assistant) -> None:
    question = "株洲市那个湖南省级孵化器，一共投了多少钱，占多少亩地？"
    assert engine.answer(question).refused


def test_of_what_each_side_is_made_up_is_no_figure() -> None:
    """What the parts are is told by a sentence that lists them, not by a share in another."""
    text = (
        "{}\n\n一、建设{}\n支持{}采取“{}”模式。\n二、加大投入\n"
        "专项资金向{}倾斜，倾斜比例要达到50%以上。\n"
    )
    made = (
        parsed(Document(id="old", file="o.txt", title="湖南省双创意见", level="省", region="湖南省"),
               text.format("湖南省双创意见", "孵化器", "科技企业孵化器", "场地＋服务＋投资", "科技企业孵化器")),
        parsed(Document(id="plan", file="p.txt", title="株洲市创新规划", level="市", region="株洲市"),
               text.format("株洲市创新规划", "智创城", "智创城", "空间＋孵化＋基金", "智创城")),
    )  # fmt: skip
    engine = Assistant(index_of(*made))
    told = engine.answer(
        "湖南省双创意见里科技企业孵化器的模式，跟株洲市规划里智创城的模式，各由哪几块组成？有什么不一样？"
    ).answer
    assert ("场地+服务+投资" in told, "空间+孵化+基金" in told) == (True, True)


def test_the_sides_of_a_stated_figure_are_where_it_stands(engine: Assistant) -> None:
    answer = engine.answer("省里说要3000家高企、株洲说要400家，完成期限一样不？")
    lines = answer.answer.splitlines()
    assert ["3000家以上" in lines[0], "400家" in lines[1], len(lines)] == [True, True, 2]
