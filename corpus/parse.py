"""A document understood: clean text, outline, passages, facts."""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.clean import CleanText, clean
from corpus.facts import extract_facts
from corpus.metadata.describe import describe
from corpus.models import Document, ParsedDocument
from corpus.outline.clauses import outline
from corpus.passages import cut_passages
from corpus.readers import read_text


def parse_document(document: Document, raw: str) -> ParsedDocument:
    """Parse a raw text under its manifest entry.

    Raises ReadError if the text holds nothing but page marks.
    """
    return _understand(document, clean(raw))


def parse_file(path: Path, document_id: str | None = None) -> ParsedDocument:
    """Parse any file, in the corpus or not; its metadata are read from its text.

    Raises ReadError for a file that is missing or no text.
    """
    cleaned = clean(read_text(path))
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    described = describe(cleaned.text, path)
    return _understand(described.document(document_id or path.stem, path.name, sha256), cleaned)


def _understand(document: Document, cleaned: CleanText) -> ParsedDocument:
    clauses, warnings = outline(document, cleaned.text)
    return ParsedDocument(
        document=document,
        text=cleaned.text,
        source_offsets=cleaned.source_offsets,
        clauses=clauses,
        passages=cut_passages(document, cleaned.text, clauses),
        facts=extract_facts(document, cleaned.text, clauses),
        warnings=(*cleaned.warnings, *warnings),
    )
