"""406 where a client says that it can read nothing of what a route gives."""

from __future__ import annotations

from fastapi import HTTPException, Request
from fastapi.routing import APIRoute

ALWAYS = ("application/json", "application/problem+json")


def acceptable(request: Request) -> None:
    """Raise 406, unless one of the route's media types is in what the client accepts."""
    ranges = _ranges(request.headers.get("accept", ""))
    route = request.scope.get("route")
    if not ranges or not isinstance(route, APIRoute):
        return
    offered = {*ALWAYS, *_given(route)}
    if not any(_fits(media, wanted) for media in offered for wanted in ranges):
        raise HTTPException(406)


def _given(route: APIRoute) -> set[str]:
    """The media types of the route's success, whichever 2xx that is."""
    successes = (told for status, told in route.responses.items() if str(status).startswith("2"))
    return {media for told in successes for media in told.get("content", ())}


def _ranges(header: str) -> list[str]:
    """The media ranges that are not refused by a weight of zero."""
    ranges = []
    for part in header.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if media and not any(_is_zero(parameter) for parameter in parameters):
            ranges.append(media)
    return ranges


def _is_zero(parameter: str) -> bool:
    name, _, weight = parameter.partition("=")
    return name.strip() == "q" and weight.strip().rstrip("0") in ("", ".", "0.")


def _fits(media: str, wanted: str) -> bool:
    kind = media.partition("/")[0]
    return wanted in ("*/*", "*", media, f"{kind}/*")
