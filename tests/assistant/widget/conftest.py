"""The service on one port, a portal on another, and a browser on the portal's pages."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser
from starlette.middleware import Middleware

from assistant.access.access import Access
from assistant.access.keys import KeyRing, NewKey
from assistant.access.widget_tokens import WidgetTokens
from assistant.api.app import create_app
from assistant.cli.serving import listen
from assistant.records.models import Scope
from assistant.records.store import Records
from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from assistant.wiring import build_access
from tests.assistant.widget.front import Front
from tests.assistant.widget.visit import Visit

PROJECT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Served:
    """The service with the portal that it lists."""

    address: str
    portal: str
    key: NewKey
    front: Front
    records: Records


@pytest.fixture(scope="session")
def listener() -> Iterator[socket.socket]:
    """Where the service is to be: the portal has to know before the service lists the portal."""
    with listen("127.0.0.1", 0) as listener:
        yield listener


@pytest.fixture(scope="session")
def portal_key(small_service: Service) -> NewKey:
    """The portal's own key."""
    assert small_service.records is not None
    return KeyRing(small_service.records).create("演示门户", Scope.PUBLIC)


@pytest.fixture(scope="session")
def portal(listener: socket.socket, portal_key: NewKey) -> Iterator[str]:
    """The demo portal as its readme starts it."""
    service = _address(listener)
    process = subprocess.Popen(
        [sys.executable, "examples/portal/server.py", "--service", service, "--port", "0"],
        cwd=PROJECT,
        env={**os.environ, "ZHENGWEN_WIDGET_KEY": portal_key.secret},
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
def served(
    small_settings: Settings,
    small_runtime: Runtime,
    portal: str,
    portal_key: NewKey,
    listener: socket.socket,
) -> Iterator[Served]:
    """The running service, which lists the portal."""
    records = small_runtime.service.records
    assert records is not None
    settings = small_settings.model_copy(update={"widget_origins": {portal_key.key.id: (portal,)}})
    front = Front()
    app = create_app(settings, small_runtime, _on_clock(front, build_access(settings, records)))
    app.user_middleware.append(Middleware(front.before))
    config = uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield Served(_address(listener), portal, portal_key, front, records)
    server.should_exit = True
    thread.join(20)


@pytest.fixture
def front(served: Served) -> Front:
    """What the requests meet, as new."""
    served.front.forget()
    return served.front


@pytest.fixture
def visit(browser: Browser, served: Served, front: Front) -> Iterator[Visit]:
    """A visitor at a desk, on the portal's front page, the widget still closed."""
    with Visit.begin(browser, served.portal, served.address) as visit:
        yield visit


def _address(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def _on_clock(front: Front, access: Access) -> Access:
    """Access whose tokens go by the clock of the tests."""
    tokens = WidgetTokens(b"of these tests" * 3, access.keys, access.origins, now=front.now)
    return replace(access, tokens=tokens)
