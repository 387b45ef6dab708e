"""Chinese examples of what editors, admins and portals send and get, with a key of theirs."""

from __future__ import annotations

import json
from typing import Any

from assistant.api.examples import ANSWER, CITATION, CLAUSE, DOCUMENT

ANSWER_ID: str = ANSWER["id"]
_FEEDBACK_ID = "0d3f7c52a9184a6db7f7c5a3f0b6e1d4"
_AT = "2026-01-05T01:30:00.000000+00:00"
_CALLER: dict[str, Any] = {
    "channel": "widget",
    "visitor": "9f2c41d07ab35e68",
    "key_id": "3b7e0c91fa52",
    "request_id": "5f0c2a9e7d1b4c3f8a6e",
}

FEEDBACK_REQUEST: dict[str, Any] = {
    "answer_id": ANSWER_ID,
    "verdict": "report",
    "comment": "第二条引用与所问无关。",
}
FEEDBACK_ID: dict[str, Any] = {"id": _FEEDBACK_ID}
FEEDBACK: dict[str, Any] = {
    "items": [
        {"id": _FEEDBACK_ID, "at": _AT, **FEEDBACK_REQUEST, "caller": _CALLER, "closed": None}
    ],
    "next": None,
}
_ENTRY: dict[str, Any] = {
    "id": ANSWER_ID,
    "at": _AT,
    "caller": _CALLER,
    "conversation_id": ANSWER["conversation_id"],
    "question": ANSWER["question"],
    "standalone": ANSWER["question"],
    "status": "answered",
    "answer": ANSWER["answer"],
    "citations": [
        {
            key: CITATION[key]
            for key in ("marker", "document_id", "address", "quote", "start", "end")
        }
    ],
    "notices": ANSWER["notices"],
    "versions": {
        "zhengwen": "1.0.0",
        "encoder": "embedded:6d8c0f2b",
        "index": "b4f1c9d2e07a5386",
        "document:003": DOCUMENT["sha256"],
    },
    "composer": "extractive",
    "took_ms": 28.35,
}
AUDIT: dict[str, Any] = {"items": [_ENTRY], "next": None, "ai_generated": True}
_LINK = {"previous": "0" * 64, "digest": DOCUMENT["sha256"]}
_LABELS = {"ai_generated": True, "label": ANSWER["label"]}
AUDIT_LINES = json.dumps({**_ENTRY, **_LINK, **_LABELS}, ensure_ascii=False) + "\n"

POLICY_TEXT = "关于支持科技创新的若干措施\n\n一、发放创新券。即发放5万元创新券。（省科技厅负责）\n"
PREVIEW: dict[str, Any] = {
    "document": DOCUMENT,
    "text": CLAUSE["text"],
    "clauses": [{key: told for key, told in CLAUSE.items() if key not in ("link", "api")}],
    "facts": {"responsibilities": [], "targets": [], "measures": []},
    "warnings": ["没有从正文读出日期，请核对文件开头与落款。"],
    "conflicts": [],
    "copies": [
        {
            "document_id": "002",
            "title": DOCUMENT["title"],
            "kind": "copy_of",
            "reverse": False,
        }
    ],
    "same_as": None,
    "refusal": None,
}
PUBLISHED: dict[str, Any] = {"document": DOCUMENT}
WITHDRAWN: dict[str, Any] = {"id": "003", "kept": "003.txt"}

METRICS = (
    "# HELP zhengwen_ready 1 when the index is loaded.\n"
    "# TYPE zhengwen_ready gauge\n"
    "zhengwen_ready 1.0\n"
    'zhengwen_questions_total{channel="page",status="answered"} 12.0\n'
)

TOKEN_REQUEST: dict[str, Any] = {"origin": "https://www.example.gov.cn", "visitor": "c1f0"}
TOKEN: dict[str, Any] = {
    "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIzYjdlMGM5MWZhNTIifQ.c2lnbmF0dXJl",
    "expires_in": 900,
}
