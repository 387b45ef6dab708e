"""For the whole suite: no network, no telemetry, one prepared encoder, one index of the corpus."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.telemetry import OFF

if TYPE_CHECKING:
    from assistant.service import Service
    from assistant.settings import Settings
    from index.search import Index

os.environ.update(OFF)
os.environ.setdefault("OMP_NUM_THREADS", "1")
for _name in [name for name in os.environ if name.startswith("ZHENGWEN_")]:
    del os.environ[_name]

PROJECT = Path(__file__).resolve().parent.parent


def _silent(stage: str, done: float) -> None:
    """Progress nobody watches."""


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """The embedded encoder, prepared once for all runs on this machine."""
    from index.prepare.embedded_model import prepare_embedded_model

    folder = PROJECT / "var" / "model"
    prepare_embedded_model(folder, _silent)
    return folder


@pytest.fixture(scope="session")
def project_settings(model_folder: Path) -> Settings:
    """The settings that `make run` would use."""
    from assistant.settings import Settings

    return Settings(home=model_folder.parent)


@pytest.fixture(scope="session")
def project_index(project_settings: Settings) -> Index:
    """The index of the five real documents; only what changed is encoded again."""
    from assistant.wiring import build_search_index

    return build_search_index(project_settings, _silent)


@pytest.fixture(scope="session")
def project_service(project_index: Index, project_settings: Settings) -> Service:
    """The assistant over the five real documents."""
    from assistant.wiring import build_service

    return build_service(project_settings)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty working directory without any settings."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path
