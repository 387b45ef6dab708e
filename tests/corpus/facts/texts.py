"""Facts of invented texts and of the five real documents, by the way every document takes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpus.manifest import load_document, read_manifest
from corpus.models import Document, Facts, ParsedDocument
from corpus.parse import parse_document

_DOCUMENTS = Path(__file__).resolve().parents[3] / "corpus" / "documents"


def parsed(text: str, title: str = "关于支持科技创新的若干意见") -> ParsedDocument:
    """An invented text, parsed as a document of that title."""
    return parse_document(Document(id="t", file="t.txt", title=title), text)


def facts_of(text: str, title: str = "关于支持科技创新的若干意见") -> Facts:
    """The facts of an invented text."""
    return parsed(text, title).facts


@cache
def real(document_id: str) -> ParsedDocument:
    """One of the five documents."""
    document = next(d for d in read_manifest(_DOCUMENTS) if d.id == document_id)
    return load_document(_DOCUMENTS, document)
