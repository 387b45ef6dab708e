"""Whatever else is asked below /v1: without this the page's application would take it."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from starlette.routing import Match

router = APIRouter(include_in_schema=False)


@router.api_route("/v1/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
def unknown(request: Request) -> None:
    """405 where the address is known under another method, else 404."""
    for route in request.app.routes:
        if route.matches(request.scope)[0] is Match.PARTIAL:
            raise HTTPException(405)
    raise HTTPException(404)
