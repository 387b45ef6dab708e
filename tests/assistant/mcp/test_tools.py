"""The six tools through the official client, over a real process and over a real HTTP server."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
import uvicorn
from mcp import Client, MCPError, StdioServerParameters
from mcp.types import CallToolResult, TextContent

from assistant import labels
from assistant.api.app import create_app
from assistant.mcp.messages import LABEL
from assistant.runtime import Runtime
from assistant.settings import Settings
from tests.assistant.policy import NUMBER, TITLE

PROJECT = Path(__file__).resolve().parents[3]
SERVE = "from assistant.cli import main; main()"
ADDRESS = f"《{TITLE}》（{NUMBER}）"


@contextmanager
def served(settings: Settings, runtime: Runtime) -> Iterator[str]:
    """A real server in a thread of this process."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        config = uvicorn.Config(create_app(settings, runtime), log_level="error")
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        port = listener.getsockname()[1]
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(30)


@pytest.fixture(scope="module")
def address(small_settings: Settings, small_runtime: Runtime) -> Iterator[str]:
    with served(small_settings, small_runtime) as base:
        yield base


def with_client(server: Any, use: Callable[[Client], Awaitable[None]]) -> None:
    async def run() -> None:
        async with Client(server, read_timeout_seconds=60) as client:
            await use(client)

    asyncio.run(run())


def text_of(result: CallToolResult) -> str:
    assert isinstance(result.content[0], TextContent)
    return result.content[0].text


async def every_tool(client: Client) -> None:
    """One conversation through all tools; the two transports must give the same."""
    tools = (await client.list_tools()).tools
    assert [tool.name for tool in tools] == [
        "ask_policy",
        "search_clauses",
        "get_clause",
        "check_eligibility",
        "list_responsibilities",
        "list_targets",
    ]
    assert all(tool.output_schema and tool.description for tool in tools)

    asked = await client.call_tool("ask_policy", {"question": "首次认定高新技术企业奖励多少？"})
    assert not asked.is_error
    answer = asked.structured_content
    assert "20万元" in answer["answer"]
    assert answer["citations"][0]["address"] == f"{ADDRESS}（二）"
    assert (answer["ai_generated"], answer["label"]) == (True, labels.LABEL)
    assert f"[1] {ADDRESS}（二）：“" in text_of(asked)
    assert text_of(asked).endswith(LABEL)
    followed = await client.call_tool(
        "ask_policy",
        {"question": "那由谁负责？", "conversation_id": answer["conversation_id"]},
    )
    assert "市科技局" in followed.structured_content["answer"]

    found = await client.call_tool("search_clauses", {"query": "创新券", "k": 2})
    hits = found.structured_content["hits"]
    assert [hit["address"] for hit in hits][:1] == [f"{ADDRESS}（一）"]
    for named in ({"address": hits[0]["address"]}, {"address": "第一条", "document_id": "p1"}):
        clause = await client.call_tool("get_clause", named)
        (whole,) = clause.structured_content["clauses"]
        assert whole["text"].startswith("（一）发放创新券。")
        assert whole["link"] == "/clauses?document=p1&clause=2"

    told = {"text": "我们是一家民营企业，去年首次通过了高新技术企业认定。"}
    checked = await client.call_tool("check_eligibility", told)
    assert checked.structured_content["profile"]["statuses"] == {"高新技术企业": True}
    duties = await client.call_tool(
        "list_responsibilities", {"body": "市科技局", "role": "牵头", "limit": 1}
    )
    assert duties.structured_content["total"] == 1
    assert duties.structured_content["items"][0]["lead"] == ["市科技局"]
    targets = await client.call_tool("list_targets", {"indicator": "众创空间"})
    assert [(t["value"], t["deadline"]) for t in targets.structured_content["items"]] == [
        ("12", "2025年")
    ]

    resources = (await client.list_resources()).resources
    assert [(str(r.uri), r.title) for r in resources] == [("zhengwen://documents/p1", TITLE)]
    read = await client.read_resource("zhengwen://documents/p1")
    assert "发放创新券" in read.contents[0].text  # type: ignore[union-attr]


async def every_mistake(client: Client) -> None:
    """What is wrong is said in Chinese, as an error of the tool."""
    for name, given, told in (
        ("ask_policy", {"question": " "}, "请输入要咨询的政策问题"),
        ("ask_policy", {}, "参数有误：question：缺少这一项。"),
        ("ask_policy", {"question": "问", "topk": 3}, "参数有误：topk：不认识这一项。"),
        ("ask_policy", {"question": "问" * 3000}, "问题太长了"),
        ("search_clauses", {"query": "券", "k": 0}, "参数有误：k：过小。"),
        ("search_clauses", {"query": "券", "documents": ["x"]}, "没有编号为“x”的文件"),
        ("get_clause", {"address": "第九百条"}, "没有找到条款“第九百条”"),
        ("check_eligibility", {}, "请说明企业的情况"),
        (
            "check_eligibility",
            {"profile": {"a": [[[[[[1]]]]]]}},
            "参数有误：profile：层数过多，最多6层",
        ),
        ("ask_policy", {"question": "问", "profile": {"员工": 10**20}}, "参数有误：profile：数字"),
        ("ask_policy", {"question": "问", "as_of": 86400}, "参数有误：as_of：应为 2026-01-31"),
        ("list_responsibilities", {"role": "老大"}, "参数有误：role：不是可用的取值。"),
        ("list_targets", {"year": 12}, "年份“12”不对"),
        ("no_such", {}, "没有名为“no_such”的工具，可用的有：ask_policy、"),
    ):
        failed = await client.call_tool(name, given)
        assert failed.is_error
        assert text_of(failed).startswith(told)
    with pytest.raises(MCPError, match="没有编号为“x”的文件"):
        await client.read_resource("zhengwen://documents/x")
    with pytest.raises(MCPError, match="没有资源“file:///etc/passwd”"):
        await client.read_resource("file:///etc/passwd")


def test_over_stdio(small_settings: Settings) -> None:
    process = StdioServerParameters(
        command=sys.executable,
        args=["-c", SERVE, "mcp"],
        env={
            "PYTHONPATH": str(PROJECT),
            "ZHENGWEN_HOME": str(small_settings.home),
            "ZHENGWEN_DATA": str(small_settings.data),
            "ZHENGWEN_DOCUMENTS": str(small_settings.documents),
        },
    )

    async def use(client: Client) -> None:
        await every_tool(client)
        await every_mistake(client)

    with_client(process, use)


def test_over_streamable_http(address: str) -> None:
    async def use(client: Client) -> None:
        await every_tool(client)
        await every_mistake(client)

    with_client(f"{address}/mcp", use)


def test_standard_output_carries_nothing_but_the_protocol(
    own_settings: Settings, tmp_path: Path
) -> None:
    opening = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }
    ran = subprocess.run(
        [sys.executable, "-c", SERVE, "mcp"],
        input=json.dumps(opening).encode() + b"\nno json at all\n",
        env={"PYTHONPATH": str(PROJECT), "ZHENGWEN_HOME": str(own_settings.home),
             "ZHENGWEN_DATA": str(own_settings.data),
             "ZHENGWEN_DOCUMENTS": str(own_settings.documents)},
        capture_output=True,
        timeout=120,
    )  # fmt: skip
    lines = [json.loads(line) for line in ran.stdout.decode().splitlines()]
    assert {line["jsonrpc"] for line in lines} == {"2.0"}
    assert lines[0]["result"]["serverInfo"]["name"] == "zhengwen"
    assert ran.returncode == 0


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Host": "localhost.evil.example:8000"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:3000"}, 200),
        ({}, 200),
    ],
)
def test_a_host_or_a_web_page_that_is_not_known_is_refused(
    address: str, headers: dict[str, str], status: int
) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    accept = {"Accept": "application/json, text/event-stream", **headers}
    answered = httpx.post(f"{address}/mcp", json=body, headers=accept)
    assert answered.status_code == status
    if status != 200:
        assert "mcp_hosts" in answered.json()["detail"]


def test_a_body_over_the_limit_is_refused(address: str) -> None:
    assert httpx.post(f"{address}/mcp", content=b"x" * 30_000).status_code == 413
