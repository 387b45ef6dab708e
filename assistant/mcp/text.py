"""A result as a text, for clients that show nothing else: always with its sources and the label."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.mcp.messages import LABEL


def as_text(tool: str, value: Mapping[str, Any]) -> str:
    """The result of a tool in words; what has no words of its own is JSON."""
    if tool == "ask_policy":
        lines = list(_answer(value))
    elif tool == "search_clauses":
        lines = [f"{h['address']}（编号 {h['document_id']}）\n{h['text']}" for h in value["hits"]]
    elif tool == "get_clause":
        lines = [f"{c['address']}\n{c['text']}" for c in value["clauses"]]
    else:
        kept = {k: v for k, v in value.items() if k not in ("label", "ai_generated")}
        lines = [json.dumps(kept, ensure_ascii=False)]
    return "\n\n".join([*lines, LABEL])


def _answer(value: Mapping[str, Any]) -> Iterator[str]:
    yield value["answer"]
    for citation in value["citations"]:
        yield f"[{citation['marker']}] {citation['address']}：“{citation['quote']}”"
    if value["nearest"]:
        yield "最接近的条款：" + "；".join(n["address"] for n in value["nearest"])
    yield from value["notices"]
    if value["suggestions"]:
        yield "可以接着问：" + "；".join(value["suggestions"])
    yield f"会话编号：{value['conversation_id']}"
