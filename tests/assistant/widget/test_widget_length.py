"""How long a question may be: the widget and the service that sent it mean the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.api.app import create_app
from assistant.conversation import MemoryConversations
from assistant.runtime import Runtime
from assistant.service import Service
from assistant.settings import Settings
from tests.assistant.api.server import served

pytestmark = pytest.mark.browser
MOST = 12
FITS = "高企首次认定奖励多少钱？"


@pytest.fixture
def page(browser: Browser, small_settings: Settings, small_service: Service) -> Iterator[Page]:
    """A page of a service that takes short questions only."""
    service = Service(small_service.assistant, MemoryConversations(9, 9), max_question_chars=MOST)
    runtime = Runtime(lambda: service)
    runtime.load()
    settings = small_settings.model_copy(update={"max_question_chars": MOST})
    with served(create_app(settings, runtime)) as port:
        context = browser.new_context(locale="zh-CN")
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/docs")
        yield page
        context.close()


def placed(page: Page, **attributes: str) -> None:
    """Put the widget on the page as a script tag does."""
    page.evaluate(
        """(data) => new Promise((loaded) => {
          const script = document.createElement("script");
          Object.assign(script.dataset, data);
          script.src = "/widget.js"; script.onload = loaded;
          document.head.append(script); })""",
        {"mode": "inline", **attributes},
    )


@pytest.mark.parametrize(
    ("attribute", "limit"), [("", MOST), ("5000", MOST), ("8", 8), ("none", MOST)]
)
def test_a_portal_may_ask_for_less_than_the_service_takes_but_not_for_more(
    page: Page, attribute: str, limit: int
) -> None:
    placed(page, **({"maxLength": attribute} if attribute else {}))
    box = page.get_by_label("请输入政策问题")
    box.fill("问" * (limit + 1))
    expect(page.locator("zhengwen-chat .counter")).to_have_text(f"{limit + 1} / {limit} 字")
    box.press("Enter")
    expect(page.locator("zhengwen-chat .composer .wrong")).to_contain_text(f"上限 {limit} 字")
    expect(page.locator("zhengwen-chat article.turn")).to_have_count(0)


def test_what_the_widget_lets_through_the_service_takes(page: Page) -> None:
    assert len(FITS) == MOST
    placed(page)
    box = page.get_by_label("请输入政策问题")
    box.fill(FITS)
    box.press("Enter")
    turn = page.locator("zhengwen-chat article.turn")
    expect(turn.locator(".tools")).to_have_count(1, timeout=20_000)
    expect(turn).to_contain_text("20万元")
