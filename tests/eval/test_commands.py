"""Commands over the project's sets of other kinds, with the real assistant over one small policy."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import eval.answers
from assistant.service import Service
from eval.__main__ import main
from eval.eligibility import Check
from eval.lying.server import endpoint, says

PROFILE = {
    "id": "p",
    "text": "我们的水稻新品种刚通过国家审定",
    "expected": [
        {"doc": "seed-policy", "quote": "每个给予育种企业30万元奖励", "verdict": "met", "why": ""},
        {"doc": "seed-policy", "quote": "按每亩200元给予补贴", "verdict": "unknown", "why": ""},
    ],
}


@pytest.fixture
def own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of files as the documents of the settings; gives the folder of cases."""
    monkeypatch.setenv("ZHENGWEN_DOCUMENTS", str(folder))
    (folder / "logo.png").unlink()
    return folder.parent


def written(path: Path, record: Mapping[str, Any]) -> str:
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return str(path)


def test_wordings_are_asked_one_by_one_and_compared(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    group = {
        "id": "g",
        "wordings": ["通过国家审定的水稻新品种给多少奖励？", "水稻新品种过了国家审定奖多少钱？"],
        "evidence": [[{"doc": "x", "quote": "每个给予育种企业30万元奖励"}]],
        "must": [["30万元"]],
    }
    assert main(["paraphrases", "--cases", written(own / "g.jsonl", group)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert [cell.strip() for cell in last.split("|")[1:-1]] == ["g", "✓✓", "1.000", "1.000"]


def test_profiles_are_given_to_the_engine_and_its_items_held_against_the_key(
    own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def engine(service: Service) -> Check:
        document = service.corpus.documents[0].document

        def check(text: str) -> Mapping[str, Any]:
            quote = "对通过国家审定的水稻新品种，每个给予育种企业30万元奖励"
            found = {"document_id": document.id, "address": "二（一）", "quote": quote}
            return {"items": [{**found, "verdict": "met"}]}

        return check

    monkeypatch.setattr(eval.answers, "eligibility_check", engine)
    out = own / "checked.jsonl"
    cases = written(own / "p.jsonl", PROFILE)
    assert main(["eligibility", "--cases", cases, "--out", str(out)]) == 0
    shown = capsys.readouterr().out
    assert "| 应列措施已列出     | 0.500 |" in shown
    assert shown.endswith("p seed-policy“按每亩200元给予补贴”：应为待确认，答未列出\n")
    assert json.loads(out.read_text(encoding="utf-8"))["items"][0]["verdict"] == "met"


def test_the_ablation_asks_the_chat_model_whose_address_is_given(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = str(own / "cases.jsonl")
    with endpoint(says("no JSON at all")) as server:
        assert main(["ablation", "--cases", cases, "--chat-url", server.url]) == 0
        asked = len(server.requests)
    names = [row.split("|")[1].strip() for row in capsys.readouterr().out.splitlines()[2:]]
    assert names == ["完整", "无词表", "只按语义", "只按字词", "无台账", "加对话模型"]
    # Two of the four cases are answered, one of them in two turns.
    assert asked == 3
