"""Documents straight from the corpus folder, for what needs neither index nor encoder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assistant.settings import Settings
from corpus.errors import UnknownDocumentError
from corpus.export import describe_document
from corpus.manifest import MANIFEST, load_corpus, load_document, read_manifest
from corpus.models import ParsedDocument
from corpus.parse import parse_file
from corpus.validity.held import Held


def load_documents(settings: Settings, document_id: str | None = None) -> list[ParsedDocument]:
    """All documents of the corpus, or only one; raises ZhengwenError for what cannot be read."""
    folder = settings.documents
    if document_id is not None and (folder / MANIFEST).is_file():
        listed = read_manifest(folder)
        for document in listed:
            if document.id == document_id:
                return [load_document(folder, document)]
        raise UnknownDocumentError(_unknown(document_id, [d.id for d in listed]))
    loaded = list(load_corpus(folder).documents)
    if document_id is None:
        return loaded
    chosen = [parsed for parsed in loaded if parsed.document.id == document_id]
    if not chosen:
        raise UnknownDocumentError(_unknown(document_id, [p.document.id for p in loaded]))
    return chosen


def load_any(settings: Settings, name: str) -> ParsedDocument:
    """A document of the corpus by id, or any file by path."""
    path = Path(name)
    if path.is_file():
        return parse_file(path)
    looks_like_path = path.suffix != "" or len(path.parts) > 1
    if looks_like_path:
        return parse_file(path)
    return load_documents(settings, name)[0]


def describe_documents(documents: Sequence[ParsedDocument], as_of: date) -> list[dict[str, Any]]:
    """Every document with what its text says of itself, and how it stands on a day."""
    held = Held.of(documents)
    return [describe_document(parsed, as_of, held) for parsed in documents]


def _unknown(document_id: str, known: list[str]) -> str:
    return f"没有编号为“{document_id}”的文件。现有文件编号：{'、'.join(known)}。"
