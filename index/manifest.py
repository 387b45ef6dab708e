"""The manifest of an index: one small file that says which version is valid, and what is in it."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import IndexDamagedError, IndexMissingError
from index.files import sha256

FORMAT = 2
"""Raise it when units, tokens, their weights or the files change: old indexes are rebuilt."""
_NAME = "index.json"


@dataclass(frozen=True, slots=True)
class IndexManifest:
    """Replaced in one step when a new version is complete."""

    format: int
    version: str
    """Folder with the files, beside the manifest."""
    fingerprint: str
    """The encoder that made the vectors."""
    corpus: str
    """Digest of the documents as they were parsed."""
    documents: int
    passages: int
    units: int
    files: dict[str, tuple[int, str]]
    """Name to size in bytes and SHA-256."""

    def write(self, folder: Path) -> None:
        """Make this the valid version."""
        written = folder / f".{_NAME}.new"
        with written.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        written.replace(folder / _NAME)

    def check_files(self, folder: Path) -> None:
        """Raise IndexDamagedError when a file is missing or not what was written."""
        for name, (size, digest) in self.files.items():
            path = folder / self.version / name
            try:
                intact = path.stat().st_size == size and sha256(path) == digest
            except OSError:
                intact = False
            if not intact:
                raise IndexDamagedError(
                    f"索引文件 {name} 缺失或损坏（{folder}）。请运行 zhengwen index 重建索引。"
                )


def read_manifest(folder: Path) -> IndexManifest:
    """The manifest of the index in a folder; IndexMissingError, IndexDamagedError."""
    path = folder / _NAME
    if not path.is_file():
        raise IndexMissingError(f"{folder} 中还没有索引。请先运行 zhengwen index 建立索引。")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        content["files"] = {name: (size, dig) for name, (size, dig) in content["files"].items()}
        return IndexManifest(**content)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise IndexDamagedError(
            f"索引清单 {_NAME} 已损坏（{folder}）。请运行 zhengwen index 重建索引。"
        ) from error


def describe_files(folder: Path) -> dict[str, tuple[int, str]]:
    """Size and SHA-256 of every file in a folder."""
    return {
        path.name: (path.stat().st_size, sha256(path))
        for path in sorted(folder.iterdir())
        if path.is_file()
    }


def corpus_digest(lines: list[str]) -> str:
    """SHA-256 of the snapshot of a corpus, hex."""
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()
