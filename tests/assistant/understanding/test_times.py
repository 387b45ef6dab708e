"""Years and five-year plans, in every writing."""

from __future__ import annotations

import pytest

from assistant.understanding.times import (
    dated_event,
    time_spans,
    told_years,
    with_its_year,
    years_in,
    years_of_event,
)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("到2025年", ("2025",)),
        ("2020年到2025年", ("2020", "2025")),
        ("17年和2017年", ("2017",)),
        ("“十四五”末", ("2025",)),
        ("十五五期间", ("2030",)),
        ("十三五末到十四五末", ("2020", "2025")),
        ("90年代", ()),
        ("每年12家", ()),
        ("电话073120251234", ()),
        ("投入2025万元", ()),
        ("受理2069家，到2020", ("2020",)),
        ("2020、2,035和2030", ("2020", "2030")),
    ],
)
def test_years_are_four_digits_in_order(text: str, years: tuple[str, ...]) -> None:
    assert years_in(text) == years


def test_what_is_taken_is_no_year() -> None:
    text = "湘政发〔2023〕8号到2025年"
    assert years_in(text, [(0, 11)]) == ("2025",)


def test_spans_say_where() -> None:
    text = "株洲市到2025年底，十四五期间"
    assert [text[start:end] for start, end in time_spans(text)] == ["2025年底", "十四五期间"]


def test_the_year_before_a_documents_name_belongs_to_it() -> None:
    text = "2017年那份双创文件里2020年的目标"
    assert with_its_year(text.index("双创文件"), text) == 0
    assert with_its_year(text.index("目标"), text) == text.index("2020年")
    assert with_its_year(text.index("文件"), text) == text.index("文件")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("大市场2019年10月正式运行，面积多大", ("2019年10月", "运行")),
        ("大市场是19年才建成的，当时花了多少", ("19年", "建成")),
        ("2021年成立的小组有哪些成员", None),
        ("大市场是哪年运行的，面积多大", None),
    ],
)
def test_when_something_happened_may_be_told_in_passing(
    question: str, told: tuple[str, str] | None
) -> None:
    match = dated_event(question)
    assert (match and (match["date"], match["event"])) == told


def test_a_year_told_in_passing_is_not_asked_about() -> None:
    text = "2020年就做完了，那2022年要到多少？"
    assert [text[start:end] for start, end in told_years(text)] == ["2020年"]
    assert told_years("2020年就有多少家，2022年要到多少？") == ()
    assert told_years("2020年就做完了") == ()


def test_the_years_of_an_event_are_those_told_with_it() -> None:
    text = "2016年开工，2017年4月15日正式运行；2020年交易额20亿元"
    assert years_of_event("运行", text) == {"2017"}
    assert years_of_event("挂牌", text) == frozenset()
