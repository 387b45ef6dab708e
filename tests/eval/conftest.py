"""A folder of files that belongs to no corpus, and cases over it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.search import Index
from tests.assistant import engine

POLICY = """青禾市关于支持种业企业的若干措施
（青禾政发〔2023〕8号）
一、支持范围
在青禾市登记注册的种业企业可以享受本措施。
二、奖励标准
（一）品种审定奖励。对通过国家审定的水稻新品种，每个给予育种企业30万元奖励。（市农业农村局牵头负责）
（二）基地补贴。对新建的制种基地，按每亩200元给予补贴。（市财政局牵头负责）
三、附则
本措施自印发之日起施行。
"""
CASES: list[dict[str, Any]] = [
    {
        "id": "one",
        "kind": "anything at all",
        "persona": "nobody",
        "turns": ["通过国家审定的水稻新品种给多少奖励？"],
        "profile": None,
        "answerable": True,
        "evidence": [[{"doc": "no such document", "quote": "每个给予育种企业30万元奖励"}]],
        "must": [["30万元"]],
        "must_not": ["200元"],
        "note": "",
    },
    {
        "id": "two",
        "kind": "follow_up",
        "persona": "citizen",
        "turns": ["通过国家审定的水稻新品种给多少奖励？", "那哪个部门牵头？"],
        "answerable": True,
        "evidence": [[{"doc": "x", "quote": "市农业农村局牵头负责"}]],
        "must": [["市农业农村局"]],
    },
    {"id": "three", "kind": "hostile", "turns": [" "], "answerable": False},
    {"id": "four", "kind": "hostile", "turns": ["补" * 3000], "answerable": False},
]


@pytest.fixture(scope="session")
def engine_index() -> Index:
    """Four invented policies, indexed with an encoder computed by hand."""
    return engine.engine_index()


@pytest.fixture
def folder(model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files without a manifest, one of them no text; the settings' home has nothing but a model."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "model").symlink_to(model_folder, target_is_directory=True)
    monkeypatch.setenv("ZHENGWEN_HOME", str(home))
    files = tmp_path / "files"
    files.mkdir()
    (files / "seed policy.txt").write_text(POLICY, encoding="utf-8")
    (files / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    lines = [json.dumps(case, ensure_ascii=False) + "\n" for case in CASES]
    (tmp_path / "cases.jsonl").write_text("".join(lines), encoding="utf-8")
    return files
