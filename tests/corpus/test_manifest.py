"""The list of documents, its errors, and folders without one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import ManifestError, ReadError, ZhengwenError
from corpus.manifest import (
    file_digest,
    load_corpus,
    manifest_entry,
    read_manifest,
    write_manifest,
)
from corpus.models import Document, Relation
from tests.corpus.conftest import DOCUMENTS

OPINION = "某市关于促进产业发展的意见\n一、支持企业\n给予企业奖励。\n"
NOTICE = "某市关于开展申报的通知\n一、时间\n三月底前。\n"


def _listed(folder: Path) -> Document:
    (folder / "a.txt").write_text(OPINION, encoding="utf-8")
    document = Document(
        id="a",
        file="a.txt",
        title="某市关于促进产业发展的意见",
        sha256=file_digest(folder / "a.txt"),
        short_titles=("产业意见",),
    )
    write_manifest(folder, (document,))
    return document


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    document = _listed(tmp_path)
    copy = Document(id="b", file="a.txt", title="副本", relation=Relation("copy_of", "a"))
    write_manifest(tmp_path, (document, copy))
    assert read_manifest(tmp_path) == (document, copy)


def test_the_five_documents_are_listed_with_digests_that_fit() -> None:
    documents = read_manifest(DOCUMENTS)
    assert [d.id for d in documents] == ["000", "001", "002", "003", "004"]
    assert [d.sha256 for d in documents] == [file_digest(DOCUMENTS / d.file) for d in documents]
    assert documents[2].relation == Relation("part_copy_of", "000")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "第 2 行不是合法的 JSON"),
        ('{"id": "b", "file": "b.txt"}', "第 2 行的“title”有误：缺少这一项"),
        (
            '{"id": "b", "file": "b.txt", "title": "乙", "colour": 1}',
            "“colour”有误：没有这一项，请删去",
        ),
        ('{"id": "b", "file": "b.txt", "title": "乙", "level": "乡"}', "“level”有误：取值不对"),
        ('{"id": "b", "file": "b.txt", "title": "乙", "date": "去年"}', "“date”有误：取值不对"),
        ('{"id": "a", "file": "b.txt", "title": "乙"}', "编号“a”出现了两次"),
        (
            '{"id": "b", "file": "b.txt", "title": "乙", "relation": {"kind": "copy_of", "document_id": "z"}}',
            "“b”关联的文件“z”没有登记",
        ),
    ],
)
def test_a_bad_line_is_told_with_its_number(tmp_path: Path, line: str, message: str) -> None:
    _listed(tmp_path)
    with (tmp_path / "manifest.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(ManifestError, match=message):
        read_manifest(tmp_path)


def test_a_missing_and_a_changed_file_are_told(tmp_path: Path) -> None:
    _listed(tmp_path)
    (tmp_path / "a.txt").write_text(OPINION + "改动\n", encoding="utf-8")
    with pytest.raises(ManifestError, match=r"“a\.txt”（编号 a）的内容与登记时不一致"):
        load_corpus(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ManifestError, match=r"“a\.txt”（编号 a）不见了"):
        load_corpus(tmp_path)


def test_a_missing_or_empty_manifest_is_told(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"没有 manifest\.jsonl"):
        read_manifest(tmp_path)
    (tmp_path / "manifest.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(ManifestError, match="一份文件也没有"):
        read_manifest(tmp_path)


def test_a_folder_without_a_manifest_is_a_corpus_of_its_readable_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "某 意见.txt").write_text(OPINION, encoding="utf-8")
    (tmp_path / "b" / "某 意见.txt").write_bytes(NOTICE.encode("gb18030"))
    (tmp_path / "空.txt").write_text("", encoding="utf-8")
    (tmp_path / "页.txt").write_text("===PAGE 1===\n", encoding="utf-8")
    (tmp_path / "图.png").write_bytes(b"\x89PNG")
    problems: dict[str, str] = {}

    def note(path: Path, error: ZhengwenError) -> None:
        problems[path.name] = str(error)

    corpus = load_corpus(tmp_path, note)
    assert [(d.document.id, d.document.title) for d in corpus.documents] == [
        ("某-意见", "某市关于开展申报的通知"),
        ("某-意见-2", "某市关于促进产业发展的意见"),
    ]
    assert corpus.documents[1].document.sha256 == file_digest(tmp_path / "某 意见.txt")
    assert sorted(problems) == ["图.png", "空.txt", "页.txt"]
    assert "只有页码或空白" in problems["页.txt"]


def test_without_a_listener_the_first_problem_is_raised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OPINION, encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    with pytest.raises(ReadError, match="是空的"):
        load_corpus(tmp_path)


def test_a_folder_with_nothing_left_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    with pytest.raises(ReadError, match="没有可用的政策文件"):
        load_corpus(tmp_path, lambda path, error: None)
    with pytest.raises(ReadError, match="找不到文件夹"):
        load_corpus(tmp_path / "nowhere")


def test_an_entry_is_plain_json() -> None:
    document = Document(id="a", file="a.txt", title="甲", relation=Relation("copy_of", "b"))
    assert json.loads(json.dumps(manifest_entry(document))) == {
        "id": "a", "file": "a.txt", "title": "甲", "number": None, "issuer": None, "date": None,
        "level": None, "region": None, "status": None,
        "relation": {"kind": "copy_of", "document_id": "b"}, "sha256": None, "short_titles": [],
    }  # fmt: skip
