from __future__ import annotations

from assistant.models import Status
from assistant.service import Service
from assistant.ui.examples import GROUPS, groups_for
from index.search import Index


def test_every_kind_of_user_finds_examples_for_the_documents_that_come_with_it(
    project_index: Index,
) -> None:
    groups = groups_for(project_index.corpus)
    assert [group.label for group in groups] == ["企业", "公务员", "公众与门户"]
    assert groups == GROUPS


def test_every_example_is_answered(project_service: Service) -> None:
    refused = [
        (example.question, answer.status)
        for group in GROUPS
        for example in group.examples
        if (answer := project_service.answer(example.question)).status is not Status.ANSWERED
    ]
    assert refused == []


def test_examples_about_other_documents_fall_away(small_service: Service) -> None:
    assert groups_for(small_service.corpus) == ()
