"""The commands over a folder of files that belongs to no corpus, real parts throughout."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.__main__ import main
from eval.corpora import folder_digest, source_texts
from eval.predictions import TRACE_LENGTH, Prediction, read_predictions
from tests.eval.conftest import POLICY


def answered(folder: Path) -> dict[str, Prediction]:
    out = folder.parent / "predictions.jsonl"
    cases = str(folder.parent / "cases.jsonl")
    assert main(["answers", "--cases", cases, "--out", str(out), "--corpus", str(folder)]) == 0
    return read_predictions(out)


def test_cases_are_answered_over_a_folder_without_a_manifest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    predictions = answered(folder)
    assert list(predictions) == ["one", "two", "three", "four"]
    one = predictions["one"]
    assert (one.status, one.refused) == ("answered", False)
    assert "30万元" in one.answer
    cited = one.citations[0]
    assert (cited.marker, cited.document_id) == (1, "seed-policy")
    assert cited.address == "《青禾市关于支持种业企业的若干措施》（青禾政发〔2023〕8号）二（一）"
    assert cited.quote in cited.passage
    assert any("30万元奖励" in text for text in one.retrieved[:3])
    assert one.timings_ms["wall"] > 0
    assert any(line.startswith("retrieve {") for line in one.trace)
    assert max(map(len, one.trace)) <= TRACE_LENGTH + 1
    assert "市农业农村局" in predictions["two"].answer
    paths = [str(folder.parent / name) for name in ("cases.jsonl", "predictions.jsonl")]
    assert main(["score", "--cases", paths[0], "--predictions", paths[1]]) == 0
    total = capsys.readouterr().out.splitlines()[-1]
    cells = [cell.strip() for cell in total.split("|")[1:-1]]
    assert cells == [
        "合计",
        "4",
        "1.000",
        "1.000",
        "1.000",
        "1.000",
        "1.000",
        "0.000",
        "1.000",
        "0",
        "0",
        "0",
    ]


def test_a_question_that_cannot_be_taken_is_a_refusal_that_says_why(folder: Path) -> None:
    predictions = answered(folder)
    assert [predictions[name].refused for name in ("three", "four")] == [True, True]
    assert [predictions[name].answer for name in ("three", "four")] == ["", ""]
    assert predictions["three"].notices[0].startswith("请输入")
    assert "2000" in predictions["four"].notices[0]


def test_the_same_files_are_indexed_once_and_changed_files_again(folder: Path) -> None:
    answered(folder)
    kept = folder.parent / "home" / "eval"
    [first] = kept.iterdir()
    assert first.name == folder_digest(folder)[:16]
    written = (first / "index.json").stat().st_mtime_ns
    answered(folder)
    assert (first / "index.json").stat().st_mtime_ns == written
    (folder / "seed policy.txt").write_text(POLICY.replace("30", "40"), encoding="utf-8")
    assert "40万元" in answered(folder)["one"].answer
    assert len(list(kept.iterdir())) == 2


def test_retrieval_is_printed_beside_the_recipes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = str(folder.parent / "cases.jsonl")
    assert main(["retrieval", "--cases", cases, "--corpus", str(folder)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split("|")[1].strip() for row in rows[2:]] == [
        "政问",
        "LangChain 1000/200",
        "LangChain 500/50",
    ]
    assert "1.000（1.000）" in rows[2]


def test_source_texts_leave_out_what_is_no_text(folder: Path) -> None:
    assert source_texts(folder) == {"seed policy.txt": POLICY}


def test_a_folder_that_does_not_exist_is_a_clear_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--cases", str(folder.parent / "cases.jsonl"), "--out", str(folder / "p.jsonl")]
    assert main(["answers", *arguments, "--corpus", str(folder / "none")]) == 2
    assert "找不到文件夹" in capsys.readouterr().err
