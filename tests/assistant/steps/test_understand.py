"""What is read off a question about the four invented policies."""

from __future__ import annotations

import pytest

from assistant.library import Library
from assistant.models import Turn
from assistant.steps.understand import Understand
from assistant.understanding.kinds import Asked
from assistant.understanding.learned import wordings
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.normalise import normalise_question
from assistant.understanding.question import Understanding
from corpus.models import Document
from tests.assistant.engine import index_of, parsed


@pytest.fixture(scope="module")
def understand(library: Library) -> Understand:
    return Understand(library, Lexicon.load())


def read(understand: Understand, question: str, standalone: str | None = None) -> Understanding:
    own = normalise_question(question)
    turn = understand(
        Turn(question, standalone=standalone, own=own, follows=True)
        if standalone
        else Turn(question, standalone=own)
    )
    assert turn.understanding is not None
    return turn.understanding


def test_places_bodies_years_and_kinds_are_read(understand: Understand) -> None:
    found = read(understand, "到2025年株洲市高新技术企业要达到多少家？由市科技局牵头吗？")
    assert [mention.region.name for mention in found.regions] == ["株洲市"]
    assert [body.canonical for body in found.bodies] == ["市科技局"]
    assert found.years == ("2025",)
    assert found.asks(Asked.COUNT)
    assert found.tense == "target"


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("《株洲市“十四五”科技创新规划》的目标", {"plan"}),
        ("孵化器认定管理办法第五条原文", {"rules"}),
        ("湘政发〔2023〕8号文讲了什么", {"measures"}),
        ("博士能领多少补贴", set()),
    ],
)
def test_a_document_is_named_by_title_part_of_it_or_number(
    understand: Understand, question: str, documents: set[str]
) -> None:
    assert read(understand, question).documents == documents


def test_the_year_of_a_document_number_is_not_asked_about(understand: Understand) -> None:
    assert read(understand, "湘政发〔2023〕8号规定到2025年达到多少家？").years == ("2025",)


def test_a_number_that_no_clause_has_is_missing(understand: Understand) -> None:
    (missing,) = read(understand, "孵化器认定管理办法第十九条原文").addresses.missing
    assert (missing.document_id, missing.text) == ("rules", "第十九条")


def test_words_of_the_corpus_are_known_and_others_are_not(understand: Understand) -> None:
    assert read(understand, "孵化器认定").known == 1.0
    assert read(understand, "养老院床位").known == 0.0


def test_a_typo_is_read_by_its_sound(understand: Understand) -> None:
    found = read(understand, "浮化器怎么认定？")
    assert found.corrections == (("浮化", "孵化"),)
    assert found.text == "孵化器怎么认定?"


def test_a_follow_up_asks_what_it_asks_and_keeps_the_matter(understand: Understand) -> None:
    found = read(understand, "由谁牵头？", "科技型小微企业每年能领多少创新券? 由谁牵头?")
    assert found.follow_up
    assert found.asks(Asked.BODY)
    assert not found.asks(Asked.COUNT, Asked.AMOUNT)
    assert "创新" in {concept.said[:2] for concept in found.concepts}


def test_a_premise_is_kept_with_its_figure(understand: Understand) -> None:
    found = read(understand, "创新券每年是10万元吧？")
    assert found.asserted
    assert [(figure.text, int(figure.value or 0)) for figure in found.figures] == [
        ("10万元", 100_000)
    ]


def test_a_typo_is_read_by_its_shape_and_slips_of_the_fingers_too(understand: Understand) -> None:
    assert read(understand, "高新技企业目标").corrections == (("高新技企业", "高新技术企业"),)
    assert read(understand, "科型技小微企业").corrections == (("科型技小", "科技型小"),)
    assert read(understand, "仝业认定").corrections == (("仝业", "企业"),)


def test_how_a_typo_was_read_is_said(understand: Understand) -> None:
    turn = understand(Turn("浮化器怎么认定？", standalone="浮化器怎么认定?"))
    assert turn.notices == ("“浮化”按“孵化”理解。",)


def test_a_body_that_is_taken_for_granted_is_asked_for(understand: Understand) -> None:
    assert read(understand, "创新券是省财政厅牵头发放的吧？").asks(Asked.BODY)
    assert not read(understand, "创新券是省财政厅发放的吧？").asks(Asked.BODY)


def test_what_was_read_is_in_the_trace(understand: Understand) -> None:
    question = "高企到2025年株洲市浮化器要达到5万家吧，由市科技局牵头？"
    turn = understand(Turn(question, standalone=normalise_question(question)))
    (entry,) = turn.trace
    assert entry.step == "understand"
    assert entry.detail["text"] == "高企到2025年株洲市孵化器要达到5万家吧,由市科技局牵头?"
    assert {"body"} <= set(entry.detail["kinds"])
    assert entry.detail["expansions"]["高企"] == {
        "official": ["高新技术企业"],
        "sources": ["colloquial.tsv", "abbreviations.tsv"],
    }
    assert entry.detail["corrections"] == {"浮化": "孵化"}
    assert entry.detail["regions"] == ["株洲市"]
    assert entry.detail["bodies"] == ["市科技局"]
    assert entry.detail["documents"] == []
    assert entry.detail["years"] == ["2025"]
    assert {"text": "5万家", "kind": "count", "value": "50000"} in entry.detail["figures"]
    assert (entry.detail["asserted"], entry.detail["follow_up"]) == (True, False)


def test_what_a_document_taught_is_in_the_trace_with_its_clause() -> None:
    text = "岭川市办法\n\n第一条 增加R&D（研究与开发）经费。\n第二条 由市科技局负责。\n"
    document = Document(id="d", file="d.txt", title="岭川市办法")
    library = Library(index_of(parsed(document, text)))
    taught = Lexicon.load().knowing(wordings(library.learned))
    turn = Understand(library, taught)(Turn("研究与开发", standalone="研究与开发"))
    assert turn.trace[0].detail["expansions"]["研究与开发"] == {
        "official": ["R&D"],
        "sources": ["《岭川市办法》第一条"],
    }


def test_a_sum_that_a_clause_prints_is_a_concept_in_its_writing(understand: Understand) -> None:
    concepts = {c.said: c.wordings for c in read(understand, "那五万块的券归哪个厅管").concepts}
    assert concepts["五万块"] == ("5万元",)
    assert "六万块" not in {c.said for c in read(understand, "那六万块的券归哪个厅管").concepts}


def test_no_typo_is_seen_across_the_edge_of_an_offices_name(understand: Understand) -> None:
    understood = read(understand, "用地保障是让省住建厅牵头的，具体怎么规定？")
    assert understood.corrections == ()
    assert understood.asserted and Asked.BODY in understood.kinds
