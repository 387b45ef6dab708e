from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.baselines import Recipe, retrieve, split
from eval.cases import Case, Quote
from eval.predictions import Prediction
from eval.retrieval import Recall, compare, measure, recall_table
from index.encode import Kind


class CountingEncoder:
    """Counts 甲, 乙 and 丙: vectors that can be computed by hand."""

    fingerprint = "counting"
    dimension = 3

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        counts = np.array([[t.count(c) + 1e-6 for c in "甲乙丙"] for t in texts], dtype=np.float32)
        unit: NDArray[np.float32] = counts / np.linalg.norm(counts, axis=1, keepdims=True)
        return unit


def case(name: str, turns: list[str], *groups: str, answerable: bool = True) -> Case:
    evidence = [[Quote(doc="x", quote=quote)] for quote in groups]
    return Case(id=name, kind="k", turns=turns, answerable=answerable, evidence=evidence)


ONE = case("one", ["甲"], "甲甲", "乙乙")
TWO = case("two", ["丙", "多少"], "丙丙")
NONE = case("none", ["丁"], answerable=False)


def test_groups_weigh_alike_in_one_mean_and_cases_in_the_other() -> None:
    retrieved = {"one": ["甲 甲", "x", "乙乙"], "two": ["丙"]}
    assert measure([ONE, TWO, NONE], retrieved) == Recall(
        cases=2,
        groups=3,
        by_group={"@1": 1 / 3, "@3": 2 / 3, "@5": 2 / 3, "@10": 2 / 3, "1500": 2 / 3},
        by_case={"@1": 0.25, "@3": 0.5, "@5": 0.5, "@10": 0.5, "1500": 0.5},
    )


def test_a_case_for_which_nothing_was_retrieved_finds_nothing() -> None:
    assert set(measure([TWO], {}).by_group.values()) == {0.0}


def test_the_recipe_cuts_at_paragraphs_and_never_longer_than_its_size() -> None:
    texts = ["甲" * 30 + "\n\n" + "乙" * 30, "丙"]
    assert split(texts, Recipe(40, 10)) == ["甲" * 30, "乙" * 30, "丙"]


def test_the_recipe_finds_the_nearest_chunks_of_the_whole_conversation() -> None:
    two = TWO.model_copy(update={"turns": ["丙", "乙呢"]})
    texts = ["甲甲乙", "乙", "丙丙乙"]
    found = retrieve(texts, [ONE, two], CountingEncoder(), Recipe(10, 0), 2)
    assert found == [["甲甲乙", "乙"], ["丙丙乙", "乙"]]


def test_ours_and_both_recipes_are_measured_on_the_same_answerable_cases() -> None:
    ours = {
        "one": Prediction(
            id="one", status="answered", refused=False, answer="", retrieved=["甲甲乙乙"]
        )
    }
    recalls = compare([ONE, TWO, NONE], ours, ["甲甲乙", "丙丙"], CountingEncoder())
    assert {name: (r.groups, round(r.by_group["@1"], 3)) for name, r in recalls.items()} == {
        "政问": (3, 0.667),
        "LangChain 1000/200": (3, 0.667),
        "LangChain 500/50": (3, 0.667),
    }


def test_the_table_shows_groups_and_cases() -> None:
    recall = measure([ONE], {"one": ["甲甲"]})
    assert recall_table({"政问": recall}).splitlines()[2] == (
        "| 政问 | 0.500（0.500） | 0.500（0.500） | 0.500（0.500） | 0.500（0.500） | 0.500（0.500） |"
    )
