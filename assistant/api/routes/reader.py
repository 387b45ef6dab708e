"""GET /clauses: the address of a clause, and the pieces that the page's reader is filled with."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from assistant.api.dependencies import ServiceDependency
from assistant.links import read_quotes
from assistant.ui.reader import found_html, outline_html, text_html

router = APIRouter(include_in_schema=False)

DocumentId = Annotated[str, Query(max_length=100)]
Quotes = Annotated[list[str], Query(max_length=50)]


@router.get("/clauses")
def clause(request: Request) -> RedirectResponse:
    """The page opens the clause that the same query names."""
    return RedirectResponse(f"/?{request.url.query}#clauses")


@router.get("/clauses/text")
def text(
    service: ServiceDependency,
    document: DocumentId,
    clause: Annotated[int, Query(ge=0)] = 0,
    quote: Quotes = [],  # noqa: B006 - FastAPI copies it
) -> HTMLResponse:
    """A whole document; 404 for an id that is not held."""
    return HTMLResponse(text_html(service.document(document), clause, read_quotes(quote)))


@router.get("/clauses/outline")
def outline(service: ServiceDependency, document: DocumentId) -> HTMLResponse:
    """The tree of its clauses."""
    return HTMLResponse(outline_html(service.document(document)))


@router.get("/clauses/search")
def search(service: ServiceDependency, words: Annotated[str, Query()]) -> HTMLResponse:
    """Clauses that hold the words, or come near them."""
    return HTMLResponse(found_html(service, words))
