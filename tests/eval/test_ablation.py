"""The variants over four invented policies: what is left out is really gone, the rest is not."""

from __future__ import annotations

import json

import pytest

from assistant.settings import Settings
from assistant.understanding.lexicon import Lexicon
from eval.ablation import (
    CHAT,
    DENSE,
    FULL,
    LEXICAL,
    NO_FACTS,
    NO_LEXICON,
    ablate,
    ablation_content,
    ablation_table,
    variants,
    without_facts,
)
from eval.cases import Case, Quote
from index.search import Index

DUTIES = Case(
    id="duties",
    kind="departments",
    turns=["省科技厅牵头哪些任务？"],
    answerable=True,
    evidence=[[Quote(doc="measures", quote="发放创新券")]],
    must=[["共2条"]],
)
AMOUNT = Case(
    id="amount",
    kind="support",
    turns=["首次通过高新技术企业认定奖励多少？"],
    answerable=True,
    evidence=[[Quote(doc="measures", quote="给予20万元一次性奖励")]],
    must=[["20万元"]],
)


def test_every_part_can_be_left_out(engine_index: Index) -> None:
    built = {name: build() for name, build in variants(engine_index).items()}
    assert list(built) == [FULL, NO_LEXICON, DENSE, LEXICAL, NO_FACTS]
    assert {name: a.index.dense_weight for name, a in built.items()} == {
        FULL: 0.6,
        NO_LEXICON: 0.6,
        DENSE: 1.0,
        LEXICAL: 0.0,
        NO_FACTS: 0.6,
    }
    facts = {
        name: sum(len(p.facts.measures) for p in a.index.corpus.documents)
        for name, a in built.items()
    }
    assert facts[NO_FACTS] == 0 < facts[FULL] == facts[DENSE]
    question = "高企认定给多少钱"
    assert Lexicon.load().expand(question) != ()
    expansions = {
        name: next(t for t in a.answer(question).trace if t.step == "understand").detail[
            "expansions"
        ]
        for name, a in built.items()
    }
    assert expansions[NO_LEXICON] == {} != expansions[FULL]


def test_a_ranking_by_one_side_follows_that_side(engine_index: Index) -> None:
    built = variants(engine_index)
    dense = built[DENSE]().index.search("发放创新券", 5).hits
    lexical = built[LEXICAL]().index.search("发放创新券", 5).hits
    assert [h.dense for h in dense] == sorted((h.dense for h in dense), reverse=True)
    assert [h.lexical for h in lexical] == sorted((h.lexical for h in lexical), reverse=True)


def test_a_chat_model_is_a_variant_where_there_is_one(engine_index: Index) -> None:
    asked: list[str] = []

    def complete(system: str, user: str) -> str:
        asked.append(user)
        return json.dumps({"statements": []})

    builders = variants(engine_index, complete)
    assert list(builders)[-1] == CHAT
    builders[FULL]().answer(AMOUNT.question)
    assert asked == []
    builders[CHAT]().answer(AMOUNT.question)
    assert len(asked) == 1


def test_a_variant_is_compared_case_by_case_with_the_full_assistant(
    engine_index: Index, project_settings: Settings
) -> None:
    builders = variants(engine_index)
    chosen = {name: builders[name] for name in (FULL, NO_FACTS)}
    full, without = ablate([DUTIES, AMOUNT], chosen, project_settings)
    assert (full.figures["right"].value, full.difference.value, full.lost) == (1.0, 0.0, ())
    assert (without.figures["right"].value, without.lost) == (0.5, ("duties",))
    assert (without.difference.value, without.difference.n) == (-0.5, 2)
    assert without.recall_at_5 == 1.0
    written = ablation_content([full, without])["variants"]
    assert [(v["name"], v["lost"]) for v in written] == [(FULL, 0), (NO_FACTS, 1)]
    row = ablation_table([full, without]).split("\n")[-1]
    assert [cell.strip() for cell in row.split("|")[1:3]] == [NO_FACTS, "0.500"]


def test_a_corpus_without_facts_keeps_its_passages(engine_index: Index) -> None:
    corpus = engine_index.corpus
    bare = without_facts(corpus)
    assert [p.passages for p in bare.documents] == [p.passages for p in corpus.documents]
    assert {len(p.facts.responsibilities) for p in bare.documents} == {0}


@pytest.mark.parametrize("name", [NO_LEXICON, DENSE])
def test_the_full_assistant_is_not_changed_by_its_variants(engine_index: Index, name: str) -> None:
    before = engine_index.search("创新券", 3)
    variants(engine_index)[name]().answer("创新券")
    after = engine_index.search("创新券", 3)
    assert [h.score for h in after.hits] == [h.score for h in before.hits]
