"""A visitor of the portal, and what the browser complained of or asked for meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

REWARD = "首次认定高新技术企业奖励多少？"
_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`))"""


class Visit:
    """A page of the portal; playwright looks into the widget's shadow root by itself."""

    def __init__(self, context: BrowserContext, portal: str, service: str) -> None:
        self.context = context
        self.portal = portal
        self.hosts = {urlsplit(portal).netloc, urlsplit(service).netloc}
        self.asked: set[str] = set()
        self.complaints: list[str] = []
        context.add_init_script(_VIOLATIONS)
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.asked.add(urlsplit(request.url).netloc))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._console)

    @classmethod
    @contextmanager
    def begin(
        cls,
        browser: Browser,
        portal: str,
        service: str,
        *,
        path: str = "/",
        size: tuple[int, int] = (1280, 800),
        dark: bool = False,
    ) -> Iterator[Self]:
        """A visit to one of the pages in a window of that size."""
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="zh-CN",
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        visit = cls(context, portal, service)
        visit.page.goto(portal + path)
        expect(visit.panel).to_be_attached()
        yield visit
        context.close()

    def _console(self, message: ConsoleMessage) -> None:
        # That a response was no 2xx is what some tests want; the browser tells it every time.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    @property
    def launcher(self) -> Locator:
        return self.page.locator("zhengwen-chat .launcher")

    @property
    def panel(self) -> Locator:
        return self.page.locator("zhengwen-chat .panel")

    @property
    def box(self) -> Locator:
        return self.page.get_by_label("请输入政策问题")

    @property
    def turns(self) -> Locator:
        return self.page.locator("zhengwen-chat article.turn")

    @property
    def side(self) -> Locator:
        return self.page.locator("zhengwen-chat .side")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def focused(self) -> str:
        """Name or text of what has the focus inside the widget; empty where nothing has."""
        said: str = self.page.evaluate(
            """() => { const chat = document.querySelector("zhengwen-chat");
              const active = chat && chat.shadowRoot.activeElement;
              return active ? active.getAttribute("aria-label") || active.textContent : ""; }"""
        )
        return said

    def ask(self, question: str, turns: int = 1) -> None:
        """Open where it is closed, ask, and wait until so many answers stand there whole."""
        if self.launcher.is_visible():
            self.launcher.click()
        self.box.fill(question)
        self.box.press("Enter")
        expect(self.turns.locator(".tools")).to_have_count(turns, timeout=20_000)
