"""The OpenAPI description, made whole: shared schemas, tags, and errors as each path gives them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from assistant.api.compatible.errors import error_body, is_openai_path
from assistant.api.compatible.schemas import OpenAIError
from assistant.api.described import PROBLEM
from assistant.api.doorman import JUDGED, OPEN, WIDGET
from assistant.api.schemas import Problem
from assistant.api.secured import schemes, security_of

DESCRIPTION = (
    "回答政策问题，句句有条款出处。请求与返回都是 UTF-8 编码的 JSON；出错时返回 application/problem+json，"
    "detail 写明原因与办法（OpenAI 兼容接口按其惯例返回 error 对象）。每个返回都带 X-Request-ID，请求里带上它则沿用，"
    "反馈问题时请提供。"
)
TAGS = (
    ("问答", "提问与答复。"),
    ("检索", "检索条款段落。"),
    ("资格匹配", "逐条核对各项支持措施的条件。"),
    ("文件", "文件、条款与效力。"),
    ("文件管理", "预览、发布与撤回文件，需要编辑人员的密钥。"),
    ("台账", "责任分工、目标指标与支持措施。"),
    ("OpenAI 兼容", "现有的对话前端改一个地址即可使用。"),
    ("反馈与日志", "评价与举报；审计日志需要管理员的密钥。"),
    ("门户组件", "门户的服务器为访客取得令牌。"),
    ("运行状态", "供监控使用。"),
)
_TEMPLATE = "#/components/schemas/{model}"


def install_openapi(app: FastAPI, *, require_key: bool, metrics_open: bool) -> None:
    """Let the application describe itself whole, its doors as the settings have them."""
    opened = OPEN | JUDGED if metrics_open else OPEN
    plain: Callable[[], dict[str, Any]] = app.openapi

    def whole() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = plain()
            _restore_examples(app, schema)
            app.openapi_schema = _completed(schema)
            _secure(app.openapi_schema, opened, require_key)
        return app.openapi_schema

    app.openapi = whole  # type: ignore[method-assign]


def _restore_examples(app: FastAPI, schema: dict[str, Any]) -> None:
    """Put the examples in as they are: FastAPI leaves out what is null in them."""
    routers = [getattr(route, "original_router", None) for route in app.routes]
    for route in (route for router in routers if router for route in router.routes):
        if not isinstance(route, APIRoute) or not route.include_in_schema:
            continue
        for method in route.methods or ():
            path = re.sub(r"\{(\w+):path\}", r"{\1}", route.path)
            shown = schema["paths"][path][method.lower()]["responses"]
            for status, response in route.responses.items():
                for media, content in response.get("content", {}).items():
                    shown[str(status)]["content"][media] |= content


def _completed(schema: dict[str, Any]) -> dict[str, Any]:
    used = {tag for operation in _operations(schema) for tag in operation[1].get("tags", ())}
    schema["tags"] = [{"name": n, "description": d} for n, d in TAGS if n in used]
    schemas = schema["components"]["schemas"]
    for model in (Problem, OpenAIError):
        made = model.model_json_schema(ref_template=_TEMPLATE)
        schemas |= made.pop("$defs", {})
        schemas[model.__name__] = made
    for path, operation in _operations(schema):
        operation["responses"] = dict(_responses(path, operation["responses"]))
    # FastAPI's own, which no response of ours has.
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    return schema


def _secure(schema: dict[str, Any], opened: frozenset[str], require_key: bool) -> None:
    components = schema["components"]
    components["securitySchemes"] = schemes(components["securitySchemes"])
    for path, operation in _operations(schema):
        operation["security"] = (
            []
            if path in opened
            else security_of(
                operation.get("security", []),
                for_widgets=WIDGET.fullmatch(path) is not None,
                key_demanded=require_key,
            )
        )


def _operations(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            yield path, operation


def _responses(path: str, responses: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for status, response in responses.items():
        if "HTTPValidationError" in str(response):
            continue
        content = response.get("content", {})
        if is_openai_path(path) and PROBLEM in content:
            detail = content[PROBLEM]["example"]["detail"]
            example = error_body(int(status), detail)
            reference = {"$ref": _TEMPLATE.format(model=OpenAIError.__name__)}
            response["content"] = {"application/json": {"schema": reference, "example": example}}
        headers = {"X-Request-ID": {"description": "请求编号。", "schema": {"type": "string"}}}
        if status in ("429", "503"):
            headers["Retry-After"] = {
                "description": "多少秒后再试。",
                "schema": {"type": "string"},
            }
        response["headers"] = headers
        yield status, response
