"""Where a clause can be opened: on the page, and over HTTP. Relative to the service's root."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode

Span = tuple[int, int]


def clause_on_page(document_id: str, ordinal: int, quotes: Iterable[Span] = ()) -> str:
    """The tab 条款查询 with this clause opened; quotes are spans of the document's clean text that
    are marked there."""
    query = [("document", document_id), ("clause", str(ordinal))]
    query += [("quote", f"{start}-{end}") for start, end in quotes]
    return f"/clauses?{urlencode(query)}"


def clause_in_api(document_id: str, ordinal: int) -> str:
    """The clause with its neighbours as JSON."""
    return f"/v1/documents/{quote(document_id, safe='')}/clauses/{ordinal}"


def read_quotes(quotes: Iterable[str]) -> list[Span]:
    """The spans of a link's quotes; what is no span is left out."""
    found = []
    for each in quotes:
        start, _, end = each.partition("-")
        if start.isdecimal() and end.isdecimal() and len(start) < 10 and len(end) < 10:
            found.append((int(start), int(end)))
    return found
