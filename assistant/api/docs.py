"""GET /docs: the OpenAPI description as one plain page that asks no other host for anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.api.secured import told

docs_router = APIRouter(include_in_schema=False)

_STYLE = """
body { font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  max-width: 56rem; margin: 0 auto; padding: 1rem; color: #1f2937; background: #fff; }
h1 { color: #b3261e; } h2 { border-bottom: 1px solid #e2e5ea; padding-bottom: .2rem; }
code, pre { font: 14px/1.5 ui-monospace, Consolas, monospace; background: #f7f8fa; }
pre { padding: .7rem; white-space: pre-wrap; overflow-wrap: anywhere; border-radius: .4rem; } b { color: #b3261e; }
table { border-collapse: collapse; width: 100%; } td { border-top: 1px solid #e2e5ea;
  padding: .3rem .6rem .3rem 0; vertical-align: top; } summary { cursor: pointer; }
"""


@docs_router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """The page, written from the same description that /openapi.json gives."""
    description = request.app.openapi()
    info = description["info"]
    body = "".join(_operations(description, str(request.base_url).rstrip("/")))
    return HTMLResponse(
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(info['title'])} 接口说明</title><style>{_STYLE}</style>"
        f"<h1>{escape(info['title'])} 接口说明</h1><p>{escape(info['description'])}"
        ' 机器可读的说明：<a href="openapi.json">openapi.json</a>；网页：<a href="./">首页</a>。</p>'
        f"<p>出错时返回 application/problem+json，detail 写明原因与办法。</p>{body}</html>"
    )


def _operations(description: dict[str, Any], base: str) -> Iterator[str]:
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            yield f"<h2>{escape(operation['summary'])}</h2>"
            yield f"<p><code><b>{method.upper()}</b> {escape(path)}</code></p>"
            yield f"<p>{escape(operation.get('description', ''))}</p>"
            yield f"<p>{escape(told(operation['security']))}</p>"
            for parameter in operation.get("parameters", ()):
                text = parameter.get("description", "")
                yield f"<p><code>{escape(parameter['name'])}</code> {escape(text)}</p>"
            request = operation.get("requestBody")
            if request and "application/json" in request["content"]:
                schema = _resolve(description, request["content"]["application/json"]["schema"])
                yield f"<h3>请求体</h3>{_table(schema)}{_curl(schema, base + path)}"
            if request and "multipart/form-data" in request["content"]:
                yield f"<h3>请求体</h3>{_upload(base + path)}"
            yield from _responses(description, operation["responses"])


def _responses(description: dict[str, Any], responses: dict[str, Any]) -> Iterator[str]:
    (success,) = (told for status, told in responses.items() if status.startswith("2"))
    for media, content in success.get("content", {}).items():
        schema = _resolve(description, content.get("schema", {}))
        example = content.get("example", "")
        if not isinstance(example, str):
            example = json.dumps(example, ensure_ascii=False, indent=2)
        shown = f"<pre>{escape(example)}</pre>" if example else ""
        yield f"<details><summary>返回 {escape(media)}</summary>{_table(schema)}{shown}</details>"
    errors = "".join(
        f"<li>{status} {escape(response['description'])}</li>"
        for status, response in sorted(responses.items())
        if not status.startswith("2")
    )
    yield f"<details><summary>出错时</summary><ul>{errors}</ul></details>"


def _resolve(description: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    found: dict[str, Any] = description["components"]["schemas"][schema["$ref"].split("/")[-1]]
    return found


def _table(schema: dict[str, Any]) -> str:
    required = schema.get("required", ())
    rows = "".join(
        f"<tr><td><code>{escape(name)}</code>{'（必填）' if name in required else ''}</td>"
        f"<td>{escape(_kind(field))}</td><td>{escape(field.get('description', ''))}</td></tr>"
        for name, field in schema.get("properties", {}).items()
    )
    return f"<table>{rows}</table>"


def _kind(field: dict[str, Any]) -> str:
    if "anyOf" in field:
        return " | ".join(_kind(option) for option in field["anyOf"])
    if "$ref" in field:
        return str(field["$ref"]).rsplit("/", 1)[-1]
    if field.get("type") == "array":
        return f"{_kind(field.get('items', {}))}[]"
    return str(field.get("type", "object"))


def _curl(schema: dict[str, Any], url: str) -> str:
    data = json.dumps(schema["examples"][0], ensure_ascii=False)
    command = f"curl -s {url} -H 'content-type: application/json' -d '{data}'"
    return f"<pre>{escape(command)}</pre>"


def _upload(url: str) -> str:
    key = "-H 'authorization: Bearer 密钥'"
    form = f"curl -s {url} {key} -F file=@实施办法.txt"
    whole = f"curl -s '{url}?name=实施办法.txt' {key} --data-binary @实施办法.txt"
    return f"<pre>{escape(form)}\n{escape(whole)}</pre>"
