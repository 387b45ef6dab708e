"""Where a clause can be opened: on the page, and over HTTP. Relative to the service's root."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def clause_on_page(document_id: str, ordinal: int) -> str:
    """The tab 条款查询 with this clause opened."""
    return f"/clauses?{urlencode({'document': document_id, 'clause': ordinal})}"


def clause_in_api(document_id: str, ordinal: int) -> str:
    """The clause with its neighbours as JSON."""
    return f"/v1/documents/{quote(document_id, safe='')}/clauses/{ordinal}"
