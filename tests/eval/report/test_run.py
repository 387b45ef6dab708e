"""A whole report over a folder of files that belongs to no corpus."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.settings import Settings
from eval.corpora import open_service
from eval.jsonl import write_jsonl
from eval.report.parts import Run
from eval.report.run import report
from eval.results import read_result
from index.encode import build_encoder
from tests.eval.test_paraphrases import GROUP

BOUNDS = """
[dev.min]
right = 1.0
[dev.max]
refused_answerable = -1
[hostile.min]
right = 1.0
[paraphrases.min]
all_right = 0.5
"""


@pytest.fixture
def files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[Path]]:
    """The four cases as every set of cases, and one group of wordings."""
    monkeypatch.setenv("ZHENGWEN_DOCUMENTS", str(folder))
    (folder / "logo.png").unlink()
    cases, groups = folder.parent / "cases.jsonl", folder.parent / "groups.jsonl"
    asked = GROUP.model_copy(
        update={
            "wordings": ["通过国家审定的水稻新品种给多少奖励？", "今天天气怎么样"],
            "evidence": [],
            "must": [["30万元"]],
        }
    )
    write_jsonl(groups, [asked])
    return {
        "dev": [cases],
        "test": [cases],
        "hostile": [cases],
        "paraphrases": [groups],
        "eligibility": [],
    }.__getitem__


def run_of(files: Callable[[str], list[Path]], results: Path, seen: list[tuple[int, int]]) -> Run:
    settings = Settings.load()
    return Run(
        settings,
        open_service(settings),
        build_encoder(settings.encoder, settings.model_folder),
        lambda done, of: seen.append((done, of)),
        results=results,
        files=files,
    )


def test_a_report_measures_every_set_and_names_the_drops_of_all(
    files: Callable[[str], list[Path]], tmp_path: Path
) -> None:
    (tmp_path / "bounds.toml").write_text(BOUNDS, encoding="utf-8")
    results = tmp_path / "results"
    run = run_of(files, results, seen := [])
    text, dropped = report(run, "dev", bounds=tmp_path / "bounds.toml")
    assert dropped == [
        "退步：dev refused_answerable 0.000，高于上限 -1",
        "退步：paraphrases all_right 0.000，低于最低分 0.5",
    ]
    assert seen[:5] == [(1, 4), (2, 4), (3, 4), (4, 4), (1, 4)]
    assert (results / "dev.md").read_text(encoding="utf-8") == text
    assert str(tmp_path) not in text
    dev = read_result("dev", results)
    assert dev is not None
    assert dev["failures"] == []
    assert (dev["figures"]["right"]["value"], dev["figures"]["recall_@10"]["value"]) == (1.0, 1.0)
    assert dev["figures"]["right"]["low"] == pytest.approx(0.5101, abs=1e-4)
    assert list(dev["retrieval"]) == ["政问", "LangChain 1000/200", "LangChain 500/50"]
    assert dev["configuration"]["encoder"].startswith("embedded:")
    assert list(dev["configuration"]["cases"]) == ["cases.jsonl"]
    assert dev["latency"]["p95"] >= dev["latency"]["p50"] > 0
    assert "Retrieve" in dev["latency"]["steps"]
    wordings = read_result("paraphrases", results)
    assert wordings is not None
    assert wordings["right_of_wordings"] == {"0": 0, "1": 1, "2": 0}
    ablation = read_result("ablation", results)
    assert ablation is not None
    assert [v["name"] for v in ablation["variants"]] == [
        "完整",
        "无词表",
        "只按语义",
        "只按字词",
        "无台账",
    ]
    page = (results / "report.html").read_text(encoding="utf-8")
    assert all(f'id="{name}"' in page for name in ("dev", "hostile", "paraphrases", "ablation"))


def test_a_blind_set_is_measured_alone_and_leaves_no_case_behind(
    files: Callable[[str], list[Path]], tmp_path: Path
) -> None:
    wrong = {
        "id": "secret-1",
        "kind": "support",
        "turns": ["制种基地怎么补贴？"],
        "answerable": True,
        "must": [["一百万亿"]],
        "evidence": [[{"doc": "x", "quote": "按每亩200元给予补贴"}]],
    }
    (tmp_path / "blind.jsonl").write_text(json.dumps(wrong), encoding="utf-8")
    results = tmp_path / "results"
    run = run_of(lambda name: [tmp_path / "blind.jsonl"], results, [])
    (tmp_path / "bounds.toml").write_text("", encoding="utf-8")
    text, dropped = report(run, "test", bounds=tmp_path / "bounds.toml")
    assert dropped == []
    assert sorted(p.name for p in results.iterdir()) == ["report.html", "test.json", "test.md"]
    written = "".join(p.read_text(encoding="utf-8") for p in results.iterdir())
    assert "0.000" in text
    assert "secret-1" not in written
    assert "制种基地" not in written
