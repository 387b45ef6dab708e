"""Approved answers go first, cited like any other; what may not be served is answered as usual."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.approved.book import ApprovedBook
from assistant.approved.check import check_approved
from assistant.assistant import Assistant
from assistant.library import Library
from assistant.models import Answer, Exchange, Status, Turn
from assistant.steps.finish import Finish
from assistant.steps.notices import AddNotices
from assistant.steps.serve_approved import ServeApproved
from index.search import Index
from tests.assistant.approved.entries import SOUND, UNBORNE, entries
from tests.assistant.engine import MEASURES_NAME

QUESTION = "请问小微企业一年能领多少创新券？"
SAID = "注册在本省的科技型小微企业，每年发放不超过5万元的创新券。[1]"


def ask(index: Index, folder: Path, text: str, question: str = QUESTION, **more: object) -> Answer:
    assistant = Assistant(index, approved=entries(folder, text))
    return assistant.answer(question, **more)  # type: ignore[arg-type]


def served(answer: Answer) -> bool:
    return answer.answer == SAID


def test_an_approved_answer_has_citations_notices_and_a_trace(
    engine_index: Index, tmp_path: Path
) -> None:
    answer = ask(engine_index, tmp_path, SOUND)
    (citation,) = answer.citations
    assert (answer.status, answer.answer) == (Status.ANSWERED, SAID)
    assert (citation.marker, citation.address) == (1, f"{MEASURES_NAME}（一）")
    assert citation.quote.startswith("对注册在本省的科技型小微企业")
    assert answer.notices[:2] == (
        "申领入口另行公布。",
        "本答复已由编辑人员依据条款审定（2024年5月1日）。",
    )
    assert dict(answer.trace[0].detail) == {
        "id": "voucher",
        "served": True,
        "approved_by": "政策科",
    }
    assert answer.retrieved[0].passage.address == citation.address


def test_another_question_is_answered_as_usual(engine_index: Index, tmp_path: Path) -> None:
    answer = ask(engine_index, tmp_path, SOUND, "小微企业能领多少创新券，由谁牵头？")
    assert "approved" not in {entry.step for entry in answer.trace}
    assert "省科技厅" in answer.answer


def test_it_is_served_within_a_conversation_too(engine_index: Index, tmp_path: Path) -> None:
    assistant = Assistant(engine_index, approved=entries(tmp_path))
    first = "孵化器的场地面积要多大？"
    history = (Exchange(first, assistant.answer(first)),)
    assert served(assistant.answer(QUESTION, history=history))


def test_what_verification_refuses_is_not_served(engine_index: Index, tmp_path: Path) -> None:
    answer = ask(engine_index, tmp_path, UNBORNE)
    assert not served(answer)
    assert answer.citations[0].address == f"{MEASURES_NAME}（一）"


def test_verification_at_answer_time_may_still_veto(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (ready,) = check_approved(entries(tmp_path), library, date.today()).ready
    (statement,) = ready.draft.statements
    stale = replace(statement, text=statement.text.replace("5万元", "8万元"))
    ready = replace(ready, draft=replace(ready.draft, statements=(stale,)))
    step = ServeApproved(library, ApprovedBook.of([ready]), Finish(library, AddNotices(library)))
    turn = step(Turn(QUESTION, standalone=QUESTION))
    assert isinstance(turn, Turn)
    assert dict(turn.trace[0].detail) == {"id": "voucher", "served": False}
    assert "voucher did not pass verification" in caplog.text


@pytest.mark.parametrize(("day", "is_served"), [("2024-06-30", True), ("2024-07-01", False)])
def test_it_is_served_until_its_last_day(
    engine_index: Index, tmp_path: Path, day: str, is_served: bool
) -> None:
    text = SOUND + "  expires_on: 2024-06-30\n"
    answer = ask(engine_index, tmp_path, text, as_of=date.fromisoformat(day))
    assert served(answer) is is_served


def test_it_is_not_served_where_its_document_is_left_out(
    engine_index: Index, tmp_path: Path
) -> None:
    answer = ask(engine_index, tmp_path, SOUND, documents=frozenset({"rules"}))
    assert not served(answer)
    assert served(ask(engine_index, tmp_path, SOUND, documents=frozenset({"measures"})))
