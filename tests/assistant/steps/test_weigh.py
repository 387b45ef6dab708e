"""Which clause comes first: what the question names counts beside what search found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.models import Exchange, Turn
from assistant.steps.weigh import (
    CITY_WORDS,
    HEADED,
    PLANNED,
    REPORTED,
    SAME_CONVERSATION,
    SHORT_IN_CONVERSATION,
    Weigh,
    dense_share,
)
from corpus.models import Document
from tests.assistant.engine import engine as engine_over
from tests.assistant.engine import index_of, key_of, parsed, weighed


@pytest.mark.parametrize(
    ("cosine", "share"), [(0.5, 0.0), (0.78, 0.0), (0.85, 0.5), (0.92, 1.0), (1.0, 1.0)]
)
def test_a_cosine_counts_between_floor_and_ceiling(cosine: float, share: float) -> None:
    assert dense_share(cosine) == pytest.approx(share)


@pytest.mark.parametrize(
    ("question", "document_id", "words"),
    [
        ("科技型小微企业每年能领多少创新券？", "measures", "每年发放不超过5万元"),
        ("研发费用按多少比例补贴？", "measures", "按照研发费用的15%"),
        ("引进的博士每月发多少生活补贴？", "plan", "生活补贴2000元"),
        ("孵化器的场地面积要多少平方米？", "rules", "不少于5000平方米"),
        ("孵化器的认定由谁负责？", "rules", "省科技厅负责孵化器"),
        ("什么是科技企业孵化器？", "rules", "本办法所称科技企业孵化器"),
    ],
)
def test_the_clause_that_answers_comes_first(
    engine: Assistant, question: str, document_id: str, words: str
) -> None:
    assert weighed(engine, question).evidence[0].key == key_of(engine.library, document_id, words)


@pytest.mark.parametrize(
    ("question", "document_id"),
    [
        ("株洲市高新技术企业要达到多少家？", "plan"),
        ("湖南省高新技术企业要达到多少家？", "measures"),
        ("全省高新技术企业要达到多少家？", "measures"),
        ("全市高新技术企业要达到多少家？", "plan"),
        ("《株洲市“十四五”科技创新规划》中高新技术企业要达到多少家？", "plan"),
        ("湘政发〔2023〕8号中高新技术企业要达到多少家？", "measures"),
    ],
)
def test_a_place_or_a_document_that_is_named_decides(
    engine: Assistant, question: str, document_id: str
) -> None:
    assert weighed(engine, question).evidence[0].key[0] == document_id


def test_a_copy_comes_after_its_original(engine: Assistant) -> None:
    order = [e.key for e in weighed(engine, "科技型小微企业每年能领多少创新券？").evidence]
    assert order.index(key_of(engine.library, "measures", "不超过5万元")) < order.index(
        key_of(engine.library, "web", "不超过5万元")
    )


def test_every_clause_is_weighed_once_best_first(engine: Assistant) -> None:
    turn = weighed(engine, "高新技术企业")
    keys = [e.key for e in turn.evidence]
    assert len(keys) == len(set(keys))
    scores = [e.score for e in turn.evidence]
    assert scores == sorted(scores, reverse=True)
    assert turn.result is not None
    first = turn.result.hits[0].passage
    assert (first.document_id, first.clause) == keys[0]


def test_sentences_are_scored_in_their_clause_without_responsibility_brackets(
    engine: Assistant,
) -> None:
    (evidence, *_) = weighed(engine, "首次通过高新技术企业认定奖励多少？").evidence
    clause = engine.library.clause(evidence.key)
    texts = [engine.library.text(evidence.key[0], s.start, s.end) for s in evidence.sentences]
    assert texts[0].startswith("对首次通过高新技术企业认定的企业，给予20万元一次性奖励")
    assert not any("负责）" in text for text in texts)
    assert all(clause.start <= s.start < s.end <= clause.own_end for s in evidence.sentences)


def test_the_sentence_of_the_asked_year_is_preferred(engine: Assistant) -> None:
    for year, words in (("2020", "2020年，全市"), ("2025", "到2025年，全市")):
        evidence = weighed(engine, f"株洲市{year}年高新技术企业多少家？").evidence[0]
        assert evidence.key == key_of(engine.library, "plan", words)


@pytest.mark.parametrize(
    ("question", "more"),
    [
        ("创新券每年发放多少？", SHORT_IN_CONVERSATION),
        ("注册的科技型小微企业每年能够领到多少创新券？", SAME_CONVERSATION),
    ],
)
def test_a_conversation_stays_with_the_documents_it_spoke_of(
    engine: Assistant, question: str, more: float
) -> None:
    before = weighed(engine, question)
    first = "孵化器认定管理办法第三条原文"
    spoken = Exchange(first, engine.answer(first))
    after = Weigh(engine.library)(replace(before, history=(spoken,)))
    assert isinstance(after, Turn)
    assert {c.document_id for c in spoken.answer.citations} == {"rules"}
    scores = {e.key: e.score for e in before.evidence}
    for evidence in after.evidence:
        gain = more if evidence.key[0] == "rules" else 0.0
        assert evidence.score == pytest.approx(scores[evidence.key] + gain)
    assert {"rules", "measures"} <= {e.key[0] for e in after.evidence}


def test_the_capital_market_is_no_city() -> None:
    assert CITY_WORDS.search("依托资本市场助力创业由谁负责") is None
    assert CITY_WORDS.search("全市场统一") is None
    assert CITY_WORDS.search("本市有多少家") is not None


def test_a_clause_that_names_all_the_places_asked_about_comes_first() -> None:
    document = Document(id="towns", file="t", title="湖南省改革办法", level="省", region="湖南省")
    text = """湖南省改革办法

第一条 深化改革，推进改革试点，完善改革措施，开展改革评估。
第二条 推进长沙市、株洲市的监管机构改革。
第三条 在长沙推进改革。
"""
    weighing = weighed(engine_over(index_of(parsed(document, text))), "长沙和株洲在推进什么改革？")
    assert [e.key[1] for e in weighing.evidence] == [2, 3, 1, 0]


@pytest.fixture(scope="module")
def report() -> Assistant:
    """An engine over a report on 2021 with plans for the next year."""
    text = (
        "湖南省2021年人才工作汇报\n\n一、重点工作推进情况\n高层次人才引进有成效。\n"
        "二、下一步工作谋划\n推动高层次人才引进再上台阶。\n"
    )
    document = Document(
        id="report", file="r.txt", title="湖南省人才工作汇报", level="省", region="湖南省"
    )
    return Assistant(index_of(parsed(document, text)))


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("2021年高层次人才都干了什么？", (REPORTED, 0)),
        ("2020年高层次人才都干了什么？", (0, 0)),
        ("2022年高层次人才打算干什么？", (0, PLANNED)),
        ("2023年高层次人才打算干什么？", (0, 0)),
    ],
)
def test_a_report_tells_of_its_year_and_its_plans_of_the_next(
    report: Assistant, question: str, fit: tuple[float, float]
) -> None:
    understanding = weighed(report, question).understanding
    assert understanding is not None
    timeless = replace(understanding, years=())
    weigh = Weigh(report.library)
    keys = [("report", c.ordinal) for c in report.library.parsed("report").clauses[-2:]]
    gained = [weigh._fit(key, understanding) - weigh._fit(key, timeless) for key in keys]
    assert gained == pytest.approx(fit)


@pytest.mark.parametrize(
    ("question", "gain"), [("下一步工作谋划是什么？", HEADED), ("高层次人才打算怎么培养？", 0)]
)
def test_a_clause_is_named_by_its_heading(report: Assistant, question: str, gain: float) -> None:
    understanding = weighed(report, question).understanding
    assert understanding is not None
    weigh = Weigh(report.library)
    headed = next(c for c in report.library.parsed("report").clauses if c.title == "下一步工作谋划")
    key = ("report", headed.ordinal)
    unnamed = replace(understanding, text="")
    assert weigh._fit(key, understanding) - weigh._fit(key, unnamed) == pytest.approx(gain)
