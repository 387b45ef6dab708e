"""The last step: verified statements become lines with marks, marks become citations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import messages
from assistant.library import Library
from assistant.models import Answer, Citation, Draft, Status, Support, Turn
from assistant.steps.finish import Finish
from assistant.steps.notices import AddNotices
from tests.assistant.engine import MEASURES_NAME, says

VOUCHER = "对注册在本省的科技型小微企业，每年发放不超过5万元的创新券，用于购买检测服务，不得用于购置设备。"
DUTY = "（省科技厅牵头，省财政厅、省教育厅配合）"
CLAUSE = f"（一）发放创新券。{VOUCHER}{DUTY}"


@pytest.fixture
def finish(library: Library) -> Finish:
    return Finish(library, AddNotices(library))


def turn(draft: Draft) -> Turn:
    return Turn("问", standalone="问", draft=draft, conversation_id="c1")


def cited(library: Library, marker: int, quote: str) -> Citation:
    start = library.parsed("measures").text.index(quote)
    return Citation(
        marker,
        "measures",
        "湖南省支持科技型企业发展若干措施",
        f"{MEASURES_NAME}（一）",
        quote,
        CLAUSE,
        start,
        start + len(quote),
        2,
    )


def test_every_statement_is_a_line_with_its_marks(library: Library, finish: Finish) -> None:
    first = says(library, "measures", VOUCHER, f"{VOUCHER}")
    second = says(library, "measures", DUTY, "责任分工：省科技厅牵头，省财政厅、省教育厅配合")
    answer = finish(turn(Draft(Status.ANSWERED, (first, second))))
    assert answer.status is Status.ANSWERED
    assert answer.answer == (f"{VOUCHER}[1]\n责任分工：省科技厅牵头，省财政厅、省教育厅配合[2]")
    assert answer.citations == (cited(library, 1, VOUCHER), cited(library, 2, DUTY))
    assert (answer.question, answer.standalone, answer.conversation_id) == ("问", "问", "c1")


def test_one_quote_has_one_mark_however_often_it_is_used(library: Library, finish: Finish) -> None:
    first = says(library, "measures", VOUCHER, VOUCHER)
    both = replace(
        says(library, "measures", DUTY, "省科技厅牵头，省财政厅、省教育厅配合"),
        supports=(*first.supports, *says(library, "measures", DUTY).supports),
    )
    answer = finish(turn(Draft(Status.ANSWERED, (first, both))))
    assert answer.answer == f"{VOUCHER}[1]\n省科技厅牵头，省财政厅、省教育厅配合[1][2]"
    assert [citation.marker for citation in answer.citations] == [1, 2]


def test_a_span_wider_than_its_sentence_is_cited_with_the_smallest_clause(
    library: Library, finish: Finish
) -> None:
    clause = library.clause(("measures", 2))
    wide = replace(
        says(library, "measures", VOUCHER, CLAUSE),
        supports=(Support("measures", 1, clause.start, clause.own_end),),
    )
    (citation,) = finish(turn(Draft(Status.ANSWERED, (wide,)))).citations
    assert (citation.clause, citation.address) == (2, f"{MEASURES_NAME}（一）")
    assert citation.quote == CLAUSE


def test_without_the_statement_that_answers_there_is_no_answer(
    library: Library, finish: Finish
) -> None:
    wrong = says(library, "measures", VOUCHER, "每年发放不超过9万元的创新券。")
    right = says(library, "measures", VOUCHER)
    answer = finish(turn(Draft(Status.ANSWERED, (wrong, right))))
    assert (answer.status, answer.answer, answer.citations) == (
        Status.NOT_IN_CORPUS,
        messages.NOT_IN_CORPUS,
        (),
    )
    assert verified(answer) == {
        "kept": 1,
        "removed": [
            {
                "text": "每年发放不超过9万元的创新券。",
                "kind": "number",
                "reason": "number 不超过9万元 not in the source",
            }
        ],
    }


def test_a_further_statement_that_falls_is_left_out_and_recorded(
    library: Library, finish: Finish
) -> None:
    right = says(library, "measures", VOUCHER, VOUCHER)
    wrong = says(library, "measures", DUTY, "由省商务厅配合")
    answer = finish(turn(Draft(Status.ANSWERED, (right, wrong))))
    assert answer.answer == f"{VOUCHER}[1]"
    assert answer.citations == (cited(library, 1, VOUCHER),)
    assert verified(answer) == {
        "kept": 1,
        "removed": [
            {
                "text": "由省商务厅配合",
                "kind": "body",
                "reason": "body 省商务厅 not in the source",
            }
        ],
    }


def test_the_status_of_the_draft_is_the_status_of_the_answer(
    library: Library, finish: Finish
) -> None:
    statement = says(library, "measures", VOUCHER)
    corrected = replace(statement, text=f"不是“9万元”。{statement.text}")
    asked = replace(turn(Draft(Status.ANSWERED_CORRECTED, (corrected,))), question="是9万元吧？")
    answer = finish(asked)
    assert answer.status is Status.ANSWERED_CORRECTED
    assert answer.answer.startswith("不是“9万元”。根据")


def verified(answer: Answer) -> dict[str, object]:
    (entry,) = [entry for entry in answer.trace if entry.step == "verify"]
    return dict(entry.detail)
