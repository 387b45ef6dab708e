"""Nothing found that is about the question, or nothing for the place: no answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import messages
from assistant.assistant import Assistant
from assistant.evidence import Evidence
from assistant.models import Answer, Status, Turn
from assistant.service import Service
from assistant.steps.judge import LEAST_RELEVANCE, Judge, relevance
from corpus.models import Document
from tests.assistant import engine as invented
from tests.assistant.engine import weighed


def judged(engine: Assistant, question: str) -> Turn | Answer:
    return Judge(engine.library)(weighed(engine, question))


def evidence(dense: float, cover: float) -> Evidence:
    return Evidence(("measures", 2), 1.0, dense, cover, ())


def test_without_evidence_nothing_is_relevant() -> None:
    assert relevance((), 1.0, True) == 0.0


def test_relevance_grows_with_each_of_its_parts_and_falls_with_a_strange_term() -> None:
    middle = relevance([evidence(0.87, 0.5)], 0.5, False)
    assert 0 < middle < 1
    assert relevance([evidence(0.90, 0.5)], 0.5, False) > middle
    assert relevance([evidence(0.87, 0.9)], 0.5, False) > middle
    assert relevance([evidence(0.87, 0.5)], 0.9, False) > middle
    assert relevance([evidence(0.87, 0.5)], 0.5, True) > middle
    assert relevance([evidence(0.87, 0.5)], 0.5, False, True) > middle
    assert relevance([evidence(0.87, 0.5)], 0.5, False, strange_term=True) < middle


def test_only_the_leading_clauses_count() -> None:
    weak = [evidence(0.8, 0.1)] * 3
    assert relevance([*weak, evidence(0.99, 1.0)], 0.5, False) == relevance(weak, 0.5, False)


def test_what_the_corpus_does_not_speak_of_is_refused(engine: Assistant) -> None:
    answer = judged(engine, "养老院床位怎么申请？")
    assert isinstance(answer, Answer)
    assert (answer.status, answer.answer, answer.notices, len(answer.nearest)) == (
        Status.NOT_IN_CORPUS,
        messages.NOT_IN_CORPUS,
        (messages.HOTLINE,),
        3,
    )
    assert answer.trace[-1].detail["relevance"] < LEAST_RELEVANCE


@pytest.mark.parametrize("place", ["安徽省", "深圳市", "北京"])
def test_another_place_is_named_in_the_refusal(engine: Assistant, place: str) -> None:
    answer = judged(engine, f"{place}的创新券每年多少钱？")
    assert isinstance(answer, Answer)
    assert answer.status is Status.NOT_IN_CORPUS
    assert place[:2] in answer.answer
    assert answer.citations == ()


def test_another_city_of_the_province_has_no_figures_of_its_own(engine: Assistant) -> None:
    answer = judged(engine, "长沙市2025年高新技术企业目标是多少家？")
    assert isinstance(answer, Answer)
    assert answer.answer == messages.region_not_covered("长沙市")


def test_a_measure_of_the_province_serves_the_firms_of_its_cities(engine: Assistant) -> None:
    answer = engine.answer("长沙的科技型小微企业每年能领多少钱的创新券？")
    assert answer.status is Status.ANSWERED
    assert [c.document_id for c in answer.citations] == ["measures"]


def test_a_measure_of_a_city_serves_no_firm_of_another(engine: Assistant) -> None:
    answer = engine.answer("长沙的企业引进博士每月补贴多少钱？")
    assert "plan" not in {c.document_id for c in answer.citations}


def test_evidence_of_other_places_is_put_aside(engine: Assistant) -> None:
    turn = judged(engine, "株洲市高新技术企业2025年要达到多少家？")
    assert isinstance(turn, Turn)
    assert {e.key[0] for e in turn.evidence} == {"plan"}


def test_the_sides_of_a_comparison_all_stay(engine: Assistant) -> None:
    turn = judged(engine, "湖南省和株洲市2025年高新技术企业目标各是多少家？")
    assert isinstance(turn, Turn)
    assert {"measures", "plan"} <= {e.key[0] for e in turn.evidence}


def test_where_somebody_comes_from_binds_nothing(engine: Assistant) -> None:
    turn = judged(engine, "从深圳打工回来的博士，每月能领多少生活补贴？")
    assert isinstance(turn, Turn)


def test_a_draft_is_not_judged(engine: Assistant) -> None:
    drafted = engine.answer("孵化器认定管理办法第五条原文")
    assert drafted.status is Status.ANSWERED
    assert not [entry for entry in drafted.trace if entry.step == "judge"]


def test_evidence_is_never_made_up(engine: Assistant) -> None:
    turn = weighed(engine, "创新券")
    assert isinstance(Judge(engine.library)(replace(turn, evidence=())), Answer)


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    [
        "退休养老金每月什么时候发放？",
        "驾驶证到期怎么换证？",
        "小学入学要带什么材料？",
        "红烧肉怎么做？",
    ],
)
def test_strangers_are_refused_over_the_real_documents(
    project_service: Service, question: str
) -> None:
    assert project_service.assistant.answer(question).refused


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    [
        "小企业完成注册审核能领多少额度的创新券？",
        "科研人员转化成果的收入，团队能分多少？",
        "运城的省级众创空间要建到多少家？",
    ],
)
def test_what_the_real_documents_say_is_not_refused(
    project_service: Service, question: str
) -> None:
    answer = project_service.assistant.answer(question)
    assert not answer.refused
    assert answer.citations


def test_a_copy_is_no_evidence_beside_its_original(engine: Assistant) -> None:
    turn = judged(engine, "科技型小微企业每年能领多少创新券？")
    assert isinstance(turn, Turn)
    assert "measures" in {e.key[0] for e in turn.evidence}
    assert "web" not in {e.key[0] for e in turn.evidence}


def test_a_document_that_is_named_is_the_only_one_that_answers(engine: Assistant) -> None:
    turn = judged(engine, "湖南省支持科技型企业发展若干措施里省科技厅负责认定什么？")
    assert isinstance(turn, Turn)
    assert {e.key[0] for e in turn.evidence} == {"measures"}


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("How much is the innovation voucher for small technology enterprises?", False),
        ("What is the innovation voucher amount?", False),
        ("How much is the passport fee for enterprises?", True),
    ],
)
def test_english_that_turns_on_what_no_document_speaks_of_is_refused(
    engine: Assistant, question: str, refused: bool
) -> None:
    assert engine.answer(question).refused is refused


def test_a_goal_of_another_city_is_not_answered_by_the_province(engine: Assistant) -> None:
    assert engine.answer("长沙市高新技术企业目标").status is Status.NOT_IN_CORPUS


REPORT = """湖南省创新工作汇报

一、进展
（一）建设创新型城市。指导常德制定创新型城市建设方案，方案经省政府批准已报送科技部。
（二）发展孵化器。全省孵化器达到90家，居全国第8位。
（三）引进人才。每年编制《湖南省急需紧缺人才目录》，引进急需紧缺人才。
"""


@pytest.fixture(scope="module")
def report() -> Assistant:
    document = Document("report", "report.txt", "湖南省创新工作汇报", level="省", region="湖南省")
    return invented.engine(invented.index_of(invented.parsed(document, REPORT)))


@pytest.mark.parametrize(
    "question",
    ["岳阳的创新型城市建设方案是否已经省政府批准？", "岳阳孵化器数量居全国第几位？"],
)
def test_what_is_told_of_another_city_or_of_the_province_is_no_answer_for_a_city(
    report: Assistant, question: str
) -> None:
    answer = report.answer(question)
    assert (answer.status, answer.answer) == (
        Status.NOT_IN_CORPUS,
        messages.region_not_covered("岳阳市"),
    )


def test_what_is_told_of_the_city_answers(report: Assistant) -> None:
    answer = report.answer("常德的创新型城市建设方案是否已经省政府批准？")
    assert "方案经省政府批准已报送科技部" in answer.answer


def test_a_wrong_city_that_is_asserted_is_put_right(report: Assistant) -> None:
    answer = report.answer("创新型城市建设方案省里是指导岳阳制定的吧？")
    assert "常德" in answer.answer and not answer.refused


def test_what_a_document_says_inside_is_not_told_by_one_that_only_names_it(
    report: Assistant,
) -> None:
    inside = report.answer("最新的《湖南省急需紧缺人才目录》里，护理专业在不在上面？")
    assert (inside.status, inside.answer) == (
        Status.NOT_IN_CORPUS,
        messages.document_not_held("湖南省急需紧缺人才目录"),
    )
    about = report.answer("《湖南省急需紧缺人才目录》多久编制一次？")
    assert "每年编制" in about.answer


def test_a_statement_to_be_confirmed_is_likely_about_a_document(engine: Assistant) -> None:
    def value(question: str) -> float:
        turn = judged(engine, question)
        return float(turn.trace[-1].detail["relevance"])

    assert value("创客联盟给二十个小伙伴发券，没错吧？") > value("创客联盟给二十个小伙伴发券")


SHORTCOMINGS = """梅岭市创新工作汇报

一、已做的工作
2021年建成平台3个。
二、存在的不足
主要在两个方面：
（一）平台较少。
（二）经费不够。
三、下一步
按照“3+1+6”模式建设园区。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("创新工作汇报里自己承认的短板有哪些，挨个列一下？", "平台较少"),
        ("3+1+6是个啥，挨个报一遍", "“3+1+6”模式"),
    ],
)
def test_headings_in_official_words_and_names_of_digits_are_to_the_point(
    question: str, said: str
) -> None:
    document = Document(id="report", file="r.txt", title="梅岭市创新工作汇报", level="市")
    answer = Assistant(invented.index_of(invented.parsed(document, SHORTCOMINGS))).answer(question)
    assert (answer.status, said in answer.answer) == (Status.ANSWERED, True)


def test_a_heading_in_the_official_word_for_what_was_said_is_telling() -> None:
    document = Document(id="report", file="r.txt", title="梅岭市创新工作汇报", level="市")
    engine = Assistant(invented.index_of(invented.parsed(document, SHORTCOMINGS)))
    turn = weighed(engine, "创新工作汇报说的短板？")
    assert turn.understanding is not None
    heading = [e for e in turn.evidence if engine.library.clause(e.key).title == "存在的不足"]
    assert Judge(engine.library)._named(heading, turn.understanding)
    elsewhere = replace(turn.understanding, documents=frozenset())
    assert not Judge(engine.library)._named(heading, elsewhere)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("技术入股递延纳税", Status.NOT_IN_CORPUS),
        ("科技创新券 小微企业", Status.ANSWERED),
    ],
)
def test_keywords_that_share_little_with_anything_are_not_in_the_documents(
    engine: Assistant, question: str, status: Status
) -> None:
    assert engine.answer(question).status is status
