from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.build import build_index
from index.errors import IndexDamagedError, IndexMismatchError, IndexMissingError
from index.manifest import FORMAT, read_manifest
from index.store import is_current, known_vectors, load_index, snapshot
from tests.index.doubles import TALENT, VOUCHER, CharacterEncoder, corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build_index(corpus(v=VOUCHER), CharacterEncoder(), tmp_path / "index")
    return tmp_path / "index"


def version(folder: Path) -> Path:
    return folder / read_manifest(folder).version


def test_an_opened_index_holds_the_corpus_it_was_built_from(folder: Path) -> None:
    assert load_index(folder, CharacterEncoder()).corpus == corpus(v=VOUCHER)


def test_a_missing_index_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="zhengwen index"):
        load_index(tmp_path / "nowhere", CharacterEncoder())


@pytest.mark.parametrize("name", ["vectors.npy", "units.npz", "lexical.npz", "corpus.jsonl"])
def test_a_changed_file_is_noticed(folder: Path, name: str) -> None:
    path = version(folder) / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(IndexDamagedError, match=name):
        load_index(folder, CharacterEncoder())


def test_a_truncated_and_a_missing_file_are_noticed(folder: Path) -> None:
    path = version(folder) / "vectors.npy"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(IndexDamagedError, match=r"vectors\.npy 缺失或损坏"):
        load_index(folder, CharacterEncoder())
    path.unlink()
    with pytest.raises(IndexDamagedError, match=r"vectors\.npy 缺失或损坏"):
        load_index(folder, CharacterEncoder())


@pytest.mark.parametrize("content", ["", "{", "[]", '{"files": {}}', '{"files": {"a": 1}}'])
def test_a_broken_manifest_is_noticed(folder: Path, content: str) -> None:
    (folder / "index.json").write_text(content, encoding="utf-8")
    with pytest.raises(IndexDamagedError, match="索引清单"):
        load_index(folder, CharacterEncoder())


def test_another_encoders_index_is_refused(folder: Path) -> None:
    with pytest.raises(IndexMismatchError, match="另一个向量模型（characters:1）"):
        load_index(folder, CharacterEncoder("characters:2"))


def test_another_formats_index_is_refused_and_not_reused(folder: Path) -> None:
    content = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    content["format"] = FORMAT + 1
    (folder / "index.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(IndexMismatchError, match="其他版本的程序"):
        load_index(folder, CharacterEncoder())
    assert known_vectors(folder, "characters:1") is None


def test_an_index_is_current_for_its_corpus_and_encoder_only(folder: Path) -> None:
    lines = snapshot(corpus(v=VOUCHER))
    assert is_current(folder, lines, "characters:1")
    assert not is_current(folder, lines, "characters:2")
    assert not is_current(folder, snapshot(corpus(v=TALENT)), "characters:1")
    assert not is_current(folder / "nowhere", lines, "characters:1")


def test_a_new_version_replaces_the_old_and_what_a_crash_left_behind(folder: Path) -> None:
    old = version(folder)
    (folder / "v-crashed").mkdir()
    (folder / ".v-crashed.x1").mkdir()
    build_index(corpus(t=TALENT), CharacterEncoder(), folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        ".lock",
        "index.json",
        version(folder).name,
    ]
    assert not old.exists()


def test_a_reader_follows_a_switch_that_happens_under_its_hands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first look at the manifest is from before the rebuild, the files from after it."""
    stale = read_manifest(folder)
    build_index(corpus(t=TALENT), CharacterEncoder(), folder)
    looks = iter([stale, read_manifest(folder)])
    monkeypatch.setattr("index.store.read_manifest", lambda _: next(looks))
    assert load_index(folder, CharacterEncoder()).corpus == corpus(t=TALENT)
