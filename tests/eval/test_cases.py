from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.cases import Asked, Case, Quote, read_asked, read_cases
from eval.errors import EvalError

LINE: dict[str, Any] = {
    "id": "a",
    "kind": "support",
    "persona": "enterprise",
    "turns": ["有补贴吗？"],
    "profile": None,
    "answerable": True,
    "evidence": [[{"doc": "x", "quote": "给予补贴"}]],
    "must": [["补贴", "补助"]],
    "must_not": ["5万元"],
    "note": "",
}


def written(folder: Path, *lines: object) -> Path:
    path = folder / "cases.jsonl"
    path.write_text(
        "\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines), encoding="utf-8"
    )
    return path


def test_a_case_is_read_whole_and_unknown_keys_are_left_aside(tmp_path: Path) -> None:
    path = written(tmp_path, {**LINE, "reviewer": "w"}, "")
    assert read_cases([path]) == [
        Case(
            id="a",
            turns=["有补贴吗？"],
            profile=None,
            kind="support",
            persona="enterprise",
            answerable=True,
            evidence=[[Quote(doc="x", quote="给予补贴")]],
            must=[["补贴", "补助"]],
            must_not=["5万元"],
            note="",
        )
    ]


def test_the_questions_are_read_without_looking_at_the_key(tmp_path: Path) -> None:
    path = written(tmp_path, {"id": "a", "turns": ["一", "二"], "evidence": "broken", "must": 3})
    assert read_asked([path]) == [Asked(id="a", turns=["一", "二"])]


def test_a_bad_line_is_named_with_its_field(tmp_path: Path) -> None:
    path = written(tmp_path, LINE, {**LINE, "id": "b", "answerable": "yes"})
    with pytest.raises(EvalError, match=r"cases\.jsonl 第 2 行不合格式（answerable："):
        read_cases([path])


def test_a_line_that_is_not_json_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match=r"第 1 行不合格式（整行："):
        read_cases([written(tmp_path, "{")])


def test_an_id_that_occurs_in_two_files_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, LINE)
    with pytest.raises(EvalError, match="重复的 id：a"):
        read_cases([path, path])


def test_a_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="读不到"):
        read_cases([tmp_path / "none.jsonl"])
