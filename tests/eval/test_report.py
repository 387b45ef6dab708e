from __future__ import annotations

import pytest

from eval.errors import EvalError
from eval.report import drops, expected


def test_a_figure_outside_its_bounds_is_a_drop() -> None:
    figures = {"right": 0.8, "recall_@1": 0.7, "refused_answerable": 0.06, "citation_recall": None}
    bounds = {
        "min": {"right": 0.8, "recall_@1": 0.75, "citation_recall": 0.9},
        "max": {"refused_answerable": 0.05},
    }
    assert drops(figures, bounds) == [
        "退步：recall_@1 0.700，低于最低分 0.75",
        "退步：citation_recall 无数据，低于最低分 0.9",
        "退步：refused_answerable 0.060，高于上限 0.05",
    ]


def test_a_bound_on_a_figure_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(EvalError, match="没有这个指标：rigth"):
        drops({"right": 1.0}, {"min": {"rigth": 0.8}})


def test_the_development_cases_have_bounds_on_both_sides() -> None:
    bounds = expected("dev")
    assert set(bounds) == {"min", "max"}
    assert bounds["max"]["unsupported_numbers"] == 0
