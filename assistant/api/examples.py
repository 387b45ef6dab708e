"""Chinese examples of everything that goes in and out, taken from the documents as they come.

Longer than a module should be because it is a list: one example after the other, nothing else.
"""

from __future__ import annotations

from typing import Any

from assistant.labels import LABEL

QUESTION = "科技型中小微企业能领多少创新券？"
_TITLE = "关于强化实施创新驱动发展战略进一步推进大众创业万众创新深入发展的实施意见"
_CLAUSE = f"《{_TITLE}》（晋发〔2017〕51号）（二十一）"
_QUOTE = "对在创新券管理系统中完成信息注册和审核的科技型中小微企业，即发放5万元创新券。"
_PASSAGE = f"（二十一）实施科技创新券政策。完善创新券管理制度和运行机制。{_QUOTE}"
_LINKS = {"link": "/clauses?document=003&clause=35", "api": "/v1/documents/003/clauses/35"}
_LABEL = LABEL
_PREVAILS = "本回答由程序依据条款自动生成，以文件原文为准。"
_PAST = f"《{_TITLE}》所定目标期到2020年为止，已届满。"
_NEXT = "《实施意见》“实施科技创新券政策”由哪些部门负责？"
_ID, _CONVERSATION = "507fe41f3a9c49bfba97f3e2dfe7eba4", "96a16ca34dc345ec93b0f5da8cf88f00"
_CREATED = 1767225600

CITATION: dict[str, Any] = {
    "marker": 1,
    "document_id": "003",
    "title": _TITLE,
    "address": _CLAUSE,
    "quote": _QUOTE,
    "passage": _PASSAGE,
    "start": 5511,
    "end": 5550,
    **_LINKS,
}
_TEXT = f"根据{_CLAUSE}，对在创新券管理系统中完成信息注册和审核的科技型中小微企业，即发放5万元创新券。[1]"
ANSWER: dict[str, Any] = {
    "id": _ID,
    "conversation_id": _CONVERSATION,
    "question": QUESTION,
    "status": "answered",
    "refused": False,
    "answer": _TEXT,
    "citations": [CITATION],
    "facts": [],
    "notices": [_PAST],
    "nearest": [],
    "suggestions": [_NEXT],
    "ai_generated": True,
    "label": _LABEL,
    "notice": _PREVAILS,
    "timings_ms": {"Retrieve": 12.5, "total": 28.35},
}
EVENTS = (
    'event: status\ndata: {"step": "Retrieve", "text": "正在检索条款", "request_id": "r-1"}\n\n'
    'event: text\ndata: {"text": "即发放5万元创新券。[1]"}\n\n'
    f'event: notice\ndata: {{"text": "{_PAST}"}}\n\n'
    f'event: done\ndata: {{"id": "{_ID}", "status": "answered", "refused": false}}\n\n'
)
HIT: dict[str, Any] = {
    "id": "003/35",
    "document_id": "003",
    "address": _CLAUSE,
    "text": _PASSAGE,
    "start": 5481,
    "end": 5687,
    "score": 1.0,
    "dense": 0.9407,
    "lexical": 35.3641,
}
SEARCH: dict[str, Any] = {
    "query": "创新券 支持比例",
    "hits": [HIT],
    "rejected": [],
    "timings_ms": {"dense": 9.8, "total": 11.2},
}
_REFERENCE = {
    "title": "国务院关于强化实施创新驱动发展战略进一步推进大众创业万众创新深入发展的意见",
    "number": "国发〔2017〕37号",
    "document_id": None,
    "start": 238,
    "end": 277,
}
DOCUMENT: dict[str, Any] = {
    "id": "003",
    "title": _TITLE,
    "number": "晋发〔2017〕51号",
    "issuer": "中共山西省委、山西省人民政府",
    "date": None,
    "level": "省",
    "region": "山西省",
    "status": None,
    "relation": None,
    "file": "003.txt",
    "sha256": "0e5348c06934da5b81a1e034c33f78b3c738de443291a70fa22dbd68a7c52fea",
    "short_titles": ["实施意见"],
    "kind": "意见",
    "effective": None,
    "expires": None,
    "period_months": None,
    "standing": {
        "as_of": "2026-01-01",
        "state": "目标期已过",
        "reason": "所定目标到2020年为止，目标期已过；文本没有写明是否废止。",
        "document_id": "003",
        "address": None,
        "quote": None,
        "start": None,
        "end": None,
    },
    "cites": [_REFERENCE],
    "implements": [_REFERENCE],
    "forwards": [],
    "repeals": [],
    "amends": [],
}
DOCUMENTS: dict[str, Any] = {"items": [DOCUMENT], "conflicts": [], "total": 5, "next": "003"}
CLAUSE: dict[str, Any] = {
    "ordinal": 35,
    "address": _CLAUSE,
    "marker": "（二十一）",
    "title": "实施科技创新券政策",
    "level": 2,
    "path": ["加强对企业创新的引导和服务"],
    "text": _PASSAGE,
    "start": 5481,
    "end": 5687,
    **_LINKS,
}
DOCUMENT_TEXT: dict[str, Any] = {"document": DOCUMENT, "text": _PASSAGE, "clauses": [CLAUSE]}
CLAUSE_WITH_NEIGHBOURS: dict[str, Any] = {
    "document_id": "003",
    "title": _TITLE,
    "clause": CLAUSE,
    "own_text": _PASSAGE,
    "parent": None,
    "previous": None,
    "next": {
        "ordinal": 36,
        "address": f"《{_TITLE}》（晋发〔2017〕51号）（二十二）",
        "marker": "（二十二）",
        "title": "完善科技资源共享服务",
        "link": "/clauses?document=003&clause=36",
        "api": "/v1/documents/003/clauses/36",
    },
    "children": [],
    "notice": "条款文字为整理后的文本，以文件原文为准。",
}
FACTS: dict[str, Any] = {
    "items": [
        {
            "document_id": "003",
            "address": f"《{_TITLE}》（晋发〔2017〕51号）（四）",
            "quote": "（省经信委、省国资委按职责分工负责）",
            "start": 2122,
            "end": 2140,
            "lead": [],
            "join": [],
            "shared": ["省经信委", "省国资委"],
            "single": [],
            "notes": [],
            "link": "/clauses?document=003&clause=12",
            "api": "/v1/documents/003/clauses/12",
        }
    ],
    "total": 57,
    "next": "003:1",
    "ai_generated": True,
    "label": _LABEL,
    "notice": "本台账由政问程序从所列文件的条款中自动提取（人工智能生成合成内容），逐项附原文和条款号。请以文件原文为准。",
}
ELIGIBILITY: dict[str, Any] = {
    "profile": {"region": "太原市", "size": "小型或微型", "statuses": {"科技型": True}},
    "as_of": "2026-01-01",
    "items": [
        {
            "measure": "实施科技创新券政策：即发放5万元创新券",
            "document_id": "003",
            "address": _CLAUSE,
            "quote": _QUOTE.rstrip("。"),
            "start": 5511,
            "end": 5549,
            "verdict": "met",
            "verdict_name": "符合",
            "amount": "5万元创新券",
            "conditions": [
                {
                    "text": "山西省",
                    "verdict": "met",
                    "why": "你们在太原市",
                    "address": _CLAUSE,
                }
            ],
            "departments": ["省科技厅", "财政厅"],
            "apply_to": None,
            "prepare": ["能说明从事科技研发的材料"],
            "notes": [],
        }
    ],
    "next_question": "你们是民营、国有还是外资？",
    "ai_generated": True,
    "label": _LABEL,
    "notice": "本清单由政问程序依据所列条款与所填情况自动生成（人工智能生成合成内容），只供自查。",
}
_CONTENT = f"{_TEXT}\n\n来源：\n[1] {_CLAUSE}\n\n（{_LABEL}。{_PREVAILS}）"
_OUTCOME = {
    "id": _ID,
    "conversation_id": _CONVERSATION,
    "status": "answered",
    "refused": False,
    "notices": [_PAST],
    "nearest": [],
    "suggestions": [_NEXT],
    "ai_generated": True,
    "label": _LABEL,
}
_ANNOTATION = {
    "type": "url_citation",
    "url_citation": {
        "start_index": _TEXT.index("[1]"),
        "end_index": len(_TEXT),
        "title": _CLAUSE,
        "url": f"http://127.0.0.1:8000{_LINKS['link']}",
    },
}
COMPLETION: dict[str, Any] = {
    "id": f"chatcmpl-{_ID}",
    "object": "chat.completion",
    "created": _CREATED,
    "model": "zhengwen",
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": _CONTENT,
                "refusal": None,
                "annotations": [_ANNOTATION],
                "citations": [CITATION],
            },
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {
        "prompt_tokens": len(QUESTION),
        "completion_tokens": len(_CONTENT),
        "total_tokens": len(QUESTION) + len(_CONTENT),
    },
    "zhengwen": _OUTCOME,
}
CHUNKS = (
    'data: {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1767225600, '
    '"model": "zhengwen", "choices": [{"index": 0, "delta": {"content": "即发放5万元创新券。[1]"}, '
    '"logprobs": null, "finish_reason": null}]}\n\ndata: [DONE]\n\n'
)
MODEL: dict[str, Any] = {
    "id": "zhengwen",
    "object": "model",
    "created": 0,
    "owned_by": "zhengwen",
}
MODELS: dict[str, Any] = {"object": "list", "data": [MODEL]}
CHAT_REQUEST: dict[str, Any] = {
    "model": "zhengwen",
    "messages": [
        {"role": "user", "content": QUESTION},
        {"role": "assistant", "content": "……"},
        {"role": "user", "content": "由哪些部门负责？"},
    ],
    "stream": False,
}
