"""Zhengwen in LangChain terms, and a chat model behind a real endpoint on this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from langchain_core.documents import Document as LangChainDocument

from assistant.assistant import Assistant
from assistant.chain import PolicyRetriever, build_chain, build_chat_model, completion
from assistant.export import answer_to_json
from assistant.models import Answer
from assistant.settings import Settings
from assistant.wiring import build_completion
from index.search import Index
from tests.assistant.endpoint import (
    Behaviour,
    endpoint,
    fails,
    gives_a_page,
    gives_half,
    gives_no_choice,
    hangs,
    refuses,
    says,
)
from tests.assistant.engine import MEASURES_NAME, PLAN_NAME, engine

QUESTION = "科技型小微企业每年能领多少额度的创新券？"
REWORDED = "注册在本省的科技型小微企业，每年发放的创新券不超过5万元。"
GOOD = json.dumps({"statements": [{"text": REWORDED, "passages": ["p1"]}]}, ensure_ascii=False)
OWN = ("id", "timings_ms")


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


def ask(index: Index, behaviour: Behaviour, timeout: float = 5.0) -> tuple[Answer, list[str]]:
    """The answer with a model behind an endpoint, and the paths that were asked of it."""
    with endpoint(behaviour) as server:
        model = build_chat_model(
            "m", base_url=server.url, api_key=None, timeout=timeout, max_tokens=300
        )
        answer = engine(index, completion(model)).answer(QUESTION)
        return answer, [request["path"] for request in server.requests]


def fallback(answer: Answer) -> object:
    (entry,) = [entry for entry in answer.trace if entry.step == "chat"]
    return entry.detail["fallback"]


def test_a_model_behind_an_endpoint_rewords(engine_index: Index) -> None:
    answer, paths = ask(engine_index, says(GOOD))
    assert (answer.answer, fallback(answer)) == (f"{REWORDED}[1]", None)
    assert paths == ["/v1/chat/completions"]


@pytest.mark.parametrize(
    ("behaviour", "timeout", "why"),
    [
        (fails, 5.0, "model failed: OpenAIAPIError"),
        (refuses, 5.0, "model failed: OpenAIAuthenticationError"),
        (hangs, 0.2, "model failed: OpenAITimeoutError"),
        (gives_a_page, 5.0, "model failed: ValueError"),
        (gives_half, 5.0, "model failed: JSONDecodeError"),
        (gives_no_choice, 5.0, "model failed: IndexError"),
        (says("<html><body>Please log in</body></html>"), 5.0, "reply is not the JSON asked for"),
        (says(""), 5.0, "reply is not the JSON asked for"),
    ],
    ids=["500", "401", "hangs", "page", "half", "no choice", "html text", "empty"],
)
def test_whatever_the_endpoint_does_the_answer_stands(
    engine_index: Index, engine: Assistant, behaviour: Behaviour, timeout: float, why: str
) -> None:
    answer, paths = ask(engine_index, behaviour, timeout)
    plain = engine.answer(QUESTION)
    assert (answer.status, answer.answer, answer.citations) == (
        plain.status,
        plain.answer,
        plain.citations,
    )
    assert paths == ["/v1/chat/completions"]
    assert fallback(answer) == why


def test_an_endpoint_that_is_not_there_costs_no_answer(
    engine_index: Index, engine: Assistant
) -> None:
    with endpoint(fails) as server:
        url = server.url
    model = build_chat_model("m", base_url=url, api_key=None, timeout=1, max_tokens=300)
    assistant = Assistant(engine_index, completion(model))
    answer = assistant.answer(QUESTION)
    assert (answer.answer, fallback(answer)) == (
        engine.answer(QUESTION).answer,
        "model failed: OpenAIConnectionError",
    )


@pytest.mark.parametrize(
    ("named", "sent"),
    [
        ("qwen-plus", "qwen-plus"),
        ("openai:deepseek-chat", "deepseek-chat"),
        ("qwen2.5:7b", "qwen2.5:7b"),
        ("openai:qwen2.5:7b", "qwen2.5:7b"),
    ],
)
def test_settings_alone_bring_a_chat_model(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch, named: str, sent: str
) -> None:
    with endpoint(says("好")) as server:
        monkeypatch.setenv("ZHENGWEN_CHAT_MODEL", named)
        monkeypatch.setenv("ZHENGWEN_CHAT_BASE_URL", server.url)
        monkeypatch.setenv("ZHENGWEN_CHAT_API_KEY", "sk-of-a-test")
        monkeypatch.setenv("ZHENGWEN_CHAT_MAX_TOKENS", "77")
        complete = build_completion(Settings.load())
        assert complete is not None
        assert complete("规则 {不是变量}", "问题 {也不是}") == "好"
        (request,) = server.requests
    assert request == {
        "path": "/v1/chat/completions",
        "authorization": "Bearer sk-of-a-test",
        "stream": False,
        "model": sent,
        "messages": [
            {"role": "system", "content": "规则 {不是变量}"},
            {"role": "user", "content": "问题 {也不是}"},
        ],
        "temperature": 0,
        "max_tokens": 77,
    }


def test_without_a_setting_there_is_no_chat_model(elsewhere: Path) -> None:
    assert build_completion(Settings.load()) is None
