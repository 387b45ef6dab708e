"""Answers and hits as the JSON of the interface."""

from __future__ import annotations

import json
from datetime import date

from assistant.assistant import Assistant
from assistant.export import answer_to_json, search_to_json
from index.models import Hit, SearchResult
from index.search import Index
from tests.assistant.engine import PLAN_NAME

DOCTOR = "对全职引进的博士，每人每月发放生活补贴2000元，连续发放三年。"


def test_an_answer_is_plain_json(engine: Assistant, engine_index: Index) -> None:
    while_it_runs = date(2024, 6, 1)
    answer = engine.answer(
        "引进的博士每月生活补贴多少元？", conversation_id="c7", as_of=while_it_runs
    )
    body = answer_to_json(answer)
    text = engine_index.corpus.by_id["plan"].text
    start = text.index(DOCTOR)
    assert json.loads(json.dumps(body, ensure_ascii=False)) == body
    assert list(body) == [
        "id",
        "conversation_id",
        "question",
        "status",
        "refused",
        "answer",
        "citations",
        "facts",
        "notices",
        "nearest",
        "suggestions",
        "ai_generated",
        "label",
        "notice",
        "timings_ms",
    ]
    assert (body["conversation_id"], body["question"], body["status"], body["refused"]) == (
        "c7",
        "引进的博士每月生活补贴多少元？",
        "answered",
        False,
    )
    assert (body["ai_generated"], body["label"], body["notice"]) == (
        True,
        "人工智能生成合成内容",
        "本回答由程序依据条款自动生成，以文件原文为准。",
    )
    assert body["citations"][0] == {
        "marker": 1,
        "document_id": "plan",
        "title": "株洲市“十四五”科技创新规划",
        "address": f"{PLAN_NAME}三（二）",
        "quote": DOCTOR,
        "passage": f"（二）引进高层次人才。{DOCTOR}（市人力资源社会保障局牵头，市财政局配合）",
        "start": start,
        "end": start + len(DOCTOR),
        "link": f"/clauses?document=plan&clause={answer.citations[0].clause}",
        "api": f"/v1/documents/plan/clauses/{answer.citations[0].clause}",
    }
    assert body["notices"] == [f"{PLAN_NAME}为征求意见稿，内容可能调整。"]
    assert body["timings_ms"]["total"] >= 0


def test_a_refusal_has_offers_and_no_citations(engine: Assistant) -> None:
    body = answer_to_json(engine.answer("养老院床位补贴多少钱？"))
    assert (body["status"], body["refused"], body["citations"]) == (
        "unanswerable_not_in_corpus",
        True,
        [],
    )
    assert [set(offer) for offer in body["nearest"]] == [
        {"document_id", "title", "address", "text", "link", "api"}
    ] * 3


def test_facts_keep_every_role(engine: Assistant) -> None:
    (fact, *_) = answer_to_json(engine.answer("省科技厅牵头哪些任务？"))["facts"]
    assert (fact["kind"], fact["lead"], fact["join"]) == (
        "responsibility",
        ["省科技厅"],
        ["省财政厅", "省教育厅"],
    )


def test_hits_carry_their_scores_rounded(engine_index: Index) -> None:
    passage = engine_index.corpus.by_id["plan"].passages[-1]
    hit = Hit(passage, 0.123456, 0.98765432, 7.0)
    assert search_to_json(SearchResult("问", (hit,), (), {"encode": 1.23456})) == {
        "query": "问",
        "hits": [
            {
                "id": passage.id,
                "document_id": "plan",
                "address": f"{PLAN_NAME}三（二）",
                "text": passage.text,
                "start": passage.start,
                "end": passage.end,
                "score": 0.1235,
                "dense": 0.9877,
                "lexical": 7.0,
            }
        ],
        "rejected": [],
        "timings_ms": {"encode": 1.23},
    }
