"""Who asks, whether they may, and how often: decided for every request before its route is found."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.access.access import Access
from assistant.access.keys import PREFIX
from assistant.access.rates import Cost
from assistant.access.visitors import pseudonym
from assistant.api.problems import DETAILS, problem
from assistant.caller import Caller, Channel
from assistant.errors import LimitError, RecordsError, TokenError
from assistant.records.models import ApiKey

SCRIPT = "/widget.js"
OPEN = frozenset(("/health", "/ready", SCRIPT))
"""What whatever watches over the process asks, and what a portal's page loads: never bounded."""
JUDGED = frozenset(("/metrics",))
"""What decides by itself who may come, also where a key is demanded of everyone."""
WIDGET = re.compile(r"/v1/(?:answer(?:/stream)?|feedback|documents/[^/]+)")
"""What a widget's token opens."""
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
"""Headers that a reverse proxy adds."""
_ANSWERING = re.compile(
    r"POST /(?:v1/(?:answer(?:/stream)?|search|eligibility|chat/completions)|mcp/?)"
    r"|GET /clauses/search"
)
_MADE = re.compile(r"GET /v1/facts/[^/]+")
"""Given out as a file it is made for the asker, which costs as much as an answer."""
_RETRY = {"Retry-After": "5"}
_CHALLENGE = 'Bearer realm="zhengwen"'
_PAGE_CHALLENGE = 'Basic realm="zhengwen", charset="UTF-8", Bearer realm="zhengwen"'
_ALLOWED = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Last-Event-ID, X-Request-ID",
    "Access-Control-Max-Age": "600",
}
_EXPOSED = "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Request-ID"


class Refused(Exception):
    """The request ends here with this status."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, dict(headers or {})


@dataclass(frozen=True, slots=True)
class Identity:
    """Who asks, and with which key of his own."""

    caller: Caller
    key: ApiKey | None = None


class Doorman:
    """Pure ASGI middleware. Puts `caller`, `key` and `access` into the request's state."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app, self._access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its caller, or answer 204, 401, 429 or 503 here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers, path = Headers(scope=scope), scope["path"]
        origin = headers.get("origin")
        shared = _shared_with(self._access, path, origin)
        # The widget's script is for every page, which its route says itself.
        send = send if path == SCRIPT else _sending(send, shared)
        if shared and scope.get("method") == "OPTIONS":
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        try:
            identity = await self._identify(scope, headers, shared)
            standing = self._count(identity.caller, scope)
        except Refused as refused:
            response = problem(refused.status, refused.detail, refused.headers)
            await response(scope, receive, send)
            return
        except RecordsError as error:
            # Whether the key holds cannot be known.
            await problem(503, str(error), _RETRY)(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state.update(caller=identity.caller, key=identity.key, access=self._access)
        await self._app(scope, receive, _telling(send, standing))

    async def _identify(self, scope: Scope, headers: Headers, shared: str | None) -> Identity:
        access, path = self._access, scope["path"]
        peer = scope["client"][0] if scope.get("client") else None
        address = access.addresses.client(peer, ", ".join(headers.getlist("x-forwarded-for")))
        here = access.addresses.is_here(peer, any(name in headers for name in FORWARDED))
        caller = Caller(
            _channel(path),
            None if here else pseudonym(access.visitor_secret, address),
            request_id=scope.get("state", {}).get("request_id"),
        )
        credential = _credential(headers.get("authorization", ""))
        if credential.startswith(PREFIX):
            # The records may be a database.
            key = await run_in_threadpool(access.keys.check, credential)
            if key is None:
                raise Refused(401, "密钥无效、已过期或已撤销，请检查后重试。", _challenge(path))
            return Identity(replace(caller, key_id=key.id), key)
        if credential.count(".") == 2 and WIDGET.fullmatch(path):
            try:
                found = await run_in_threadpool(
                    access.tokens.check, credential, headers.get("origin")
                )
            except TokenError as error:
                raise Refused(401, str(error), _challenge(path)) from error
            visitor = pseudonym(access.visitor_secret, address, found.session)
            return Identity(
                replace(caller, channel=Channel.WIDGET, visitor=visitor, key_id=found.key_id)
            )
        if shared:
            raise Refused(401, "门户页面请先由门户服务器取得令牌。", _challenge(path))
        # Clients of the OpenAI interface cannot go without a key: where none is demanded, what is
        # no key of ours is none.
        if access.require_key and path not in OPEN | JUDGED:
            raise Refused(401, DETAILS[401], _challenge(path))
        return Identity(caller)

    def _count(self, caller: Caller, scope: Scope) -> Mapping[str, str]:
        cost = _cost(scope)
        if cost is None:
            return {}
        try:
            standing = self._access.admit(caller, cost)
        except LimitError as error:
            raise Refused(429, str(error), error.headers) from error
        return standing.headers if standing else {}


def is_answering(scope: Scope) -> bool:
    """Whether a request makes the service search, check, answer or make a file."""
    asked = f"{scope['method']} {scope['path']}"
    if _MADE.fullmatch(asked):
        return QueryParams(scope["query_string"]).get("format", "json") != "json"
    return _ANSWERING.fullmatch(asked) is not None


def _cost(scope: Scope) -> Cost | None:
    path, method = scope["path"], scope.get("method")
    if path in OPEN:
        return None
    if is_answering(scope):
        return Cost.ANSWER
    if path.startswith(("/v1/", "/clauses/")):
        return Cost.READ
    return Cost.PAGE if path.startswith("/gradio_api/") and method == "POST" else None


def _channel(path: str) -> Channel:
    if path.startswith("/v1/chat/"):
        return Channel.OPENAI
    if path.startswith("/mcp"):
        return Channel.MCP
    return Channel.API if path.startswith("/v1/") else Channel.PAGE


def _shared_with(access: Access, path: str, origin: str | None) -> str | None:
    """The portal's origin, where this route may be read from it; all others are same-origin."""
    allowed = origin and access.origins.lists(origin) and WIDGET.fullmatch(path)
    return origin if allowed else None


def _credential(authorization: str) -> str:
    """The key or token of the header, "" where there is none.

    Basic is what a browser's own dialogue sends: the key is the password, under any name.
    """
    scheme, _, value = authorization.strip().partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        decoded = base64.b64decode(value.strip(), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
    return decoded.partition(":")[2]


def _challenge(path: str) -> dict[str, str]:
    """How to show a key: a browser that opens the page asks for it by itself."""
    return {
        "WWW-Authenticate": _CHALLENGE if path.startswith(("/v1/", "/mcp")) else _PAGE_CHALLENGE
    }


def _sending(send: Send, shared: str | None) -> Send:
    """`send` with what lets a portal's page read the answer, and nothing that lets another one.

    Gradio allows every origin by itself, with credentials: that is taken off.
    """

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name in [n for n in headers if n.startswith("access-control-")]:
                del headers[name]
            if shared:
                headers.update(_ALLOWED)
                headers["Access-Control-Allow-Origin"] = shared
                headers["Access-Control-Expose-Headers"] = _EXPOSED
                headers.add_vary_header("Origin")
        await send(message)

    return sending


def _telling(send: Send, standing: Mapping[str, str]) -> Send:
    """`send` with how the caller stands."""

    async def telling(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(standing)
        await send(message)

    return telling
