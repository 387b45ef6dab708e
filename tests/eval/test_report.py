from __future__ import annotations

import json
from pathlib import Path

import pytest

import eval.report
from eval.errors import EvalError
from eval.report import drops, expected, report


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


def test_a_report_holds_figures_and_what_produced_them(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds = "[dev.min]\nright = 1.0\n[dev.max]\nrefused_answerable = -1\n"
    (tmp_path / "bounds.toml").write_text(bounds, encoding="utf-8")
    monkeypatch.setenv("ZHENGWEN_DOCUMENTS", str(folder))
    monkeypatch.setattr(eval.report, "RESULTS", tmp_path / "results")
    monkeypatch.setattr(eval.report, "EXPECTED", tmp_path / "bounds.toml")
    (folder / "logo.png").unlink()
    seen: list[tuple[int, int]] = []
    text, dropped = report(
        "dev", [tmp_path / "cases.jsonl"], lambda done, of: seen.append((done, of))
    )
    assert dropped == ["退步：refused_answerable 0.000，高于上限 -1"]
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert (tmp_path / "results" / "dev.md").read_text(encoding="utf-8") == text
    written = json.loads((tmp_path / "results" / "dev.json").read_text(encoding="utf-8"))
    assert written["wrong"] == []
    assert (written["figures"]["right"], written["figures"]["recall_@10"]) == (1.0, 1.0)
    assert list(written["retrieval"]) == ["政问", "LangChain 1000/200", "LangChain 500/50"]
    assert written["configuration"]["encoder"].startswith("embedded:")
    assert list(written["configuration"]["cases"]) == ["cases.jsonl"]
    assert str(tmp_path) not in text
