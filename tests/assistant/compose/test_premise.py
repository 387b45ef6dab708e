"""What the asker takes for granted and the clause puts otherwise."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.compose.premise import contradicted
from assistant.models import Status
from corpus.models import Document
from tests.assistant.engine import index_of, parsed, says, understood

VOUCHER = "每年发放不超过5万元的创新券"
DUTY = "（省科技厅、省财政厅负责）"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("创新券每年是10万元吧？", "10万元"),
        ("听说创新券每年发十万块？", "十万块"),
        ("创新券每年是5万元吧？", None),
        ("创新券每年是五万元，对吗？", None),
        ("创新券每年是50000元吧？", None),
        ("创新券每年是10万元？", "10万元"),
        ("创新券每年10万元 用途", None),
        ("创新券有15%的比例吧？", None),
        ("创新券每年是5万元左右吧？", None),
    ],
)
def test_a_figure_is_contradicted_by_another_of_its_kind(
    engine: Assistant, question: str, said: str | None
) -> None:
    lead = says(engine.library, "measures", VOUCHER)
    assert contradicted(lead, understood(engine, question), engine.library) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("首次认定奖励是省教育厅负责的吧？", "省教育厅"),
        ("首次认定奖励是省科技厅负责的吧？", None),
        ("首次认定奖励由哪个部门负责？", None),
        ("首次认定奖励归省教育厅负责？", "省教育厅"),
    ],
)
def test_a_body_is_contradicted_where_the_duties_name_others(
    engine: Assistant, question: str, said: str | None
) -> None:
    lead = says(engine.library, "measures", DUTY)
    assert contradicted(lead, understood(engine, question), engine.library) == said


def test_one_of_a_thing_is_no_count_to_be_put_right(engine: Assistant) -> None:
    answer = engine.answer("听说株洲要建一个科技城，是真的吗？")
    assert answer.status is not Status.ANSWERED_CORRECTED


MARKET = """武陵市科技发展规划

一、发展基础
（一）建成大市场。科技大市场建筑面积3300平方米，2017年4月15日正式运行。2020年交易额达到20亿元。
（二）完善平台。2019年建成众创空间6家。
"""


@pytest.mark.parametrize(
    ("question", "status", "lead"),
    [
        (
            "科技大市场2019年10月正式运行，建筑面积多少平米？",
            "answered_corrected",
            "不是“2019年10月”。",
        ),
        ("科技大市场是2019年才正式运行的，面积多大？", "answered_corrected", "不是“2019年”。"),
        ("科技大市场2017年正式运行，建筑面积多少平米？", "answered", "根据"),
    ],
)
def test_the_year_of_an_event_told_in_passing_is_put_right(
    question: str, status: str, lead: str
) -> None:
    document = Document(id="plan", file="p.txt", title="武陵市科技发展规划", level="市")
    answer = Assistant(index_of(parsed(document, MARKET))).answer(question)
    assert (answer.status, answer.answer.startswith(lead)) == (Status(status), True)
    assert "建筑面积3300平方米" in answer.answer


def test_the_year_of_a_figure_is_put_right_where_the_figure_is_right() -> None:
    document = Document(id="plan", file="p.txt", title="武陵市科技发展规划", level="市")
    told = Assistant(index_of(parsed(document, MARKET)))
    answer = told.answer("科技大市场交易额2022年达到20亿元，对吗？")
    assert answer.status is Status.ANSWERED_CORRECTED
    assert answer.answer.startswith("不是“2022年”。")
    assert told.answer("科技大市场交易额2022年达到多少亿元？").refused


def test_the_year_that_a_figure_is_held_against_is_not_asked_for() -> None:
    text = "武陵市科技规划\n\n一、目标\n到2025年，技术合同成交额较2020年实现倍增。\n"
    document = Document(id="plan", file="p.txt", title="武陵市科技规划", level="市")
    told = Assistant(index_of(parsed(document, text)))
    assert "实现倍增" in told.answer("技术合同成交额比2020年要翻多少？").answer
