"""Whatever else is asked below /v1: without this the page's application would take it."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from starlette.routing import Match

router = APIRouter(include_in_schema=False)
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]


@router.api_route("/v1/{rest:path}", methods=METHODS)
def unknown(request: Request) -> None:
    """405 where the address is known under another method, else 404."""
    known: set[str] = set()
    for route in request.app.routes:
        if route.matches(request.scope)[0] is Match.PARTIAL:
            known |= getattr(route, "methods", None) or set()
    if known:
        raise HTTPException(405, headers={"Allow": ", ".join(sorted(known))})
    raise HTTPException(404)
