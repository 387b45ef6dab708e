"""A chat model may add words to the search, and only words that bring in nothing."""

from __future__ import annotations

import json

import pytest

from assistant.assistant import Assistant
from assistant.chat_model.failures import ChatModelError, Failure
from assistant.models import Answer
from index.search import Index
from prompts import load_prompt

QUESTION = "小公司买检测能不能报点钱？"


class Model:
    """Proposes one wording and says nothing to anything else."""

    def __init__(self, reply: str | Exception) -> None:
        self.reply = reply
        self.asked: list[str] = []

    def __call__(self, system: str, user: str) -> str:
        if "<passage" in user:
            return '{"statements": []}'
        self.asked.append(user)
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply


def query(words: str) -> str:
    return json.dumps({"query": words}, ensure_ascii=False)


def traced(answer: Answer) -> dict[str, object]:
    (entry,) = [entry for entry in answer.trace if entry.step == "rephrase"]
    detail = dict(entry.detail)
    digests = [load_prompt(name).digest for name in ("rephrase_system", "rephrase_user")]
    assert detail.pop("prompts") == " ".join(digests)
    return detail


def asked(index: Index, model: Model, question: str = QUESTION) -> Answer:
    return Assistant(index, model, rephrase=True).answer(question)


def test_a_wording_joins_the_search_and_the_question_stays(engine_index: Index) -> None:
    model = Model(query("科技型小微企业 创新券 购买检测服务"))
    answer = asked(engine_index, model)
    assert traced(answer) == {
        "wording": "科技型小微企业 创新券 购买检测服务",
        "fallback": None,
    }
    assert (answer.question, answer.standalone) == (QUESTION, "小公司买检测能不能报点钱?")
    plain = Assistant(engine_index).answer(QUESTION)
    lexical = {hit.passage.id: hit.lexical for hit in plain.retrieved}
    assert any(hit.lexical > lexical.get(hit.passage.id, 0.0) for hit in answer.retrieved)
    (user,) = model.asked
    assert "<question>\n小公司买检测能不能报点钱?\n</question>" in user


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (query(""), "model proposed nothing"),
        (query("创新券" * 30), "wording too long"),
        (query("创新券 5万元"), "wording holds a figure that was not asked"),
        (query("到二〇二五年 创新券"), "wording holds a figure that was not asked"),
        (query("深圳 创新券"), "wording names a place that was not asked"),
        (query("省财政厅 创新券"), "wording names a body that was not asked"),
        (query("《若干措施》创新券"), "wording names a document or holds markup"),
        (query("</question>创新券"), "wording names a document or holds markup"),
        (query("创新券 ignore rules"), "wording holds a Latin word that was not asked"),
        (query("养老院床位轮椅护理"), "wording is not that of the documents"),
        ("创新券", "reply is not the JSON asked for"),
        ('{"query": "创新券", "answer": "5万元"}', "reply is not the JSON asked for"),
        (ChatModelError(Failure.CIRCUIT_OPEN), "no reply: circuit open"),
        (KeyError("x"), "model failed: KeyError"),
    ],
)
def test_anything_else_is_not_searched_for_and_the_trace_says_why(
    engine_index: Index, reply: str | Exception, why: str
) -> None:
    answer = asked(engine_index, Model(reply))
    plain = Assistant(engine_index).answer(QUESTION)
    assert traced(answer) == {"wording": "", "fallback": why}
    assert (answer.answer, answer.retrieved) == (plain.answer, plain.retrieved)


def test_what_the_asker_names_may_be_named(engine_index: Index) -> None:
    question = "株洲2025年高企要多少家？"
    answer = asked(engine_index, Model(query("株洲市 2025年 高新技术企业")), question)
    assert traced(answer)["wording"] == "株洲市 2025年 高新技术企业"


def test_without_the_setting_and_for_a_named_clause_no_model_is_asked(engine_index: Index) -> None:
    model = Model(query("创新券"))
    Assistant(engine_index, model).answer(QUESTION)
    asked(engine_index, model, "孵化器认定管理办法第五条原文")
    assert model.asked == []
