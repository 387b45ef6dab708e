"""Every error leaves as application/problem+json (RFC 9457), in Chinese, saying what to do.

Below the paths that OpenAI clients know it leaves in the shape that they read instead.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.api.compatible.errors import CompatibleError, is_openai_path, openai_error
from assistant.api.printable import printable
from assistant.api.request_ids import current_request
from assistant.errors import (
    LedgerError,
    PageError,
    ProfileError,
    PublishError,
    PublishingBusyError,
    QuestionError,
    RecordsError,
    StorageError,
    TokenError,
    UnknownAnswerError,
    UnknownClauseError,
)
from assistant.mistakes import explain
from assistant.runtime import NotReadyError
from corpus.errors import ManifestError, ReadError, UnknownDocumentError, ZhengwenError

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json; charset=utf-8"
TITLES = {
    400: "请求无法解析",
    401: "需要密钥",
    403: "权限不够",
    404: "没有找到",
    405: "不支持的方法",
    406: "没有可接受的格式",
    409: "与现状冲突",
    408: "请求超时",
    413: "请求过大",
    415: "不支持的请求体格式",
    421: "主机名不在允许之列",
    422: "请求内容不合要求",
    429: "请求过于频繁",
    500: "服务内部出错",
    503: "服务尚未就绪",
    507: "服务器存储空间不足",
}
_STATUS: Sequence[tuple[type[ZhengwenError], int]] = (
    (UnknownDocumentError, 404),
    (UnknownClauseError, 404),
    (QuestionError, 422),
    (PageError, 422),
    (ProfileError, 422),
    (LedgerError, 422),
    (TokenError, 403),
    (NotReadyError, 503),
    (RecordsError, 503),
    (UnknownAnswerError, 404),
    (PublishingBusyError, 409),
    (StorageError, 507),
    (PublishError, 422),
    (ReadError, 422),
    (ManifestError, 409),
)
DETAILS = {
    400: "请求体不是合法的 UTF-8 编码 JSON，请检查后重试。",
    401: "请在 Authorization 请求头中带上有效的密钥后重试。",
    403: "当前密钥不能做这件事，请换用有权限的密钥。",
    404: "没有这个地址，可用的接口见 /docs。",
    405: "这个地址不支持该方法，可用的接口见 /docs。",
    406: "这个接口给不出 Accept 请求头要求的格式，请改为 application/json 或去掉该请求头。",
    408: "请求发送得太慢，已中止，请检查网络后重试。",
    413: "请求体超过上限，请精简后重试。",
    415: "请求体应为不压缩的 JSON，请设置 Content-Type: application/json 后重试。",
    429: "请求过于频繁，请稍后重试。",
    500: "服务内部出错，请稍后重试；若反复出现，请把请求编号告诉管理员。",
}


def problem_body(status: int, detail: str) -> dict[str, Any]:
    """The fields of an error, with the id of the request that met it."""
    request = current_request()
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(status, "请求失败"),
        "status": status,
        "detail": printable(detail),
    }
    return {**body, "request_id": request.id} if request else body


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The response of an error, in the shape that the clients of the path read."""
    request = current_request()
    if request and is_openai_path(request.path):
        return openai_error(status, detail, headers=headers)
    return JSONResponse(problem_body(status, detail), status, headers, MEDIA_TYPE)


def problem_of(error: Exception) -> tuple[int, str]:
    """Status and detail of an error that ends an answer; what is unexpected is logged here."""
    status = next((s for kind, s in _STATUS if isinstance(error, kind)), 500)
    if status < 500 or isinstance(error, NotReadyError | RecordsError):
        return status, str(error)
    logger.error("an answer failed", exc_info=error)
    return 500, DETAILS[500]


def install_problem_handlers(app: FastAPI) -> None:
    """Hand every kind of error of this application to one of the functions below."""
    app.add_exception_handler(ZhengwenError, _zhengwen_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unexpected)


async def _zhengwen_error(request: Request, error: Exception) -> JSONResponse:
    if isinstance(error, CompatibleError):
        return openai_error(error.status, str(error), param=error.param, code=error.code)
    status = next((s for kind, s in _STATUS if isinstance(error, kind)), 500)
    if status == 500:
        logger.error("%s %s: %s", request.method, ascii(request.url.path), error)
    return problem(status, str(error), {"Retry-After": "5"} if status == 503 else None)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    mistakes = error.errors()
    if _is_no_plain_json(request) and any(m["loc"][:1] == ("body",) for m in mistakes):
        return problem(415, DETAILS[415])
    if any(mistake["type"] == "json_invalid" for mistake in mistakes):
        return problem(400, DETAILS[400])
    return problem(422, explain(mistakes, outer=1))


def _is_no_plain_json(request: Request) -> bool:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_json = media == "application/json" or (
        media.startswith("application/") and media.endswith("+json")
    )
    return not is_json or _is_packed(request)


def _is_packed(request: Request) -> bool:
    return request.headers.get("content-encoding", "identity").strip().lower() != "identity"


async def _http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = error.status_code
    if status == 400 and _is_packed(request):
        status = 415
    detail = DETAILS.get(status, TITLES.get(status, "请求失败"))
    return problem(status, detail, error.headers)


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    logger.exception("%s %s", request.method, ascii(request.url.path), exc_info=error)
    return problem(500, DETAILS[500])
