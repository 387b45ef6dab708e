"""Schemathesis over every operation: whatever is sent, the answer is as described and never a 5xx."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from assistant.api.app import create_app
from assistant.runtime import Runtime
from assistant.settings import Settings

EXAMPLES = 6
"""Of each kind and operation."""


@pytest.fixture(scope="module")
def described(small_settings: Settings, small_runtime: Runtime) -> BaseSchema:
    app = create_app(small_settings, small_runtime)
    made: BaseSchema = schemathesis.openapi.from_asgi("/openapi.json", app)
    return made


def operations(described: BaseSchema, mode: GenerationMode) -> Iterator[APIOperation]:
    for result in described.get_all_operations():
        operation = result.ok()
        # Where nothing is asked for but a name, nothing can be wrong with it.
        takes = operation.body or operation.query
        if mode is GenerationMode.POSITIVE or takes:
            yield operation


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_whatever_is_sent_the_response_is_as_described(
    described: BaseSchema, mode: GenerationMode
) -> None:
    asked = set()
    for operation in operations(described, mode):

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=EXAMPLES,
            derandomize=True,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        def ask(case: Case) -> None:
            asked.add(case.operation.label)
            # That a blank question is refused no schema can say.
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        ask()
    assert len(asked) == {GenerationMode.POSITIVE: 13, GenerationMode.NEGATIVE: 8}[mode]
