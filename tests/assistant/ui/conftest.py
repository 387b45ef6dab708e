"""One server for all tests of the page; a page of its own for each test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect

from assistant.api.app import create_app
from assistant.caller import NOBODY
from assistant.cli.serving import listen
from assistant.errors import RecordsError
from assistant.publishing import Publisher
from assistant.records.messages import UNREADABLE
from assistant.records.models import ApiKey, Feedback, Scope, Verdict
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.ui.doors import Doors, Overview
from tests.assistant.policy import write_corpus

NOW = datetime(2026, 5, 6, 8, tzinfo=UTC)
EDITOR = ApiKey("k1", "市局编辑", Scope.EDITOR, "", NOW)
ADMIN = ApiKey("k2", "值班管理员", Scope.ADMIN, "", NOW)
KEYS = {"editor-secret": EDITOR, "admin-secret": ADMIN}


def check_key(secret: str) -> ApiKey | None:
    """As the records know it, where they are not away."""
    if secret == "away":
        raise RecordsError(UNREADABLE)
    return KEYS.get(secret)


@dataclass(frozen=True)
class CountedDay:
    """A day of the figures."""

    day: date
    questions: int
    refused: int


@dataclass(frozen=True)
class Alike:
    """Questions alike."""

    example: str
    count: int
    last: datetime


@dataclass(frozen=True)
class Counted:
    """Figures of use with the values that the tests look for."""

    per_day: tuple[CountedDay, ...]
    questions: int = 40
    refused: int = 10
    eligibility_checks: int = 3
    by_status: dict[str, int] = field(
        default_factory=lambda: {"answered": 30, "unanswerable_not_stated": 10}
    )
    by_channel: dict[str, int] = field(default_factory=lambda: {"page": 25, "widget": 15})
    p50_ms: float | None = 84.0
    p95_ms: float | None = 1312.0
    unanswered: tuple[Alike, ...] = (
        Alike("创新券怎么申请？", 7, NOW),
        Alike("电话是多少？", 3, NOW),
    )
    feedback: dict[Verdict, int] = field(default_factory=lambda: {Verdict.USEFUL: 5})


@dataclass
class Kept:
    """What the page hands over, and what it is told."""

    feedback: list[Feedback] = field(default_factory=list)
    reports: list[Feedback] = field(default_factory=list)
    periods: list[tuple[datetime, datetime]] = field(default_factory=list)

    def overview(self, since: datetime, until: datetime) -> Overview:
        """The same figures for every period."""
        self.periods.append((since, until))
        days = tuple(
            CountedDay(since.date() + timedelta(days=n), 5 + n % 3, 1)
            for n in range((until - since).days)
        )
        return Counted(days)

    def close(self, report_id: str) -> bool:
        """Take a complaint off the list."""
        before = len(self.reports)
        self.reports[:] = [r for r in self.reports if r.id != report_id]
        return len(self.reports) < before


@pytest.fixture(scope="session")
def kept() -> Kept:
    """What the doors of the page lead to."""
    report = Feedback("r1", NOW, "a1", Verdict.REPORT, "金额写错了", NOBODY)
    return Kept(reports=[report])


@pytest.fixture(scope="session")
def page_settings(model_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home of its own: these tests publish and withdraw documents."""
    home = tmp_path_factory.mktemp("page")
    (home / "model").symlink_to(model_folder, target_is_directory=True)
    return Settings(home=home, data=home / "data", documents=write_corpus(home / "documents"))


@pytest.fixture(scope="session")
def address(page_settings: Settings, kept: Kept) -> Iterator[str]:
    """Where the page is served."""
    from assistant.wiring import build_service

    service = build_service(page_settings)
    runtime = Runtime(lambda: service)
    runtime.load()
    doors = Doors(
        give_feedback=kept.feedback.append,
        check_key=check_key,
        publisher=Publisher(page_settings, runtime),
        overview=kept.overview,
        open_reports=lambda: tuple(kept.reports),
        close_report=kept.close,
    )
    listener = listen("127.0.0.1", 0)
    # Gradio keeps streams open; at the end nobody waits for them.
    config = uvicorn.Config(
        create_app(page_settings, runtime, doors=doors),
        log_level="error",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    listener.close()


class Watched:
    """A page with everything that it asked for and complained about."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._console)

    def _console(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.complaints.append(str(getattr(message, "text", "")))

    def open(self, path: str = "/") -> Watched:
        """Load the page and wait until it can be used."""
        self.page.goto(f"{self.address}{path}")
        expect(self.page.locator(".zw-collection, .zw-turn").first).to_be_attached(timeout=30_000)
        return self

    def tab(self, name: str) -> None:
        """Click a tab."""
        self.page.get_by_role("tab", name=name, exact=True).click()

    def ask(self, question: str, answers: int = 1) -> None:
        """Ask, and wait until so many answers stand in the conversation."""
        self.page.fill("#zw-question", question)
        self.page.press("#zw-question", "Enter")
        expect(self.page.locator("#zw-log .zw-turn")).to_have_count(answers, timeout=20_000)

    def enter_key(self, scope: str, secret: str) -> None:
        """Type a key where it is asked for."""
        self.page.fill(f"#zw-key-{scope}", secret)
        self.page.press(f"#zw-key-{scope}", "Enter")

    def wide(self) -> list[str]:
        """What reaches beyond the window on the right, apart from what scrolls by itself."""
        found: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('body *')].filter(e =>"
            " e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1"
            " && !e.closest('.zw-scroll, .zw-wide-box, .zw-sr, .visually-hidden'))"
            ".map(e => e.tagName + '.' + e.className + '#' + e.id)"
        )
        return found

    def clean(self) -> None:
        """Nobody else was asked for anything, and nothing went wrong."""
        assert self.hosts == {urlsplit(self.address).netloc}
        assert self.complaints == []


@pytest.fixture
def opening(browser: Browser, address: str) -> Iterator[Callable[..., Watched]]:
    """Opens pages in contexts of their own, by width, colours and path."""
    contexts: list[BrowserContext] = []

    def opened(path: str = "/", width: int = 1400, dark: bool = False) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": 860},
            locale="zh-CN",
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        return Watched(context.new_page(), address).open(path)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def watched(opening: Callable[..., Watched]) -> Watched:
    """A page on a desk."""
    return opening()
