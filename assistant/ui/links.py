"""Addresses of clauses: the form that every surface links to."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

Span = tuple[int, int]


def clause_link(document_id: str, ordinal: int, quotes: Iterable[Span] = ()) -> str:
    """Where the page opens a clause; quotes are spans of the document's clean text to be marked."""
    query = [("document", document_id), ("clause", str(ordinal))]
    query += [("quote", f"{start}-{end}") for start, end in quotes]
    return f"/clauses?{urlencode(query)}"


def read_quotes(quotes: Iterable[str]) -> list[Span]:
    """The spans of a link's quotes; what is no span is left out."""
    found = []
    for quote in quotes:
        start, _, end = quote.partition("-")
        if start.isdecimal() and end.isdecimal() and len(start) < 10 and len(end) < 10:
            found.append((int(start), int(end)))
    return found
