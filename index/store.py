"""The index on disk: written beside the old one, switched in one step, checked when it is opened.

A folder holds index.json and one version folder. A reader follows index.json; a writer fills a new
version folder, replaces index.json, then removes the old version. Whatever moment a crash chooses,
index.json names a complete version.
"""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from corpus.models import Corpus
from corpus.snapshot import dumps_snapshot, loads_snapshot
from index.assemble import KnownVectors, Parts
from index.dense import DenseIndex
from index.encode import Encoder
from index.errors import IndexDamagedError, IndexMismatchError, IndexStoreError
from index.files import explain, new_folder
from index.lexical import LexicalIndex
from index.manifest import (
    FORMAT,
    IndexManifest,
    corpus_digest,
    describe_files,
    read_manifest,
)
from index.search import Index
from index.unit_table import UnitTable

_PREFIX = "v-"
_SNAPSHOT = "corpus.jsonl"
_UNITS = "units.npz"
_LEXICAL = "lexical.npz"


def snapshot(corpus: Corpus) -> list[str]:
    """A corpus as lines of JSON, a document each."""
    return [dumps_snapshot(parsed) for parsed in corpus.documents]


def save_index(lines: list[str], parts: Parts, fingerprint: str, folder: Path) -> IndexManifest:
    """Write an index and make it the valid one; IndexStoreError leaves the old one valid."""
    version = _PREFIX + secrets.token_hex(6)
    with new_folder(folder / version, IndexStoreError) as made:
        (made / _SNAPSHOT).write_text("\n".join(lines) + "\n", encoding="utf-8")
        parts.units.save(made / _UNITS)
        parts.lexical.save(made / _LEXICAL)
        parts.dense.save(made)
        manifest = IndexManifest(
            format=FORMAT,
            version=version,
            fingerprint=fingerprint,
            corpus=corpus_digest(lines),
            documents=len(lines),
            passages=parts.lexical.passages,
            units=len(parts.dense),
            files=describe_files(made),
        )
    try:
        manifest.write(folder)
    except OSError as error:
        shutil.rmtree(folder / version, ignore_errors=True)
        raise IndexStoreError(explain(error, folder)) from error
    remove_other_versions(folder, version)
    return manifest


def load_index(folder: Path, encoder: Encoder) -> Index:
    """Open the index in a folder, every file checked.

    Raises IndexMissingError, IndexDamagedError, or IndexMismatchError when another encoder or
    another version of the program made it.
    """
    manifest = read_manifest(folder)
    try:
        return _open(folder, manifest, encoder)
    except IndexDamagedError:
        # A rebuild may have switched versions between reading the manifest and its files.
        again = read_manifest(folder)
        if again.version == manifest.version:
            raise
        return _open(folder, again, encoder)


def is_current(folder: Path, lines: list[str], fingerprint: str) -> bool:
    """Whether the folder's manifest speaks of this corpus and encoder; files are not checked."""
    try:
        manifest = read_manifest(folder)
    except IndexStoreError:
        return False
    return (manifest.format, manifest.fingerprint, manifest.corpus) == (
        FORMAT,
        fingerprint,
        corpus_digest(lines),
    )


def known_vectors(folder: Path, fingerprint: str) -> KnownVectors | None:
    """The vectors in an index of the same encoder, or None where there is nothing to reuse."""
    try:
        manifest = read_manifest(folder)
        if manifest.fingerprint != fingerprint or manifest.format != FORMAT:
            return None
        manifest.check_files(folder)
        inside = folder / manifest.version
        return KnownVectors(UnitTable.load(inside / _UNITS).digests, DenseIndex.load(inside))
    except IndexStoreError:
        return None


def remove_other_versions(folder: Path, version: str) -> None:
    """Remove version folders that are no longer, or never became, valid."""
    for path in folder.iterdir():
        if path.name.lstrip(".").startswith(_PREFIX) and path.name != version:
            shutil.rmtree(path, ignore_errors=True)


def _open(folder: Path, manifest: IndexManifest, encoder: Encoder) -> Index:
    if manifest.format != FORMAT:
        raise IndexMismatchError(
            f"{folder} 中的索引由其他版本的程序建立。请运行 zhengwen index 重建索引。"
        )
    if manifest.fingerprint != encoder.fingerprint:
        raise IndexMismatchError(
            f"{folder} 中的索引由另一个向量模型（{manifest.fingerprint}）建立，"
            f"当前模型是 {encoder.fingerprint}。请运行 zhengwen index 重建索引，或换回原来的模型。"
        )
    manifest.check_files(folder)
    inside = folder / manifest.version
    lines = (inside / _SNAPSHOT).read_text(encoding="utf-8").splitlines()
    return Index(
        corpus=Corpus(tuple(loads_snapshot(line) for line in lines)),
        encoder=encoder,
        units=UnitTable.load(inside / _UNITS),
        dense=DenseIndex.load(inside),
        lexical=LexicalIndex.load(inside / _LEXICAL),
        version=manifest.version,
    )
