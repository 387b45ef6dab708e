"""The fast part of the evaluation, on the project's own documents, and that it notices a drop."""

from __future__ import annotations

import pytest

from assistant.service import Service
from eval.ablation import NO_LEXICON, variants
from eval.cases import Case, read_cases
from eval.errors import EvalError
from eval.expectations import expected
from eval.fast import DEV_CASES, fallen, sample, wrong_counts
from eval.sets import files_of


@pytest.fixture(scope="module")
def dev() -> list[Case]:
    return read_cases(files_of("dev"))


@pytest.fixture(scope="module")
def hostile(dev: list[Case]) -> list[Case]:
    return [*read_cases(files_of("hostile")), *(c for c in dev if c.kind == "hostile")]


def test_answers_are_as_right_as_they_were(
    project_service: Service, dev: list[Case], hostile: list[Case]
) -> None:
    assert fallen(wrong_counts(project_service, dev, hostile), expected("fast")) == []


def test_a_worse_assistant_is_noticed(
    project_service: Service, dev: list[Case], hostile: list[Case]
) -> None:
    worse = variants(project_service.assistant.index)[NO_LEXICON]()
    crippled = Service(worse, project_service.conversations, max_question_chars=2000)
    counts = wrong_counts(crippled, dev, hostile)
    assert fallen(counts, expected("fast"))[0].startswith("退步：dev 答错 ")


def test_one_more_wrong_answer_is_let_pass_and_two_are_not() -> None:
    bounds = {"dev": 3, "hostile": 0, "invented": 0}
    assert fallen({"dev": 4, "hostile": 1, "invented": 0}, bounds) == []
    assert fallen({"dev": 5, "hostile": 2, "invented": 1}, bounds) == [
        "退步：dev 答错 5，预期 3",
        "退步：hostile 答错 2，预期 0",
        "退步：invented 答错 1，预期 0",
    ]


def test_expectations_of_other_counts_are_an_error() -> None:
    with pytest.raises(EvalError, match=r"\[fast\] 应写明 dev"):
        fallen({"dev": 0}, {})


def test_the_sample_is_the_same_in_any_order_and_hardly_moved_by_a_new_case(
    dev: list[Case],
) -> None:
    chosen = sample(dev, DEV_CASES)
    assert len(chosen) == DEV_CASES
    assert sample(list(reversed(dev)), DEV_CASES) == chosen
    added = dev[0].model_copy(update={"id": "a new case"})
    assert len({c.id for c in sample([*dev, added], DEV_CASES)} - {c.id for c in chosen}) <= 1
