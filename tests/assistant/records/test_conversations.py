"""Real conversations through the real engine: what is stored is enough for every follow-up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.caller import Caller, Channel
from assistant.conversation import Conversations, MemoryConversations
from assistant.export import answer_to_json
from assistant.records.exchanges import exchange_from_json, exchange_to_json, lean
from assistant.records.safe import SafeRecords
from assistant.service import Service

TALKS = (
    ("科技型小微企业能领多少创新券？", "那牵头部门是谁？", "不能用来做什么？"),
    ("省科技厅牵头哪些条款？", "第二项是什么？", "那省财政厅呢？"),
    ("我们是长沙的一家科技型小微企业，能享受什么政策？", "员工20人", "研发费用300万元"),
    ("2025年全省高新技术企业目标是多少家？", "株洲呢？", "不是2025年，是2020年"),
    ("孵化器的有效期多久？", "第四条原文", "第二项呢？", "回到刚才有效期的事，从哪天开始？"),
)


def service(engine: Assistant, kept: Conversations | SafeRecords) -> Service:
    records = kept if isinstance(kept, SafeRecords) else None
    return Service(engine, kept, max_question_chars=200, records=records)


def told(answer: Any) -> dict[str, Any]:
    """An answer without what differs from one time to the next."""
    body = answer_to_json(answer)
    return {k: v for k, v in body.items() if k not in ("id", "timings_ms")}


@pytest.mark.parametrize("talk", TALKS)
def test_a_follow_up_after_a_restart_is_answered_as_before_it(
    engine: Assistant, opened: Callable[[], SafeRecords], talk: tuple[str, ...]
) -> None:
    memory = service(engine, MemoryConversations(10, 8))
    for question in talk:
        before = memory.answer(question, conversation_id="c1")
        after = service(engine, opened()).answer(question, conversation_id="c1")
        assert told(after) == told(before)
        assert after.standalone == before.standalone
    kept = opened().history("c1")
    assert [e.question for e in kept] == list(talk)


def test_an_exchange_is_the_same_after_json_but_for_rankings(engine: Assistant) -> None:
    answers = service(engine, memory := MemoryConversations(100, 8))
    for number, talk in enumerate(TALKS):
        for question in talk:
            answers.answer(question, conversation_id=str(number))
        for exchange in memory.history(str(number)):
            kept = lean(exchange)
            assert exchange_from_json(exchange_to_json(kept)) == kept
            steps = {e.step for e in exchange.answer.trace} - {e.step for e in kept.answer.trace}
            assert steps <= {"retrieve", "weigh"}
            whole = replace(kept.answer, retrieved=(), trace=())
            assert whole == replace(exchange.answer, retrieved=(), trace=())


def test_every_answer_and_refusal_is_recorded_with_what_it_rests_on(
    engine: Assistant, records: SafeRecords
) -> None:
    door = service(engine, records)
    caller = Caller(Channel.WIDGET, "v", "k", "r")
    answer = door.answer("科技型小微企业能领多少创新券？", caller=caller)
    refusal = door.answer("火星移民有什么补贴？")
    entries = list(records.every_entry())
    assert [(e.id, e.conversation_id, e.status) for e in entries] == [
        (answer.id, answer.conversation_id, answer.status.value),
        (refusal.id, refusal.conversation_id, "unanswerable_not_in_corpus"),
    ]
    first = entries[0]
    assert (first.caller, first.question, first.answer, first.composer) == (
        caller,
        answer.question,
        answer.answer,
        "extractive",
    )
    assert [c["quote"] for c in first.citations] == [c.quote for c in answer.citations]
    cited = {f"document:{c.document_id}" for c in answer.citations}
    assert set(first.versions) == {"zhengwen", "encoder", "index", *cited}
    assert first.versions["encoder"] == "crowded:1"
    assert len(first.versions["index"]) == 64


def test_a_check_of_eligibility_is_recorded_in_short(
    engine: Assistant, records: SafeRecords
) -> None:
    text = "我们是长沙的一家科技型小微企业，员工20人。"
    checklist = service(engine, records).eligibility(text=text)
    (entry,) = records.every_entry()
    assert (entry.question, entry.status, entry.conversation_id) == (text, "eligibility", None)
    assert entry.answer.startswith("按所说情况逐条核对：符合")
    assert '"headcount"' in entry.standalone or "20" in entry.standalone
    documents = {f"document:{item.measure.document_id}" for item in checklist.items}
    assert set(entry.versions) == {"zhengwen", "encoder", "index", *documents}
