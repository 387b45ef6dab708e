"""Every error leaves as application/problem+json (RFC 9457), in Chinese, saying what to do."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.errors import (
    LedgerError,
    ProfileError,
    PublishError,
    PublishingBusyError,
    QuestionError,
    StorageError,
)
from assistant.mistakes import explain
from assistant.runtime import NotReadyError
from corpus.errors import ManifestError, ReadError, UnknownDocumentError, ZhengwenError

logger = logging.getLogger(__name__)

TITLES = {
    400: "请求无法解析",
    401: "需要密钥",
    403: "密钥权限不够",
    404: "没有找到",
    405: "不支持的方法",
    409: "暂时不能进行",
    413: "请求过大",
    421: "主机名不在允许之列",
    422: "请求内容不合要求",
    500: "服务内部出错",
    503: "服务尚未就绪",
    507: "服务器存储空间不足",
}
_STATUS: Sequence[tuple[type[ZhengwenError], int]] = (
    (UnknownDocumentError, 404),
    (QuestionError, 422),
    (ProfileError, 422),
    (LedgerError, 422),
    (NotReadyError, 503),
    (PublishingBusyError, 409),
    (StorageError, 507),
    (PublishError, 422),
    (ReadError, 422),
    (ManifestError, 409),
)
DETAILS = {
    400: "请求体不是合法的 UTF-8 编码 JSON，请检查后重试。",
    401: "请在 Authorization 头里以 Bearer 方式给出有效的密钥；密钥由管理员发放。",
    403: "这个密钥没有这项权限，请向管理员申请相应的密钥。",
    404: "没有这个地址，可用的接口见 /docs。",
    405: "这个地址不支持该方法，可用的接口见 /docs。",
    413: "请求体超过上限，请精简后重试。",
}


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The response of an error."""
    return JSONResponse(
        {
            "type": "about:blank",
            "title": TITLES.get(status, "请求失败"),
            "status": status,
            "detail": detail,
        },
        status_code=status,
        headers=headers,
        media_type="application/problem+json; charset=utf-8",
    )


def install_problem_handlers(app: FastAPI) -> None:
    """Hand every kind of error of this application to one of the functions below."""
    app.add_exception_handler(ZhengwenError, _zhengwen_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unexpected)


async def _zhengwen_error(request: Request, error: Exception) -> JSONResponse:
    status = next((s for kind, s in _STATUS if isinstance(error, kind)), 500)
    if status == 500:
        logger.error("%s %s: %s", request.method, request.url.path, error)
    return problem(status, str(error), {"Retry-After": "5"} if status == 503 else None)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    mistakes = error.errors()
    if any(mistake["type"] == "json_invalid" for mistake in mistakes):
        return problem(400, DETAILS[400])
    return problem(422, explain(mistakes, outer=1))


async def _http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    detail = DETAILS.get(error.status_code, TITLES.get(error.status_code, "请求失败"))
    return problem(error.status_code, detail, error.headers)


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    logger.exception("%s %s", request.method, request.url.path, exc_info=error)
    return problem(500, "服务内部出错，请稍后重试；若反复出现，请查看服务日志。")
