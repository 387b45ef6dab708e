"""A document understood: clean text, outline, passages, facts."""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.clauses import outline
from corpus.clean import clean
from corpus.facts import extract_facts
from corpus.metadata import describe
from corpus.models import Document, ParsedDocument
from corpus.passages import cut_passages
from corpus.readers import read_text


def parse_document(document: Document, raw: str) -> ParsedDocument:
    """Parse a raw text under its manifest entry.

    Raises ReadError if the text holds nothing but page marks.
    """
    cleaned = clean(raw)
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


def parse_file(path: Path, document_id: str | None = None) -> ParsedDocument:
    """Parse any file, in the corpus or not; its metadata are read from its text.

    Raises ReadError for a file that is missing or no text.
    """
    raw = read_text(path)
    described = describe(clean(raw).text, path)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    document = described.document(document_id or path.stem, path.name, sha256)
    return parse_document(document, raw)
