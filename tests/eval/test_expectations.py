from __future__ import annotations

from pathlib import Path

import pytest

from eval.errors import EvalError
from eval.expectations import drops, expected
from eval.figures import Figure


def figure(value: float | None) -> Figure:
    return Figure(value, None, None, 9)


def test_a_figure_outside_its_bounds_is_a_drop() -> None:
    figures = {
        "right": figure(0.8),
        "recall_@1": figure(0.7),
        "refused_answerable": figure(0.06),
        "citation_recall": figure(None),
    }
    bounds = {
        "min": {"right": 0.8, "recall_@1": 0.75, "citation_recall": 0.9},
        "max": {"refused_answerable": 0.05},
    }
    assert drops("dev", figures, bounds) == [
        "退步：dev recall_@1 0.700，低于最低分 0.75",
        "退步：dev citation_recall 无数据，低于最低分 0.9",
        "退步：dev refused_answerable 0.060，高于上限 0.05",
    ]


def test_a_bound_on_a_figure_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(EvalError, match="没有这个指标：rigth"):
        drops("dev", {"right": figure(1.0)}, {"min": {"rigth": 0.8}})


def test_the_development_cases_have_bounds_on_both_sides() -> None:
    bounds = expected("dev")
    assert set(bounds) == {"min", "max"}
    assert {name: bounds["max"][name] for name in bounds["max"] if "unsupported" in name} == {
        "unsupported_numbers": 0,
        "unsupported_dates": 0,
        "unsupported_names": 0,
    }


def test_a_set_without_bounds_has_none_and_a_broken_file_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text("[dev.min]\nright = 0.5\n", encoding="utf-8")
    assert expected("hostile", tmp_path / "b.toml") == {}
    (tmp_path / "b.toml").write_text("[dev", encoding="utf-8")
    with pytest.raises(EvalError, match=r"读不了 b\.toml"):
        expected("dev", tmp_path / "b.toml")
