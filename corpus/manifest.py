"""The list of documents beside their files, and the corpus that they make."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.copies import relate
from corpus.errors import ManifestError, ReadError, ZhengwenError
from corpus.models import Corpus, Document, ParsedDocument, Relation, RelationKind
from corpus.parse import parse_document, parse_file
from corpus.readers import SUFFIXES, read_text

MANIFEST = "manifest.jsonl"
OnProblem = Callable[[Path, ZhengwenError], None]


class _RelationEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    kind: RelationKind
    document_id: str


class _Entry(BaseModel):
    """A line of the manifest."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: Annotated[str, Field(min_length=1, pattern=r"^[^/\\\s]+$")]
    file: Annotated[str, Field(min_length=1)]
    title: Annotated[str, Field(min_length=1)]
    number: str | None = None
    issuer: str | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$")] | None = None
    level: Literal["国家", "省", "市", "县"] | None = None
    region: str | None = None
    status: str | None = None
    relation: _RelationEntry | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    short_titles: list[str] = []

    def document(self) -> Document:
        relation = self.relation
        return Document(
            id=self.id,
            file=self.file,
            title=self.title,
            number=self.number,
            issuer=self.issuer,
            date=self.date,
            level=self.level,
            region=self.region,
            status=self.status,
            relation=Relation(relation.kind, relation.document_id) if relation else None,
            sha256=self.sha256,
            short_titles=tuple(self.short_titles),
        )


def read_manifest(folder: Path) -> tuple[Document, ...]:
    """The documents that a folder's manifest.jsonl lists, files not yet opened.

    Raises ManifestError for a missing manifest, a bad line, an id or a file listed twice, or a
    relation to a document that is not listed.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise ManifestError(
            f"文件夹“{folder.name}”里没有 {MANIFEST}，请先用 zhengwen add 添加文件。"
        )
    documents: list[Document] = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if line.strip():
            documents.append(_parse_line(line, number))
    if not documents:
        raise ManifestError(f"{MANIFEST} 里一份文件也没有，请先用 zhengwen add 添加文件。")
    _check_unique(documents)
    return tuple(documents)


def write_manifest(folder: Path, documents: tuple[Document, ...], name: str = MANIFEST) -> None:
    """Write the manifest of a folder, one line a document, in the given order."""
    lines = [json.dumps(manifest_entry(d), ensure_ascii=False) for d in documents]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def manifest_entry(document: Document) -> dict[str, object]:
    """A document as a line of the manifest holds it."""
    relation = document.relation
    return {
        "id": document.id,
        "file": document.file,
        "title": document.title,
        "number": document.number,
        "issuer": document.issuer,
        "date": document.date,
        "level": document.level,
        "region": document.region,
        "status": document.status,
        "relation": {"kind": relation.kind, "document_id": relation.document_id}
        if relation
        else None,
        "sha256": document.sha256,
        "short_titles": list(document.short_titles),
    }


def load_document(folder: Path, document: Document) -> ParsedDocument:
    """Read and parse one listed document; ManifestError if its file is missing or was changed."""
    path = folder / document.file
    if not path.is_file():
        raise ManifestError(
            f"文件库登记的文件“{document.file}”（编号 {document.id}）不见了，请放回原处或用 zhengwen remove {document.id} 移除登记。"
        )
    if document.sha256 and file_digest(path) != document.sha256:
        raise ManifestError(
            f"文件“{document.file}”（编号 {document.id}）的内容与登记时不一致。若是有意修改，请先 zhengwen remove {document.id} 再重新添加。"
        )
    return parse_document(document, read_text(path))


def load_corpus(folder: Path, on_problem: OnProblem | None = None) -> Corpus:
    """All documents of a folder, with its manifest or without.

    Without a manifest every readable file is a document whose metadata come from its text and
    whose id is the file's name; the same text under two names is one document. A file that cannot
    be read is reported to on_problem and left out; without on_problem its error is raised. Copies
    and versions are found by content where the manifest names none. ReadError if nothing is left.
    """
    if not folder.is_dir():
        raise ReadError(f"找不到文件夹“{folder}”，请检查路径。")
    report = on_problem or _raise
    documents: list[ParsedDocument] = []
    if (folder / MANIFEST).is_file():
        for document in read_manifest(folder):
            try:
                documents.append(load_document(folder, document))
            except ZhengwenError as error:
                report(folder / document.file, error)
    else:
        taken: set[str] = set()
        texts: dict[str, str] = {}
        for path in source_files(folder):
            try:
                parsed = parse_file(path, unique_id(path.stem, taken))
            except ZhengwenError as error:
                report(path, error)
                continue
            twin = texts.get(parsed.text)
            if twin is not None:
                told = f"文件“{path.name}”与“{twin}”正文相同，只保留后者。"
                (on_problem or _silent)(path, ReadError(told))
                continue
            texts[parsed.text] = path.name
            taken.add(parsed.document.id)
            documents.append(parsed)
    if not documents:
        raise ReadError(
            f"文件夹“{folder.name}”里没有可用的政策文件（可读格式：{'、'.join(SUFFIXES)}）。"
        )
    return relate(Corpus(tuple(documents)))


def source_files(folder: Path) -> list[Path]:
    """Files of a folder and its subfolders that may be documents, in name order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST and not path.name.startswith((".", "~$"))
    )


def unique_id(stem: str, taken: set[str]) -> str:
    """An id without spaces made of a file's stem, numbered where it is taken."""
    base = "-".join(stem.split()) or "document"
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    return candidate


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _parse_line(line: str, number: int) -> Document:
    try:
        return _Entry.model_validate_json(line).document()
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "json_invalid":
            raise ManifestError(
                f"{MANIFEST} 第 {number} 行不是合法的 JSON，请改正这一行。"
            ) from error
        where = ".".join(str(part) for part in first["loc"]) or "整行"
        reasons = {"missing": "缺少这一项", "extra_forbidden": "没有这一项，请删去"}
        why = reasons.get(first["type"], "取值不对")
        raise ManifestError(f"{MANIFEST} 第 {number} 行的“{where}”有误：{why}。") from error


def _check_unique(documents: list[Document]) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise ManifestError(f"{MANIFEST} 里编号“{document.id}”出现了两次，请改用不同的编号。")
        seen.add(document.id)
    for document in documents:
        if document.relation and document.relation.document_id not in seen:
            raise ManifestError(
                f"{MANIFEST} 里“{document.id}”关联的文件“{document.relation.document_id}”没有登记。"
            )


def _silent(path: Path, error: ZhengwenError) -> None:
    """The same text twice is worth a word, but no reason to stop."""


def _raise(path: Path, error: ZhengwenError) -> None:
    raise error
