"""Outlines in a form that a test can show: an address and a title a line."""

from __future__ import annotations

from corpus.clean import clean
from corpus.models import Clause, Document, TextWarning
from corpus.outline.clauses import outline
from corpus.outline.labels import document_name

NOTICE = Document(id="n", file="n.txt", title="某通知")


def addresses(document: Document, clauses: tuple[Clause, ...]) -> list[str]:
    """Indented addresses without the document's name, a tab and the title behind them."""
    name = document_name(document)
    return [
        f"{'  ' * (c.level - 1)}{c.address.removeprefix(name)}\t{c.title or ''}".rstrip()
        for c in clauses[1:]
    ]


def outline_of(raw: str) -> list[str]:
    """Addresses and titles of a raw text."""
    return addresses(NOTICE, outline(NOTICE, clean(raw).text)[0])


def clauses_of(raw: str) -> tuple[str, tuple[Clause, ...], tuple[TextWarning, ...]]:
    """Clean text, clauses and warnings about the numbering."""
    text = clean(raw).text
    clauses, warnings = outline(NOTICE, text)
    return text, clauses, warnings
