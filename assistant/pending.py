"""What keeps a change of the corpus folder whole when the process dies in the middle of it.

Before anything is touched, a note beside the manifest says which files are about to come and to
go. The manifest, replaced in one step, then decides what became of it: a file that was to come and
is not listed is deleted, one that was to go and is no longer listed is moved to where it is kept.
`settle` does this after a failure, before the next change, and when the program starts.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from corpus.errors import ManifestError
from corpus.manifest import MANIFEST, read_manifest, write_manifest
from corpus.models import Document

LOCK_SECONDS = 30
_NOTE = ".pending.json"
_BEFORE = ".manifest.before"
_NEW = ".manifest.new"
ARRIVING = ".arriving-"
"""How the name of a file begins that is being copied and not whole yet."""


@contextmanager
def locked(folder: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the folder for one change; ManifestError when another program has it for too long."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / ".lock", timeout=seconds):
            yield
    except Timeout as error:
        raise ManifestError("另一个程序正在改动文件库，请稍后重试。") from error


def settle_leftovers(folder: Path) -> None:
    """At start: finish or undo what a killed process left. A change that is going on is left alone.

    Where there is nothing to do nothing is touched, so that the folder may be read-only.
    """
    if not any((folder / name).exists() for name in (_NOTE, _BEFORE, _NEW)):
        return
    with suppress(ManifestError), locked(folder, 0):
        settle(folder)


def settle(folder: Path) -> None:
    """Make the folder what its manifest says; the caller holds the lock."""
    note = _read(folder / _NOTE)
    listed = {d.file for d in read_manifest(folder)} if (folder / MANIFEST).is_file() else set()
    for file in note.get("arriving", ()):
        if file not in listed:
            (folder / file).unlink(missing_ok=True)
    for file, kept in note.get("leaving", {}).items():
        if file not in listed and (folder / file).is_file():
            Path(kept).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(folder / file, kept)
    for path in (*folder.glob(f"{ARRIVING}*"), folder / _BEFORE, folder / _NEW, folder / _NOTE):
        path.unlink(missing_ok=True)
    sync(folder)


@contextmanager
def change(
    folder: Path, *, arriving: Sequence[str] = (), leaving: Mapping[str, Path] | None = None
) -> Iterator[None]:
    """Note the change, and settle it when the block ends; if it fails, the manifest of before is
    put back first. Putting back needs no space: the disk may be full."""
    manifest, before = folder / MANIFEST, folder / _BEFORE
    note = {
        "arriving": list(arriving),
        "leaving": {file: str(kept.resolve()) for file, kept in (leaving or {}).items()},
    }
    had, kept = manifest.is_file(), False
    try:
        _write(folder / _NOTE, json.dumps(note, ensure_ascii=False))
        if had:
            _keep(manifest, before)
            kept = True
        yield
    except BaseException:
        if kept:
            before.replace(manifest)
        elif not had:
            manifest.unlink(missing_ok=True)
        settle(folder)
        raise
    settle(folder)


def replace_manifest(folder: Path, documents: tuple[Document, ...]) -> None:
    """The new manifest takes the place of the old one in one step, and is on disk then."""
    new = folder / _NEW
    write_manifest(folder, documents, _NEW)
    sync(new)
    new.replace(folder / MANIFEST)
    sync(folder)


def copy_in(source: Path, target: Path) -> None:
    """Copy a file so that the target is whole or is not there."""
    made = target.with_name(ARRIVING + target.name)
    shutil.copyfile(source, made)
    sync(made)
    made.replace(target)


def sync(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _keep(path: Path, beside: Path) -> None:
    """A second name for the content: replacing the first leaves it alone."""
    try:
        os.link(path, beside)
    except OSError:  # a file system without hard links
        shutil.copyfile(path, beside)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path) -> Mapping[str, Any]:
    """The note; empty where there is none or its writing was cut short: nothing was touched yet."""
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}
