"""An assistant over a short policy of our own, made once: real parts throughout."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.library import Library
from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from index.search import Index
from tests.assistant import engine as invented
from tests.assistant.policy import write_corpus

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests come last: from its first one on playwright's loop counts as running in
    this thread, where no test could then start a loop of its own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def small_settings(model_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a home with the prepared encoder and one policy."""
    home = tmp_path_factory.mktemp("home")
    (home / "model").symlink_to(model_folder, target_is_directory=True)
    return Settings(
        home=home,
        data=home / "data",
        documents=write_corpus(home / "documents"),
        max_body_bytes=20_000,
        answers_per_minute=0,
        reads_per_minute=0,
    )


@pytest.fixture(scope="session")
def small_service(small_settings: Settings) -> Iterator[Service]:
    """The assistant over it, with its records."""
    from assistant.wiring import build_records, build_service

    records = build_records(small_settings)
    yield build_service(small_settings, records=records)
    records.close()


@pytest.fixture
def own_settings(
    model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Settings]:
    """A home of this test alone, named in the environment, so that commands take it."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "model").symlink_to(model_folder, target_is_directory=True)
    monkeypatch.setenv("ZHENGWEN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ZHENGWEN_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ZHENGWEN_DOCUMENTS", str(write_corpus(tmp_path / "documents")))
    monkeypatch.chdir(tmp_path)
    yield Settings.load()


@pytest.fixture(scope="session")
def small_runtime(small_service: Service) -> Runtime:
    """The service as a loaded runtime."""
    runtime = Runtime(lambda: small_service)
    runtime.load()
    return runtime


@pytest.fixture(scope="session")
def engine_index() -> Index:
    """Four invented policies, indexed with an encoder computed by hand."""
    return invented.engine_index()


@pytest.fixture(scope="session")
def engine(engine_index: Index) -> Assistant:
    """The assistant over the invented policies, without a chat model."""
    return invented.engine(engine_index)


@pytest.fixture(scope="session")
def library(engine: Assistant) -> Library:
    """The invented policies as the answering side sees them."""
    return engine.library


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of all tests, as playwright starts only once in a process; without Chromium
    they are skipped."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        pytest.skip("没有 chromium，浏览器测试跳过")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()
