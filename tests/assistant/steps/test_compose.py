"""The step that drafts: an answer, or what the clauses leave out."""

from __future__ import annotations

import pytest

from assistant import messages
from assistant.assistant import Assistant
from assistant.compose.extractive import ExtractiveComposer
from assistant.models import Answer, Draft, Status, Turn
from assistant.steps.compose import Compose
from tests.assistant.engine import says, weighed


def compose(engine: Assistant) -> Compose:
    return Compose(engine.library, ExtractiveComposer.over(engine.library))


def test_a_draft_that_is_there_stays(engine: Assistant) -> None:
    draft = Draft(Status.ANSWERED, (says(engine.library, "measures", "不超过5万元"),))
    turn = Turn("问", draft=draft)
    assert compose(engine)(turn) is turn


def test_evidence_becomes_a_draft(engine: Assistant) -> None:
    turn = compose(engine)(weighed(engine, "研发费用按多少比例补贴？"))
    assert isinstance(turn, Turn)
    assert turn.draft is not None
    assert (turn.draft.status, turn.draft.composer) == (Status.ANSWERED, "extractive")
    assert "按照研发费用的15%给予补贴，单个企业最高不超过200万元" in turn.draft.statements[0].text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("创新券的咨询电话是多少？", messages.NOT_STATED["contact"]),
        ("申领创新券的截止日期是哪一天？", messages.NOT_STATED["deadline"]),
        ("孵化器在孵企业由哪些公司组成，分别叫什么？", messages.NOT_STATED["names"]),
        ("到2030年全省高新技术企业目标是多少家？", messages.NOT_STATED["date_figure"]),
        ("株洲科技城位于哪个县？", messages.NOT_STATED["place"]),
        ("株洲科技城在哪儿？", messages.NOT_STATED["place"]),
        ("省科技领导小组办公室主任由哪位领导担任？", messages.NOT_STATED["person"]),
    ],
)
def test_what_the_clauses_leave_out_is_said_to_be_left_out(
    engine: Assistant, question: str, text: str
) -> None:
    answer = compose(engine)(weighed(engine, question))
    assert isinstance(answer, Answer)
    assert (answer.status, answer.answer, answer.citations) == (Status.NOT_STATED, text, ())
    assert len(answer.nearest) == 3
    assert answer.notices == (messages.HOTLINE,)


def test_without_a_model_the_trace_has_no_word_of_one(engine: Assistant) -> None:
    turn = compose(engine)(weighed(engine, "研发费用按多少比例补贴？"))
    assert isinstance(turn, Turn)
    assert not [entry for entry in turn.trace if entry.step == "chat"]
