"""Schemathesis over every operation: whatever is sent, the answer is as described and never a 5xx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from assistant.api.app import create_app
from assistant.records.models import Scope
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.wiring import build_access, build_records, build_service
from tests.assistant.keys import keys_in
from tests.assistant.policy import write_corpus

EXAMPLES = 6
"""Of each kind and operation."""


KEYED = ("文件管理", "反馈与日志", "门户组件")
"""Tags of the operations that are asked once more, with a key."""


@dataclass(frozen=True)
class Site:
    described: BaseSchema
    admin: Mapping[str, str]


@pytest.fixture(scope="module")
def site(model_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A service of its own: with a key its documents can be changed."""
    home = tmp_path_factory.mktemp("described")
    (home / "model").symlink_to(model_folder, target_is_directory=True)
    settings = Settings(
        home=home,
        data=home / "data",
        documents=write_corpus(home / "documents"),
        max_body_bytes=1_000_000,
        answers_per_minute=0,
        reads_per_minute=0,
        reads_per_minute_key=0,
    )
    records = build_records(settings)
    runtime = Runtime(lambda: build_service(settings, records=records))
    runtime.load()
    app = create_app(settings, runtime, build_access(settings, records))
    described = schemathesis.openapi.from_asgi("/openapi.json", app)
    yield Site(described, keys_in(records).shown(Scope.ADMIN))
    records.close()


def operations(described: BaseSchema, mode: GenerationMode) -> Iterator[APIOperation]:
    for result in described.get_all_operations():
        operation = result.ok()
        # Where nothing is asked for but a name, nothing can be wrong with it.
        takes = operation.body or operation.query
        if mode is GenerationMode.POSITIVE or takes:
            yield operation


def ask_all(site: Site, mode: GenerationMode, *, keyed: bool) -> set[str]:
    """The operations that were asked; with a key only those that need one."""
    asked: set[str] = set()
    for operation in operations(site.described, mode):
        if keyed and not set(operation.tags or ()) & set(KEYED):
            continue

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
            case.call_and_validate(
                excluded_checks=[positive_data_acceptance], headers=site.admin if keyed else None
            )

        ask()
    return asked


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_whatever_is_sent_the_response_is_as_described(site: Site, mode: GenerationMode) -> None:
    asked = ask_all(site, mode, keyed=False)
    assert len(asked) == {GenerationMode.POSITIVE: 23, GenerationMode.NEGATIVE: 15}[mode]


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_whatever_is_sent_with_a_key_the_response_is_as_described(
    site: Site, mode: GenerationMode
) -> None:
    asked = ask_all(site, mode, keyed=True)
    assert len(asked) == {GenerationMode.POSITIVE: 9, GenerationMode.NEGATIVE: 7}[mode]
