"""The protocol's side: which tools and resources there are, and a call from request to result.

The SDK's lower door is used: its upper one puts English words around every error.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from importlib.metadata import version
from typing import Any
from urllib.parse import quote, unquote

import anyio.to_thread
from mcp import MCPError
from mcp.server import Server
from mcp.server.context import ServerRequestContext
from mcp.types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListResourcesResult,
    ListToolsResult,
    PaginatedRequestParams,
    ReadResourceRequestParams,
    ReadResourceResult,
    Resource,
    TextContent,
    TextResourceContents,
    Tool,
    ToolAnnotations,
)
from pydantic import ValidationError

from assistant.caller import Caller, Channel
from assistant.errors import QuestionError
from assistant.mcp import messages
from assistant.mcp.text import as_text
from assistant.mcp.tools import BY_NAME, TOOLS
from assistant.mistakes import explain
from assistant.runtime import Runtime
from corpus.errors import ZhengwenError

logger = logging.getLogger(__name__)

RESOURCE = "zhengwen://documents/"
PAGE = 100
"""Documents in one page of the list."""
CallerOf = Callable[[Any], Caller]
"""From the HTTP request, None over stdio, to who asks."""

_Context = ServerRequestContext[Any, Any]


def by_mcp(request: Any) -> Caller:
    """A caller of whom nothing but the channel is known."""
    return Caller(Channel.MCP)


def build_server(runtime: Runtime, caller_of: CallerOf = by_mcp) -> Server[Any]:
    """The tools and documents of a runtime; safe to serve several connections."""

    async def list_tools(
        context: _Context, params: PaginatedRequestParams | None
    ) -> ListToolsResult:
        return ListToolsResult(tools=[_described(name) for name in BY_NAME])

    async def call_tool(context: _Context, params: CallToolRequestParams) -> CallToolResult:
        try:
            caller = caller_of(context.request)
            value = await anyio.to_thread.run_sync(
                _call, runtime, params.name, params.arguments or {}, caller
            )
        except ZhengwenError as error:
            return _failed(str(error))
        except Exception:
            logger.exception("tool %s", params.name if params.name in BY_NAME else "unknown")
            return _failed(messages.UNEXPECTED)
        text = as_text(params.name, value)
        return CallToolResult(
            content=[TextContent(type="text", text=text)], structured_content=value
        )

    async def list_resources(
        context: _Context, params: PaginatedRequestParams | None
    ) -> ListResourcesResult:
        documents = runtime.service.corpus.documents
        cursor = params.cursor if params and params.cursor else "0"
        start = int(cursor) if cursor.isdecimal() else 0
        page = documents[start : start + PAGE]
        more = start + PAGE < len(documents)
        return ListResourcesResult(
            resources=[
                Resource(
                    uri=RESOURCE + quote(parsed.document.id),
                    name=parsed.document.id,
                    title=parsed.document.title,
                    description=parsed.document.number,
                    mime_type="text/plain",
                )
                for parsed in page
            ],
            next_cursor=str(start + PAGE) if more else None,
        )

    async def read_resource(
        context: _Context, params: ReadResourceRequestParams
    ) -> ReadResourceResult:
        uri = str(params.uri)
        try:
            if not uri.startswith(RESOURCE):
                raise QuestionError(messages.no_resource(uri))
            parsed = runtime.service.document(unquote(uri.removeprefix(RESOURCE)))
        except ZhengwenError as error:
            raise MCPError(INVALID_PARAMS, str(error)) from error
        text = TextResourceContents(uri=uri, mime_type="text/plain", text=parsed.text)
        return ReadResourceResult(contents=[text])

    return Server(
        "zhengwen",
        title="政问",
        version=version("zhengwen"),
        instructions=messages.INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_read_resource=read_resource,
    )


def _described(name: str) -> Tool:
    tool = BY_NAME[name]
    return Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.arguments.model_json_schema(),
        output_schema=tool.result.model_json_schema(mode="serialization"),
        annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False),
    )


def _call(runtime: Runtime, name: str, given: dict[str, Any], caller: Caller) -> dict[str, Any]:
    tool = BY_NAME.get(name)
    if tool is None:
        raise QuestionError(messages.no_tool(name, "、".join(t.name for t in TOOLS)))
    try:
        arguments = tool.arguments.model_validate(given)
    except ValidationError as error:
        raise QuestionError(messages.NO_ARGUMENTS + explain(error.errors())) from error
    found = tool.result.model_validate(tool.call(runtime.service, arguments, caller))
    value: dict[str, Any] = json.loads(found.model_dump_json())
    return value


def _failed(message: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=message)], is_error=True)
