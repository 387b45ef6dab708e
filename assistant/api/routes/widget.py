"""GET /widget.js: the script that a portal puts on its own pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Request, Response

from assistant.widget.script import widget_script

router = APIRouter(include_in_schema=False)

_HEADERS = {
    # Minutes, not days: the script speaks to this service, and both are upgraded together.
    "Cache-Control": "public, max-age=300, must-revalidate",
    "Vary": "Accept-Encoding",
    # The script is public and holds nothing of anybody: pages of other origins may load it, also
    # with an integrity attribute, which needs the first of these two.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


# Not in the OpenAPI description: it is loaded by a page, and no client is made for it.
@router.head("/widget.js")
@router.get("/widget.js")
def widget(
    request: Request,
    if_none_match: Annotated[str | None, Header()] = None,
    accept_encoding: Annotated[str, Header()] = "",
) -> Response:
    """The script, gzipped where that can be read; 304 for who has it already."""
    script = widget_script(request.app.state.max_question_chars)
    headers = _HEADERS | {"ETag": script.etag}
    if _names(if_none_match or "", script.etag):
        return Response(status_code=304, headers=headers)
    if _accepts_gzip(accept_encoding):
        return Response(
            script.gzipped,
            headers=headers | {"Content-Encoding": "gzip"},
            media_type="text/javascript",
        )
    return Response(script.body, headers=headers, media_type="text/javascript")


def _names(condition: str, etag: str) -> bool:
    """Whether If-None-Match names the etag, by weak comparison."""
    named = {part.strip().removeprefix("W/") for part in condition.split(",")}
    return "*" in named or etag.removeprefix("W/") in named


def _accepts_gzip(accepted: str) -> bool:
    for part in accepted.split(","):
        coding, _, quality = part.partition(";")
        if coding.strip().lower() in {"gzip", "*"}:
            return quality.strip().replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False
