"""The page is made from results on disk alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from eval.cases import Case, Quote
from eval.eligibility import Verdicts, confusion, eligibility_figures
from eval.figures import Figure
from eval.paraphrases import Agreement, consistency
from eval.predictions import CitedClause, Prediction
from eval.report.page import Card, percent, render_page
from eval.report.splits import latency, split_content
from eval.results import figures_to_json, write_result
from eval.retrieval import OURS, Recall
from eval.score import score

CASES = [
    Case(
        id="dev-1",
        kind="support",
        turns=["先问一句", "奖励<b>多少</b>？"],
        answerable=True,
        evidence=[[Quote(doc="x", quote="给予10万元")]],
        must=[["10万元"]],
        note="换词",
    ),
    Case(id="dev-2", kind="a new kind", turns=["天气？"], answerable=False),
]
CITED = CitedClause(
    marker=1,
    document_id="x",
    address="《某》一",
    quote="给予20万元",
    passage="一、给予20万元",
    start=0,
    end=2,
)
ANSWERS = {
    "dev-1": Prediction(
        id="dev-1",
        status="answered",
        refused=False,
        answer="给予20万元[1]",
        citations=[CITED],
        timings_ms={"Retrieve": 8.0, "total": 8.0, "wall": 10.0},
        trace=["retrieve {}"],
    ),
    "dev-2": Prediction(
        id="dev-2",
        status="unanswerable_out_of_scope",
        refused=True,
        answer="",
        timings_ms={"Retrieve": 2.0, "total": 2.0, "wall": 20.0},
    ),
}
RECALLS = {OURS: Recall(1, 1, {}, {"@1": 0.5, "@3": 1.0, "@5": 1.0, "@10": 1.0, "1500": 1.0})}


def content(**more: object) -> dict[str, Any]:
    result = score(CASES, ANSWERS)
    return {**split_content(CASES, ANSWERS, result, RECALLS, show_cases=True), **more}


@pytest.fixture
def bounds(tmp_path: Path) -> Path:
    path = tmp_path / "bounds.toml"
    path.write_text("[dev.min]\nright = 0.9\nfollow_up = 0.0\n", encoding="utf-8")
    return path


def page(folder: Path, bounds: Path) -> str:
    return render_page(folder, bounds)


def test_a_wrong_answer_is_shown_with_everything_that_explains_it(
    tmp_path: Path, bounds: Path
) -> None:
    write_result("dev", content(configuration={"encoder": "e:1"}), tmp_path)
    text = page(tmp_path, bounds)
    for shown in (
        "dev-1",
        "奖励&lt;b&gt;多少&lt;/b&gt;？",
        "先问一句",
        "给予20万元[1]",
        "《某》一",
        "缺要点：10万元；缺依据：x 给予10万元",
        "换词",
        "retrieve {}",
        "依据：x：给予10万元",
        "扶持",
        "a new kind",
        "<svg",
    ):
        assert shown in text
    assert "dev-2" not in text


def test_a_figure_below_its_bound_stands_out(tmp_path: Path, bounds: Path) -> None:
    write_result("dev", content(), tmp_path)
    text = page(tmp_path, bounds)
    assert text.count('class="card bad"') == 1
    assert "越过了下限" in text
    assert "9.5% 至 90.5%" in text


def test_a_blind_set_shows_figures_and_no_case(tmp_path: Path, bounds: Path) -> None:
    write_result("test", content(), tmp_path)
    text = page(tmp_path, bounds)
    assert "盲测集只列数字" in text
    assert "dev-1" not in text
    assert "10万元" not in text


def test_nothing_is_fetched_from_elsewhere(tmp_path: Path, bounds: Path) -> None:
    write_result("dev", content(), tmp_path)
    text = page(tmp_path, bounds)
    assert re.findall(r"(?:src|href)=\"(?!#|data:)|url\(|@import|<script|https?:", text) == []


def test_every_other_set_has_its_part(tmp_path: Path, bounds: Path) -> None:
    agreements = [Agreement("g", (True, False), 0.5, 0.5), Agreement("h", (True, True), 1, 1)]
    wordings = {
        "figures": figures_to_json(consistency(agreements)),
        "right_of_wordings": {0: 0, 1: 1, 2: 1},
    }
    write_result("paraphrases", wordings, tmp_path)
    judged = [Verdicts("p", (("met", "unmet"), ("met", "met")), 2, ("一",), ())]
    eligibility = {
        "profiles": 1,
        "figures": figures_to_json(eligibility_figures(judged)),
        "confusion": confusion(judged),
    }
    write_result("eligibility", eligibility, tmp_path)
    figures = {
        key: Figure(0.8, 0.7, 0.9, 10)
        for key in (
            "right",
            "fact_recall",
            "citation_recall",
            "refused_unanswerable",
            "refused_answerable",
        )
    }
    variant = {
        "figures": figures_to_json(figures),
        "recall_@5": 0.5,
        "difference": {"value": -0.125, "low": -0.25, "high": 0.0, "n": 10},
        "lost": 3,
    }
    variants = [{"name": "完整", **variant}, {"name": "无词表", **variant}]
    write_result("ablation", {"variants": variants}, tmp_path)
    (tmp_path / "mutations.json").write_text('{"caught": 0.985, "rows": [{"kind": "数字"}]}')
    text = page(tmp_path, bounds)
    assert "五种问法全对" in text
    assert '<b>1</b><i style="height:100.0px"></i><span>2 种</span>' in text
    assert "误判为符合" in text
    assert 'class="n wrong" style="--heat:50%">1<' in text
    assert "-12.5 <small>-25.0 至 +0.0</small>" in text
    assert "98.5%" in text
    assert "<td>数字</td>" in text
    assert 'id="lying"' not in text


def test_results_written_in_another_form_are_left_out(tmp_path: Path, bounds: Path) -> None:
    (tmp_path / "test.json").write_text(json.dumps({"figures": {"right": 0.9}}), encoding="utf-8")
    assert 'id="test"' not in page(tmp_path, bounds)


def test_a_card_without_a_value_does_not_hold_its_bound() -> None:
    none = {"value": None, "low": None, "high": None, "n": 0}
    assert not Card("正确", none, 0.9, lower_is_better=False).holds
    assert Card("正确", none, None, lower_is_better=False).holds
    assert not Card("误拒", {**none, "value": 0.2}, 0.1, lower_is_better=True).holds
    assert percent(None) == "–"


def test_latency_is_of_judged_turns_and_by_step() -> None:
    assert latency(list(ANSWERS.values())) == {"p50": 15.0, "p95": 19.5, "steps": {"Retrieve": 5.0}}
    assert latency([Prediction(id="a", status="x", refused=True, answer="")]) == {}
