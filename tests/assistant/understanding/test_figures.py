"""Figures in every writing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.understanding.figures import FigureKind, chinese_number, find_figures, writings


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("五", Decimal(5)),
        ("二十一", Decimal(21)),
        ("十五", Decimal(15)),
        ("一百二十", Decimal(120)),
        ("五万", Decimal(50000)),
        ("1.5万", Decimal(15000)),
        ("3亿", Decimal(300000000)),
        ("10,000", Decimal(10000)),
    ],
)
def test_a_number_is_worth_the_same_in_every_writing(text: str, value: Decimal) -> None:
    assert chinese_number(text) == value


def test_what_is_no_number_has_no_value() -> None:
    assert chinese_number("若干") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("即发放5万元创新券", [(FigureKind.MONEY, "5万元", Decimal(50000), "元")]),
        ("创新券是五万块吧", [(FigureKind.MONEY, "五万块", Decimal(50000), "元")]),
        ("比例不少于50%", [(FigureKind.PERCENT, "50%", Decimal(50), "%")]),
        ("份额不低于三成", [(FigureKind.PERCENT, "三成", Decimal(30), "%")]),
        ("最多一半", [(FigureKind.PERCENT, "一半", Decimal(50), "%")]),
        ("高新技术企业达到1500家以上", [(FigureKind.COUNT, "1500家", Decimal(1500), "家")]),
        ("每年引进数百名人才", [(FigureKind.COUNT, "数百名", None, "名")]),
        ("2017年4月15日正式运行", [(FigureKind.DATE, "2017年4月15日", None, "date")]),
    ],
)
def test_a_figure_keeps_what_was_printed_and_what_it_is_worth(
    text: str, expected: list[tuple[FigureKind, str, Decimal | None, str]]
) -> None:
    assert [(f.kind, f.text, f.value, f.unit) for f in find_figures(text)] == expected


def test_a_finished_result_is_no_tenth() -> None:
    assert find_figures("形成一成果") == ()
    assert find_figures("全国排第20名") == ()


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("五万块", ("50000元", "5万元")),
        ("两千元", ("2000元", "0.2万元")),
        ("1.5亿元", ("150000000元", "15000万元", "1.5亿元")),
        ("百分之十五", ("15%",)),
        ("二十家", ()),
    ],
)
def test_a_sum_is_known_in_the_writings_that_documents_print(
    said: str, printed: tuple[str, ...]
) -> None:
    assert writings(find_figures(said)[0]) == printed
