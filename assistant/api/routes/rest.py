"""Whatever else is asked below /v1: without this the page's application would take it."""

from __future__ import annotations

from itertools import takewhile

from fastapi import APIRouter, HTTPException, Request
from starlette.routing import Match

router = APIRouter(include_in_schema=False)
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]


@router.api_route("/v1/{rest:path}", methods=METHODS)
def unknown(request: Request) -> None:
    """405 where the address is known under other methods, which are named, else 404."""
    allowed = [method for method in METHODS if _is_served(request, method)]
    if allowed:
        raise HTTPException(405, headers={"Allow": ", ".join(allowed)})
    raise HTTPException(404)


def _is_served(request: Request, method: str) -> bool:
    """Whether one of the routes before this one would have taken it."""
    before = takewhile(
        lambda route: getattr(route, "original_router", None) is not router, request.app.routes
    )
    scope = {**request.scope, "method": method}
    return any(route.matches(scope)[0] is Match.FULL for route in before)
