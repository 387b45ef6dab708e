"""Errors in the shape that OpenAI clients read: {"error": {message, type, param, code}}."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi.responses import JSONResponse

from assistant.api.printable import printable
from assistant.api.request_ids import current_request
from corpus.errors import ZhengwenError

_CODES: Mapping[int, tuple[str, str | None]] = {
    400: ("invalid_request_error", None),
    401: ("authentication_error", "invalid_api_key"),
    403: ("permission_error", "insufficient_permissions"),
    404: ("invalid_request_error", "not_found"),
    405: ("invalid_request_error", "method_not_allowed"),
    406: ("invalid_request_error", "not_acceptable"),
    413: ("invalid_request_error", "request_too_large"),
    415: ("invalid_request_error", "unsupported_media_type"),
    429: ("rate_limit_error", "rate_limit_exceeded"),
    500: ("server_error", "internal_error"),
    503: ("server_error", "service_unavailable"),
}
"""Type and code of each status."""


class CompatibleError(ZhengwenError):
    """A request of an OpenAI client that is refused; the message says what to do."""

    def __init__(
        self, message: str, *, param: str | None, code: str | None, status: int = 400
    ) -> None:
        super().__init__(message)
        self.param = param
        self.code = code
        self.status = status


def is_openai_path(path: str) -> bool:
    """Whether OpenAI clients ask there."""
    return path == "/v1/models" or path.startswith(("/v1/chat/", "/v1/models/"))


def error_body(
    status: int, message: str, *, param: str | None = None, code: str | None = None
) -> dict[str, Any]:
    """The error as JSON; with the request's id, which clients show as it is."""
    kind, usual = _CODES.get(status, ("invalid_request_error", None))
    error = {"message": printable(message), "type": kind, "param": param, "code": code or usual}
    request = current_request()
    return {"error": {**error, "request_id": request.id} if request else error}


def openai_error(
    status: int,
    message: str,
    *,
    param: str | None = None,
    code: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The response of an error. What is wrong with the content is 400 here, as clients expect."""
    status = 400 if status == 422 else status
    body = error_body(status, message, param=param, code=code)
    return JSONResponse(body, status, dict(headers) if headers else None)
