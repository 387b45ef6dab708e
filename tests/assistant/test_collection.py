from __future__ import annotations

from pathlib import Path

import pytest

from assistant.collection import Skipped, add_documents, remove_document
from corpus.errors import ManifestError, ReadError, UnknownDocumentError
from corpus.manifest import MANIFEST, load_corpus, read_manifest
from tests.assistant.policy import POLICY, SECOND, SECOND_TITLE, write_corpus


def nothing() -> None:
    """No index in these tests."""


def fail() -> None:
    raise OSError(28, "No space left on device")


def state(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != ".lock"}


def test_a_file_is_copied_described_and_listed(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "documents")
    given = tmp_path / "人才 公寓.TXT"
    given.write_text(SECOND, encoding="utf-8")
    added = add_documents(folder, given, nothing)
    assert [(d.id, d.file, d.title) for d in added.documents] == [
        ("人才-公寓", "人才-公寓.txt", SECOND_TITLE)
    ]
    assert added.skipped == ()
    assert [p.document.id for p in load_corpus(folder).documents] == ["p1", "人才-公寓"]
    assert given.is_file()


def test_of_a_folder_what_cannot_be_used_is_skipped_with_the_reason(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "documents")
    given = tmp_path / "given"
    given.mkdir()
    (given / "a.txt").write_text(SECOND, encoding="utf-8")
    (given / "b.txt").write_text(POLICY, encoding="utf-8")
    (given / "c.txt").write_text("今天天气很好，我们去公园散步。", encoding="utf-8")
    added = add_documents(folder, given, nothing)
    assert [d.id for d in added.documents] == ["a"]
    assert added.skipped == (
        Skipped(given / "b.txt", "内容与编号 p1 的文件相同，无需再加。"),
        Skipped(given / "c.txt", "没有识别出条款（如“一、”“第一条”），不像政策文件。"),
    )


def test_when_nothing_is_left_to_add_the_reasons_are_the_error(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "documents")
    (tmp_path / "b.txt").write_text(POLICY, encoding="utf-8")
    with pytest.raises(ReadError, match=r"没有可以加入的文件：b\.txt：内容与编号 p1 的文件相同"):
        add_documents(folder, tmp_path / "b.txt", nothing)


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="没有找到"):
        add_documents(write_corpus(tmp_path / "documents"), tmp_path / "none.txt", nothing)


def test_when_the_index_cannot_be_built_all_is_as_before(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "documents")
    before = state(folder)
    (tmp_path / "a.txt").write_text(SECOND, encoding="utf-8")
    with pytest.raises(OSError):
        add_documents(folder, tmp_path / "a.txt", fail)
    assert state(folder) == before
    add_documents(folder, tmp_path / "a.txt", nothing)
    before = state(folder)
    with pytest.raises(OSError):
        remove_document(folder, "a", tmp_path / "removed", fail)
    assert state(folder) == before


def test_the_first_file_of_an_empty_folder_begins_a_manifest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SECOND, encoding="utf-8")
    add_documents(tmp_path / "documents", tmp_path / "a.txt", nothing)
    assert [d.id for d in read_manifest(tmp_path / "documents")] == ["a"]


def test_a_removed_document_is_kept_aside_and_relations_to_it_are_forgotten(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "documents")
    (tmp_path / "a.txt").write_text(SECOND, encoding="utf-8")
    add_documents(folder, tmp_path / "a.txt", nothing)
    manifest = folder / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    related = '"relation": {"kind": "implements", "document_id": "p1"}'
    head, _, tail = text.rpartition('"relation": null')
    manifest.write_text(head + related + tail, encoding="utf-8")
    kept = remove_document(folder, "p1", tmp_path / "removed", nothing)
    assert kept.read_text(encoding="utf-8") == POLICY
    assert [(d.id, d.relation) for d in read_manifest(folder)] == [("a", None)]
    assert not (folder / "p1.txt").exists()


def test_an_unknown_id_and_the_last_document_are_refused(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "documents")
    with pytest.raises(UnknownDocumentError, match="没有编号为“x”的文件。现有文件编号：p1。"):
        remove_document(folder, "x", tmp_path / "removed", nothing)
    with pytest.raises(ManifestError, match="最后一份文件"):
        remove_document(folder, "p1", tmp_path / "removed", nothing)


def test_a_file_that_was_removed_before_is_not_written_over(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "documents")
    removed = tmp_path / "removed"
    for text in (SECOND, SECOND + "第四条 本办法自发布之日起施行。\n"):
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        add_documents(folder, tmp_path / "a.txt", nothing)
        remove_document(folder, "a", removed, nothing)
    assert sorted(p.name for p in removed.iterdir()) == ["a-2.txt", "a.txt"]
    assert (removed / "a.txt").read_text(encoding="utf-8") == SECOND
