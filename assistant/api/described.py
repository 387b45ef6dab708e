"""What the OpenAPI description says of the responses of a route: an example, and every error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.api.problems import DETAILS, TITLES

Responses = dict[int | str, dict[str, Any]]

ALWAYS = (401, 406, 429, 500)
"""Any route may answer so: where a key is demanded, where too much is asked, where we failed."""
EVENT = {
    "type": "object",
    "description": "每个事件；data 是一行 JSON。",
    "properties": {"event": {"type": "string"}, "data": {"type": "string"}},
}
PROBLEM = "application/problem+json"
_MORE = {
    404: "没有编号为“x”的文件。现有文件编号：000、001、002、003、004。",
    422: "question：缺少这一项。",
    503: "索引正在加载，请稍候几秒再试。",
}


def described(
    example: Any,
    *errors: int,
    media_type: str = "application/json",
    also: Mapping[str, Any] | None = None,
) -> Responses:
    """For `responses=` of a route: the example of its 200, and its errors as problems.

    also: further media types of the 200, each with its example or None.
    """
    content: dict[str, Any] = {media_type: {"example": example}}
    if media_type == "text/event-stream":
        content[media_type]["schema"] = EVENT
    for media, more in (also or {}).items():
        schema = EVENT if media == "text/event-stream" else {"type": "string"}
        content[media] = {"schema": schema, **({"example": more} if more else {})}
    shown: Responses = {200: {"description": "成功", "content": content}}
    for status in sorted({*errors, *ALWAYS}):
        shown[status] = _problem(status)
    return shown


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
