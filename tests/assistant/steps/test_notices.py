"""What the assistant itself adds: drafts, conflicts between copies, questions to ask next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant import messages
from assistant.assistant import Assistant
from assistant.library import Library
from assistant.models import Answer, Citation, Status
from assistant.steps.notices import AddNotices
from tests.assistant.engine import PLAN_NAME, support

GOALS = "到2025年，全省高新技术企业达到3000家以上，科技型中小企业达到8000家，技术合同成交额突破500亿元。"
COPY = GOALS.replace("2025", "2026")
TITLE = "湖南省支持科技型企业发展若干措施"
HINT = f"《{TITLE}》（湘政发〔2023〕8号）带有文号，另一文本没有。"
EARLIER = date(2024, 6, 1)
"""While the targets of the four policies still run."""
CONFLICT = messages.conflict(TITLE, COPY, HINT)


def citing(library: Library, document_id: str, words: str, **kwargs: object) -> Answer:
    span = support(library, document_id, words)
    clause = library.clause((document_id, span.clause))
    citation = Citation(
        1,
        document_id,
        library.document(document_id).title,
        clause.address,
        words,
        words,
        span.start,
        span.end,
        span.clause,
    )
    return Answer("id", None, "问", Status.ANSWERED, f"{words}[1]", (citation,))


def test_a_draft_is_said_to_be_one(library: Library) -> None:
    answer = AddNotices(library)(citing(library, "plan", "布局光电产业"))
    assert answer.notices == (f"{PLAN_NAME}为征求意见稿，内容可能调整。",)


def test_a_document_in_force_needs_no_notice(library: Library) -> None:
    assert AddNotices(library)(citing(library, "rules", "在孵企业不少于30家")).notices == ()


def test_a_copy_that_differs_is_said_with_its_words(library: Library) -> None:
    answer = AddNotices(library)(citing(library, "measures", GOALS), EARLIER)
    assert answer.notices == (CONFLICT,)


def test_a_quote_from_the_copy_is_held_against_the_original(library: Library) -> None:
    copy = next(p.document.id for p in library.corpus.documents if COPY in p.text)
    assert AddNotices(library)(citing(library, copy, COPY), EARLIER).notices == (
        messages.conflict_with_original(TITLE, "2025年", "2026年", HINT),
    )


def test_a_copy_that_says_the_same_is_not_mentioned(library: Library) -> None:
    cited = citing(library, "measures", "每年发放不超过5万元")
    assert AddNotices(library)(cited, EARLIER).notices == ()


def test_the_answer_itself_is_never_touched(library: Library) -> None:
    before = citing(library, "measures", GOALS)
    after = AddNotices(library)(before)
    assert (after.answer, after.citations, after.status) == (
        before.answer,
        before.citations,
        before.status,
    )


def test_next_questions_are_about_the_cited_clause_and_can_be_answered(
    engine: Assistant,
) -> None:
    answer = engine.answer("研发费用按多少比例补贴？")
    assert answer.suggestions
    for suggestion in answer.suggestions:
        again = engine.answer(suggestion)
        assert again.status is Status.ANSWERED, suggestion
        assert again.citations[0].document_id == answer.citations[0].document_id


def test_a_refusal_is_left_as_it_is(engine: Assistant, library: Library) -> None:
    refused = engine.answer("养老院床位补贴多少钱？")
    assert refused.notices == (messages.HOTLINE,)
    assert AddNotices(library)(refused) == refused


def test_a_body_that_has_a_new_name_is_given_it_beside_the_printed_one(library: Library) -> None:
    cited = citing(library, "measures", "每年发放不超过5万元")
    answer = replace(cited, answer="省工商局、省科技厅负责[1]")
    assert AddNotices(library)(answer, EARLIER).notices == (
        "机构名称以原文为准。程序提示：“省工商局”现为省市场监督管理局"
        "（2018年机构改革组建市场监督管理部门，整合工商、质监、食药监等职责）。",
    )
    assert AddNotices(library)(answer).answer == "省工商局、省科技厅负责[1]"
    known = replace(answer, notices=("条款中写作“省工商局”，与所问单位的承接关系：……",))
    assert AddNotices(library)(known, EARLIER).notices == known.notices


@pytest.mark.parametrize("words", [GOALS.rstrip("。"), "给予20万元一次性奖励"])
def test_targets_and_measures_of_a_document_whose_term_is_over_are_said_to_be_so(
    library: Library, words: str
) -> None:
    over = f"《{TITLE}》所定目标期到2025年为止，已届满。"
    assert over in AddNotices(library)(citing(library, "measures", words), date(2026, 1, 1)).notices
    before = AddNotices(library)(citing(library, "measures", words), date(2025, 12, 31))
    assert not any("届满" in notice for notice in before.notices)


def test_what_promises_nothing_needs_no_word_about_targets(library: Library) -> None:
    cited = citing(library, "measures", "每半年通报一次进展")
    assert AddNotices(library)(cited, date(2030, 1, 1)).notices == ()


def test_one_notice_speaks_of_all_documents_whose_term_is_over(library: Library) -> None:
    first, second = citing(library, "measures", GOALS), citing(library, "web", COPY)
    both = replace(first, citations=(*first.citations, *second.citations))
    notices = AddNotices(library)(both, date(2030, 1, 1)).notices
    assert [notice for notice in notices if "届满" in notice] == [
        f"《{TITLE}》所定目标期到2025年为止，《{TITLE}》所定目标期到2026年为止，均已届满。"
    ]
