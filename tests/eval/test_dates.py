from __future__ import annotations

import pytest

from eval.dates import unsupported_dates


@pytest.mark.parametrize(
    ("answer", "source"),
    [
        ("自2023年5月6日起", "自2023年5月6日起施行"),
        ("自２０２３年 5 月起", "自2023年5月6日起施行"),
        ("2023-05-06印发", "2023年5月6日"),
        ("二〇二三年五月六日", "2023年5月6日"),
        ("5月6日前申报", "2023年5月6日前"),
        ("6月底前", "2023年6月30日"),
        ("2016-2020年", "无"),
        ("2021—2025年", "无"),
        ("为期6个月", "无"),
        ("到2025年", "到2020年"),
        ("电话0351-12", "无"),
    ],
)
def test_a_date_that_a_source_states_or_that_is_none_is_supported(answer: str, source: str) -> None:
    assert unsupported_dates(answer, [source]) == ()


def test_a_date_put_together_from_other_dates_is_named_once() -> None:
    sources = ["2023年5月6日印发，2022年7月1日起施行"]
    assert unsupported_dates("2023年7月1日起，即2023年7月1日，7月6日止", sources) == (
        "2023年7月1日",
        "7月6日",
    )


def test_a_source_that_says_less_does_not_carry_a_date() -> None:
    assert unsupported_dates("2023年5月6日", ["2023年5月"]) == ("2023年5月6日",)
