"""Putting documents into the corpus folder and taking them out; either wholly or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.pending import change, copy_in, locked, replace_manifest, settle
from corpus.errors import ManifestError, ReadError, UnknownDocumentError, ZhengwenError
from corpus.manifest import (
    MANIFEST,
    file_digest,
    load_corpus,
    read_manifest,
    source_files,
    unique_id,
)
from corpus.models import Document
from corpus.parse import parse_file


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not added, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the files that were to be added."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


def add_documents(folder: Path, given: Path, after: Callable[[], None]) -> Added:
    """Copy a file, or every file of a folder, into the corpus folder and list it in the manifest.

    `after` (building the index) runs when all is in place; when it fails, all is undone. A file
    that is unreadable, without clauses, or there already is skipped. Raises ReadError when nothing
    is left to add.
    """
    paths = _paths(given)
    with locked(folder):
        settle(folder)
        before = _listed(folder)
        documents, skipped = _describe(paths, before, folder)
        if not documents:
            raise ReadError(
                "没有可以加入的文件：" + "；".join(f"{s.path.name}：{s.reason}" for s in skipped)
            )
        added = tuple(document for document, _ in documents)
        with change(folder, arriving=[document.file for document in added]):
            for document, path in documents:
                copy_in(path, folder / document.file)
            replace_manifest(folder, (*before, *added))
            after()
        return Added(added, tuple(skipped))


def remove_document(folder: Path, document_id: str, kept: Path, after: Callable[[], None]) -> Path:
    """Take a document out of the manifest; its file is moved into `kept`, never deleted.

    Relations of other documents to it are forgotten. Raises UnknownDocumentError, or ManifestError
    for the last document. Returns where the file lies now.
    """
    with locked(folder):
        settle(folder)
        before = _listed(folder)
        document = next((d for d in before if d.id == document_id), None)
        if document is None:
            known = "、".join(d.id for d in before)
            raise UnknownDocumentError(f"没有编号为“{document_id}”的文件。现有文件编号：{known}。")
        if len(before) == 1:
            raise ManifestError("这是最后一份文件，不能移除；请先用 zhengwen add 加入别的文件。")
        left = tuple(_without_relation(d, document_id) for d in before if d is not document)
        target = kept / unique_name(document.file, kept)
        with change(folder, leaving={document.file: target}):
            replace_manifest(folder, left)
            after()
        return target


def unique_name(name: str, folder: Path) -> str:
    """The name, numbered where the folder holds it already: what was kept before stays."""
    path, number = Path(name), 2
    while (folder / path).exists():
        path, number = Path(name).with_stem(f"{Path(name).stem}-{number}"), number + 1
    return path.as_posix()


def _paths(given: Path) -> Sequence[Path]:
    if given.is_dir():
        paths = source_files(given)
        if not paths:
            raise ReadError(f"文件夹“{given}”里没有文件。")
        return paths
    if not given.is_file():
        raise ReadError(f"没有找到“{given}”，请检查路径。")
    return [given]


def _describe(
    paths: Sequence[Path], before: Sequence[Document], folder: Path
) -> tuple[list[tuple[Document, Path]], list[Skipped]]:
    taken = {document.id for document in before} | {path.stem for path in folder.glob("[!.]*")}
    digests = {document.sha256: document.id for document in before}
    documents: list[tuple[Document, Path]] = []
    skipped: list[Skipped] = []
    for path in paths:
        document_id = unique_id(path.stem, taken)
        try:
            parsed = parse_file(path, document_id)
        except ZhengwenError as error:
            skipped.append(Skipped(path, str(error)))
            continue
        same = digests.get(parsed.document.sha256)
        if same is not None:
            skipped.append(Skipped(path, f"内容与编号 {same} 的文件相同，无需再加。"))
            continue
        if len(parsed.clauses) < 2:
            skipped.append(Skipped(path, "没有识别出条款（如“一、”“第一条”），不像政策文件。"))
            continue
        document = replace(parsed.document, file=f"{document_id}{path.suffix.lower()}")
        taken.add(document_id)
        digests[document.sha256] = document_id
        documents.append((document, path))
    return documents, skipped


def _without_relation(document: Document, gone: str) -> Document:
    if document.relation is not None and document.relation.document_id == gone:
        return replace(document, relation=None)
    return document


def _listed(folder: Path) -> tuple[Document, ...]:
    """What the manifest lists. Where there is none yet, all files of the folder become listed with
    the change, so that none of them is lost by it."""
    if (folder / MANIFEST).is_file():
        return read_manifest(folder)
    files = {file_digest(path): path for path in source_files(folder)}
    if not files:
        return ()
    return tuple(
        replace(
            parsed.document,
            file=files[parsed.document.sha256 or ""].relative_to(folder).as_posix(),
            relation=None,
        )
        for parsed in load_corpus(folder).documents
    )
