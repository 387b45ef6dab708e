from __future__ import annotations

import json
from pathlib import Path

import pytest

import eval.lying.compare
from assistant.settings import Settings
from eval.__main__ import main
from eval.cases import read_cases
from eval.lying.compare import AcceptedLie, Comparison, compare
from eval.lying.lies import LIES


def compared(folder: Path, tmp_path: Path, kind: str) -> Comparison:
    (folder / "logo.png").unlink(missing_ok=True)
    cases = read_cases([tmp_path / "cases.jsonl"])
    return compare(cases, [kind], settings=Settings.load(), rephrase=True, corpus=folder)


def test_what_becomes_of_lies_is_counted(folder: Path, tmp_path: Path) -> None:
    result = compared(folder, tmp_path, "invented_number")
    assert (result.without.figure("right"), result.lying.figure("right")) == (1.0, 1.0)
    assert (result.accepted, set(result.rejected_kinds)) == ({}, {"invented_number"})
    assert set(result.rejected) == {"verification removed: number"}
    assert set(result.rephrased) == {"wording holds a figure that was not asked"}
    assert (result.lies, result.faults) == ((), [])
    assert set(result.added_ms["asked"]) == {"p50", "p95"}


def test_the_truth_is_accepted_and_no_lie(folder: Path, tmp_path: Path) -> None:
    result = compared(folder, tmp_path, "faithful")
    assert (set(result.accepted), result.rejected) == ({"faithful"}, {})
    assert (result.lying.figure("right"), result.lies) == (1.0, ())


def test_the_command_writes_figures_and_fails_where_a_model_does_harm(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "logo.png").unlink()
    monkeypatch.setattr(eval.lying.compare, "RESULTS", tmp_path / "lying.json")
    monkeypatch.setattr(eval.lying.compare, "MOST_LOST", -0.5)
    given = ["--cases", str(tmp_path / "cases.jsonl"), "--corpus", str(folder)]
    accepted = tmp_path / "accepted.jsonl"
    assert main(["lying", *given, "--accepted", str(accepted)]) == 1
    caught = capsys.readouterr()
    assert "正确率下降 0.000，超过 -0.5" in caught.err
    assert "| 说谎的模型 | 4 " in caught.out
    written = json.loads((tmp_path / "lying.json").read_text(encoding="utf-8"))
    assert (written["without"]["right"], written["lying"]["right"]) == (1.0, 1.0)
    assert written["lying"]["unsupported_names"] == 0
    assert set(written["rejected_kinds"]) <= set(LIES)
    assert accepted.read_text(encoding="utf-8") == ""


def test_an_accepted_lie_is_told_with_what_it_cites() -> None:
    assert set(AcceptedLie.model_fields) == {"question", "kind", "statement", "address", "clause"}
