"""The service on one port, a portal on another, and a browser on the portal's pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from assistant.api.app import create_app
from assistant.cli.serving import listen
from assistant.runtime import Runtime
from assistant.settings import Settings
from tests.assistant.widget.front import KEY, STREAM, Front
from tests.assistant.widget.visit import Visit

PROJECT = Path(__file__).resolve().parents[3]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def served(small_settings: Settings, small_runtime: Runtime) -> Iterator[tuple[str, Front]]:
    """The service's address, and what stands in front of it."""
    listener = listen("127.0.0.1", 0)
    app = create_app(small_settings, small_runtime)
    front = Front(app, streams=STREAM in app.openapi()["paths"])
    config = uvicorn.Config(front, log_level="error", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}", front
    server.should_exit = True
    thread.join(20)
    listener.close()


@pytest.fixture(scope="session")
def portal(served: tuple[str, Front]) -> Iterator[str]:
    """The demo portal as its readme starts it."""
    process = subprocess.Popen(
        [sys.executable, "examples/portal/server.py", "--service", served[0], "--port", "0"],
        cwd=PROJECT,
        env={**os.environ, "ZHENGWEN_WIDGET_KEY": KEY},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip().partition("：")[2]
    process.terminate()
    process.wait(10)
    process.stdout.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all."""
    if CHROMIUM is None:
        pytest.skip("没有 chromium，浏览器测试跳过")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def front(served: tuple[str, Front]) -> Front:
    """What stands in front of the service, as new."""
    served[1].forget()
    return served[1]


@pytest.fixture
def visit(
    chromium: Browser, portal: str, served: tuple[str, Front], front: Front
) -> Iterator[Visit]:
    """A visitor at a desk, on the portal's front page, the widget still closed."""
    with Visit.begin(chromium, portal, served[0]) as visit:
        yield visit
