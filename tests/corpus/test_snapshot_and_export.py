"""Parsed documents as data: for the index without loss, for outside as the interface says."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.export import export_document
from corpus.models import Corpus
from corpus.parse import parse_file
from corpus.snapshot import dumps_snapshot, loads_snapshot


def test_a_snapshot_comes_back_as_it_was(five_documents: Corpus) -> None:
    lines = [dumps_snapshot(parsed) for parsed in five_documents.documents]
    assert all("\n" not in line for line in lines)
    assert tuple(loads_snapshot(line) for line in lines) == five_documents.documents


def test_the_export_has_the_shape_of_the_interface(tmp_path: Path) -> None:
    path = tmp_path / "某意见.txt"
    raw = (
        "某市关于促进产业发展的意见\n一、支持企业\n（一）建平台。对企业给予10万元奖励。（市科技局牵头负责）\n"
        "二、目标\n到2025年，高新技术企业达到100家以上。"
    )
    path.write_text(raw, encoding="utf-8")
    exported = json.loads(json.dumps(export_document(parse_file(path))))
    assert set(exported) == {"document", "text", "clauses", "passages", "facts", "warnings"}
    assert exported["document"]["title"] == "某市关于促进产业发展的意见"
    assert exported["text"] == raw
    assert exported["clauses"][1] == {
        "address": "《某市关于促进产业发展的意见》一（一）",
        "marker": "（一）",
        "title": "建平台",
        "level": 2,
        "path": ["支持企业"],
        "text": "（一）建平台。对企业给予10万元奖励。（市科技局牵头负责）",
        "start": 21,
        "end": 50,
    }
    assert [set(p) for p in exported["passages"]] == [
        {"id", "address", "text", "embedded_text", "start", "end"}
    ] * len(exported["passages"])
    assert set(exported["facts"]) == {"responsibilities", "targets", "measures"}
    (duty,) = exported["facts"]["responsibilities"]
    assert duty["lead"] == ["市科技局"]
    assert exported["text"][duty["start"] : duty["end"]] == duty["quote"]
    assert "clause" not in duty


def test_every_exported_span_is_the_text_it_says(five_documents: Corpus) -> None:
    for parsed in five_documents.documents:
        exported = export_document(parsed)
        for item in (*exported["clauses"], *exported["passages"]):
            assert exported["text"][item["start"] : item["end"]] == item["text"]
        assert len(exported["clauses"]) == len(parsed.clauses) - 1
