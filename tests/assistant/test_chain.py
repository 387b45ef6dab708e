"""Zhengwen in LangChain terms, and a chat model behind a real endpoint on this machine."""

from __future__ import annotations

import json

import pytest
from langchain_core.documents import Document as LangChainDocument

from assistant.assistant import Assistant
from assistant.chain import PolicyRetriever, build_chain
from assistant.export import answer_to_json
from assistant.models import Answer
from assistant.settings import Settings
from assistant.wiring import assistant_over
from eval.lying import faults
from eval.lying.seen import Seen
from eval.lying.server import Behaviour, endpoint, says
from index.search import Index
from tests.assistant.engine import MEASURES_NAME, PLAN_NAME

QUESTION = "科技型小微企业每年能领多少额度的创新券？"
REWORDED = (
    "注册在本省的科技型小微企业，每年发放的创新券不超过5万元，不得用于购置设备，用于购买检测服务。"
)
NAMED = f"根据{MEASURES_NAME}（一），{REWORDED}"
OWN = ("id", "timings_ms")


def rewording(seen: Seen) -> str:
    """A well-behaved model: it knows the name of the passage from the prompt alone."""
    statement = {"text": REWORDED, "passages": [seen.passages[0].id]}
    return json.dumps({"statements": [statement]}, ensure_ascii=False)


def lasting(body: dict[str, object]) -> dict[str, object]:
    """What two answers to one question share."""
    return {name: value for name, value in body.items() if name not in OWN}


def test_the_retriever_gives_passages_with_their_address(engine_index: Index) -> None:
    found = PolicyRetriever(index=engine_index, k=3).invoke("博士每月的生活补贴")
    (hit,) = engine_index.search("博士每月的生活补贴", 1).hits
    assert len(found) == 3
    assert found[0] == LangChainDocument(
        id="plan/5",
        page_content=hit.passage.embedded_text,
        metadata={
            "document_id": "plan",
            "address": f"{PLAN_NAME}三（二）",
            "start": hit.passage.start,
            "end": hit.passage.end,
            "score": found[0].metadata["score"],
        },
    )
    assert "每人每月发放生活补贴2000元" in found[0].page_content
    scores = [document.metadata["score"] for document in found]
    assert scores == sorted(scores, reverse=True)


def test_the_chain_answers_as_the_assistant_does(engine: Assistant) -> None:
    body = build_chain(engine).invoke(QUESTION)
    assert lasting(body) == lasting(answer_to_json(engine.answer(QUESTION)))
    assert body["citations"][0]["address"] == f"{MEASURES_NAME}（一）"
    json.dumps(body)


def test_a_batch_is_answered_in_its_order(engine: Assistant) -> None:
    questions = [QUESTION, "养老院床位补贴多少钱？", "孵化器认定管理办法第五条原文"]
    chain = build_chain(engine)
    assert [lasting(body) for body in chain.batch(questions)] == [
        lasting(answer_to_json(engine.answer(question))) for question in questions
    ]


def test_a_stream_gives_the_verified_answer_in_one_piece(engine: Assistant) -> None:
    pieces = list(build_chain(engine).stream(QUESTION))
    assert [lasting(piece) for piece in pieces] == [
        lasting(answer_to_json(engine.answer(QUESTION)))
    ]


def test_the_chain_can_be_kept_to_some_documents(engine: Assistant) -> None:
    chain = build_chain(engine)
    body = chain.invoke({"question": "高新技术企业2025年达到多少家？", "documents": ["plan"]})
    assert {citation["document_id"] for citation in body["citations"]} == {"plan"}
    nothing = chain.invoke({"question": QUESTION, "documents": []})
    assert (nothing["refused"], nothing["citations"]) == (True, [])


PATIENT = {"chat_timeout_s": 20.0, "chat_first_token_s": 10.0, "chat_stall_s": 10.0}
SHORT = {"chat_timeout_s": 5.0, "chat_first_token_s": 0.3, "chat_stall_s": 0.3}
"""For endpoints that keep one waiting: a busy machine is slow enough to look like them."""


def answered(index: Index, behaviour: Behaviour, **settings: object) -> tuple[Answer, int]:
    """The answer with a model behind an endpoint, and how many requests were made of it."""
    with endpoint(behaviour) as server:
        given = {"chat_model": "m", "chat_base_url": server.url, **PATIENT, **settings}
        assistant = assistant_over(index, Settings.model_validate(given))
        return assistant.answer(QUESTION), len(server.requests)


def fallback(answer: Answer) -> object:
    (entry,) = [entry for entry in answer.trace if entry.step == "chat"]
    return entry.detail["fallback"]


@pytest.mark.parametrize("streaming", [True, False])
def test_a_model_behind_an_endpoint_rewords(engine_index: Index, streaming: bool) -> None:
    answer, requests = answered(engine_index, says(rewording), chat_streaming=streaming)
    assert (answer.answer, fallback(answer), requests) == (f"{NAMED}[1]", None, 1)


@pytest.mark.parametrize(
    ("behaviour", "requests", "why"),
    [
        (faults.status(500), 2, "no reply: endpoint failed"),
        (faults.status(401), 1, "no reply: key refused"),
        (faults.silent, 1, "no reply: timeout before the first token"),
        (faults.stalls, 1, "no reply: timeout between tokens"),
        (faults.breaks_off, 1, "no reply: connection broke off"),
        (faults.gives_a_page, 1, "no reply: reply is no chat completion"),
        (faults.garbage, 1, "no reply: reply is no chat completion"),
        (faults.endless, 1, "no reply: reply too long"),
        (faults.truncates, 1, "reply is not the JSON asked for"),
        (says("<html><body>Please log in</body></html>"), 1, "reply is not the JSON asked for"),
        (says(""), 1, "reply is not the JSON asked for"),
    ],
)
def test_whatever_the_endpoint_does_the_answer_stands(
    engine_index: Index, engine: Assistant, behaviour: Behaviour, requests: int, why: str
) -> None:
    limits = SHORT if "timeout" in why else PATIENT
    answer, made = answered(engine_index, behaviour, **limits)
    plain = engine.answer(QUESTION)
    assert (answer.status, answer.answer, answer.citations) == (
        plain.status,
        plain.answer,
        plain.citations,
    )
    assert (fallback(answer), made) == (why, requests)
    assert "sk-secret" not in str(answer)


def test_while_the_circuit_is_open_the_answer_stands_and_the_trace_says_so(
    engine_index: Index, engine: Assistant
) -> None:
    with endpoint(faults.status(500)) as server:
        settings = {"chat_model": "m", "chat_base_url": server.url, "chat_breaker_failures": 1}
        assistant = assistant_over(engine_index, Settings.model_validate(settings))
        answers = [assistant.answer(QUESTION) for _ in range(3)]
        assert len(server.requests) == 2
    assert [fallback(answer) for answer in answers] == [
        "no reply: endpoint failed",
        "no reply: circuit open",
        "no reply: circuit open",
    ]
    assert {answer.answer for answer in answers} == {engine.answer(QUESTION).answer}
