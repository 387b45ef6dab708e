"""Building an index, whole or only what changed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.models import Corpus
from index.assemble import Progress, assemble
from index.encode import Encoder
from index.errors import IndexDamagedError, IndexStoreError
from index.files import explain
from index.manifest import read_manifest
from index.search import Index
from index.store import (
    is_current,
    known_vectors,
    load_index,
    remove_other_versions,
    save_index,
    snapshot,
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What building an index took."""

    documents: int
    passages: int
    units: int
    encoded: int
    """Texts that were encoded; the others were unchanged or stand there more than once."""
    encode_seconds: float
    seconds: float


def silent(message: str, share: float) -> None:
    """A progress callback that tells nobody."""


def build_index(
    corpus: Corpus, encoder: Encoder, folder: Path, progress: Progress = silent
) -> BuildReport:
    """Build the index of a corpus in folder and make it the valid one.

    Texts whose vectors the old index holds are not encoded again. Raises IndexStoreError, e.g. when
    the disk is full; the old index then stays valid. Builders of one folder wait for each other.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"):
            return _build(corpus, encoder, folder, progress)
    except OSError as error:
        raise IndexStoreError(explain(error, folder)) from error


def ensure_index(
    corpus: Corpus, encoder: Encoder, folder: Path, progress: Progress = silent
) -> Index:
    """The index of exactly this corpus and encoder, built when missing, damaged or out of date."""
    if is_current(folder, snapshot(corpus), encoder.fingerprint):
        try:
            return load_index(folder, encoder)
        except IndexDamagedError:
            progress("索引损坏，重新建立", 0.0)
    build_index(corpus, encoder, folder, progress)
    return load_index(folder, encoder)


def sweep(folder: Path) -> None:
    """Remove versions that a killed builder left; nothing is done while another one is at work."""
    try:
        version = read_manifest(folder).version
        if all(path.name == version for path in folder.iterdir() if path.is_dir()):
            return
        with FileLock(folder / ".lock", timeout=0):
            remove_other_versions(folder, read_manifest(folder).version)
    except (IndexStoreError, Timeout, OSError):
        return


def _build(corpus: Corpus, encoder: Encoder, folder: Path, progress: Progress) -> BuildReport:
    began = time.perf_counter()
    lines = snapshot(corpus)
    parts = assemble(corpus, encoder, progress, known_vectors(folder, encoder.fingerprint))
    manifest = save_index(lines, parts, encoder.fingerprint, folder)
    progress("索引已就绪", 1.0)
    return BuildReport(
        documents=manifest.documents,
        passages=manifest.passages,
        units=manifest.units,
        encoded=parts.encoded,
        encode_seconds=parts.encode_seconds,
        seconds=time.perf_counter() - began,
    )
