"""What every response tells the browser: to ask no other host for anything, and to guess nothing."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
_SELF = "'self'"
_HSTS = "max-age=31536000"
_JSON = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""Of the API: a checklist as HTML brings its style along."""


class SecurityHeaders:
    """Pure ASGI middleware, so that streams pass through untouched."""

    def __init__(self, app: ASGIApp, frame_ancestors: Sequence[str] = (), https: bool = False):
        self._app = app
        self._page = page_policy(frame_ancestors)
        # The older header cannot name an origin: where one is named it would forbid it.
        self._framed = bool(frame_ancestors)
        self._https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to whatever response there is."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _FIXED.items():
                    headers.setdefault(name, value)
                api = scope["path"].startswith("/v1/")
                headers.setdefault("Content-Security-Policy", _JSON if api else self._page)
                if not self._framed:
                    headers.setdefault("X-Frame-Options", "SAMEORIGIN")
                if api:
                    headers.setdefault("Cache-Control", "no-store")
                if self._https:
                    headers.setdefault("Strict-Transport-Security", _HSTS)
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


def page_policy(frame_ancestors: Sequence[str]) -> str:
    """The page's Content-Security-Policy.

    Gradio writes its configuration and styles into the page and compiles functions from text:
    scripts need 'unsafe-inline' and 'unsafe-eval'. Nothing of what an asker or a document says
    reaches the page but through escaping; and whatever ran could reach no other host.
    """
    return (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; media-src 'self'; worker-src 'self' blob:; frame-src 'self'; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; "
        f"frame-ancestors {' '.join((_SELF, *frame_ancestors))}"
    )
