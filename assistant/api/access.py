"""What the routes ask: who calls, and whether his key may do this."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request, Security

from assistant.access.access import Access
from assistant.api.secured import KEY
from assistant.caller import Caller, Channel
from assistant.records.models import ApiKey, Scope

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="zhengwen"'}


def _access(request: Request) -> Access:
    access: Access = request.state.access
    return access


def _caller(request: Request) -> Caller:
    caller: Caller = request.state.caller
    return caller


def _key(request: Request) -> ApiKey:
    key: ApiKey | None = request.state.key
    if key is None:
        raise HTTPException(401, headers=CHALLENGE)
    return key


AccessDependency = Annotated[Access, Depends(_access)]
CallerDependency = Annotated[Caller, Depends(_caller)]
"""Who asks, under a pseudonym."""


def needs(scope: Scope) -> Callable[..., ApiKey]:
    """A dependency that gives the key; 401 without one, 403 where its scope is too small."""

    described = Security(KEY, scopes=[scope])  # refuses nobody

    def check(request: Request, _shown: Any = described) -> ApiKey:
        return admitted(request, scope)

    return check


def admitted(request: Request, scope: Scope) -> ApiKey:
    """The key of a request; 401 without one, 403 where its scope is too small."""
    key = _key(request)
    if not key.scope.covers(scope):
        raise HTTPException(403)
    return key


def caller_of_tool(request: Any) -> Caller:
    """Who calls a tool over HTTP; over stdio there is no request."""
    if request is None:
        return Caller(Channel.MCP)
    caller: Caller = request.state.caller
    return caller
