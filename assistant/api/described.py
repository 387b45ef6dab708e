"""What the OpenAPI description says of the responses of a route: an example, and every error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant import messages
from assistant.api.problems import DETAILS, TITLES

Responses = dict[int | str, dict[str, Any]]

ALWAYS = (401, 406, 429, 500, 503)
"""Any route may answer so: where a key is demanded or cannot be looked up, where too much is asked,
where we failed, where the process is ending."""
EVENT = {
    "type": "object",
    "description": "每个事件；data 是一行 JSON。",
    "properties": {"event": {"type": "string"}, "data": {"type": "string"}},
}
PROBLEM = "application/problem+json"
_MORE = {
    404: "没有编号为“x”的文件。现有文件编号：000、001、002、003、004。",
    409: messages.PUBLISHING_BUSY,
    422: "question：缺少这一项。",
    503: "索引正在加载，请稍候几秒再试。",
    507: messages.DISK_FULL,
}


def described(
    example: Any,
    *errors: int,
    status: int = 200,
    media_type: str = "application/json",
    also: Mapping[str, Any] | None = None,
) -> Responses:
    """For `responses=` of a route: the example of its success, and its errors as problems.

    status: of the success; a 204 has no content and no example.
    also: further media types of the success, each with its example or None.
    """
    content: dict[str, Any] = {media_type: {"example": example}}
    if media_type != "application/json":
        content[media_type]["schema"] = _schema(media_type)
    for media, more in (also or {}).items():
        content[media] = {"schema": _schema(media), **({"example": more} if more else {})}
    success: dict[str, Any] = {"description": "成功"}
    shown: Responses = {status: success if status == 204 else success | {"content": content}}
    # Where a body can be too large it can come too slowly.
    slow = (408,) if 413 in errors else ()
    for error in sorted({*errors, *slow, *ALWAYS}):
        shown[error] = _problem(error)
    return shown


def _schema(media_type: str) -> dict[str, Any]:
    return EVENT if media_type == "text/event-stream" else {"type": "string"}


def _problem(status: int) -> dict[str, Any]:
    example = {
        "type": "about:blank",
        "title": TITLES[status],
        "status": status,
        "detail": _MORE.get(status) or DETAILS[status],
        "request_id": "5f0c2a9e7d1b4c3f8a6e",
    }
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": TITLES[status],
        "content": {PROBLEM: {"schema": schema, "example": example}},
    }
