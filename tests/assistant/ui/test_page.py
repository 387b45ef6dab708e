"""The page in a real Chromium, served over the loop-back interface."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assistant.api.app import create_app
from assistant.cli.serving import listen
from assistant.runtime import Runtime
from assistant.settings import Settings
from tests.assistant.policy import NUMBER, TITLE

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="没有 chromium，浏览器测试跳过"),
]
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
BOX = "#zw-question textarea"
CARD = "#zw-clauses article.zw-card"
REWARD = "首次认定高新技术企业奖励多少？"


@pytest.fixture(scope="module")
def address(small_settings: Settings, small_runtime: Runtime) -> Iterator[str]:
    listener = listen("127.0.0.1", 0)
    app = create_app(small_settings, small_runtime)
    # Gradio keeps streams open; at the end nobody waits for them.
    config = uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    listener.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


class Watched:
    """A page with everything that it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._console)

    def _console(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.complaints.append(str(getattr(message, "text", "")))

    def ask(self, question: str, answers: int = 1) -> None:
        """Ask, and wait until so many answers stand in the chat."""
        self.page.fill(BOX, question)
        self.page.press(BOX, "Enter")
        expect(self.page.locator("#zw-chat .bot small")).to_have_count(answers, timeout=20_000)


@pytest.fixture(params=[(1400, 900), (390, 844)], ids=["desktop", "phone"])
def watched(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    watched = Watched(context.new_page())
    watched.page.goto(address)
    watched.page.wait_for_selector(BOX, timeout=30_000)
    yield watched
    context.close()


def test_a_question_brings_the_cited_clause_with_its_quote_marked(
    watched: Watched, address: str
) -> None:
    watched.ask(REWARD)
    page = watched.page
    expect(page.locator("#zw-chat .bot")).to_contain_text("20万元")
    expect(page.locator("#zw-chat .bot")).to_contain_text("AI 生成")
    card = page.locator(CARD).first
    expect(card.locator("h3")).to_have_text(f"《{TITLE}》（{NUMBER}）（二）")
    expect(card.locator(".zw-text").first).to_contain_text("（二）奖励首次认定。对首次通过")
    expect(card.locator("mark").first).to_contain_text("20万元")
    assert card.locator("mark").first.evaluate("m => getComputedStyle(m).backgroundColor") == (
        "rgb(255, 240, 179)"
    )
    assert watched.hosts == {urlsplit(address).netloc}
    assert watched.complaints == []


def test_nothing_is_wider_than_the_window(watched: Watched) -> None:
    watched.ask(REWARD)
    assert watched.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert watched.page.evaluate("document.documentElement.lang") == "zh-CN"


def test_what_is_typed_in_is_shown_and_never_run(watched: Watched, address: str) -> None:
    hostile = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>**粗** ![图](http://evil.example/a.png) 创新券'
    watched.ask(hostile)
    said = watched.page.locator("#zw-chat .user").first
    expect(said).to_contain_text("<script>window.ran=1</script>**粗** ![图](http://evil.example")
    assert watched.page.evaluate("window.ran") is None
    assert watched.page.locator("#zw-chat img[src*=evil]").count() == 0
    assert watched.hosts == {urlsplit(address).netloc}


def test_a_mark_leads_to_the_clause_and_its_context_opens_at_the_quote(watched: Watched) -> None:
    watched.ask(REWARD)
    page = watched.page
    page.locator('#zw-chat a[href*="zw-cite-1"]').click()
    expect(page.locator(f"{CARD}.zw-flash")).to_have_count(1)
    assert len(page.context.pages) == 1
    context = page.locator(f"{CARD} details").first
    context.locator("summary").click()
    expect(context.locator("mark").first).to_be_visible()
    expect(context).to_contain_text("（三）提供创业场地")


def test_a_follow_up_is_understood_and_an_earlier_answer_shows_its_clauses_again(
    watched: Watched,
) -> None:
    watched.ask(REWARD)
    watched.ask("那由谁负责？", answers=2)
    page = watched.page
    expect(page.locator("#zw-chat .bot").last).to_contain_text("市科技局")
    watched.ask("创业场地免租吗？", answers=3)
    expect(page.locator(CARD).first).to_contain_text("（三）提供创业场地")
    page.get_by_text("给予20万元一次性奖励").first.click()
    expect(page.locator(CARD).first).to_contain_text("（二）奖励首次认定")


def test_a_refusal_offers_the_nearest_clauses(watched: Watched) -> None:
    watched.ask("创新券的申请截止日期是哪一天？")
    expect(watched.page.locator("#zw-clauses")).to_contain_text("最接近的条款")
    expect(watched.page.locator("#zw-chat .bot")).to_contain_text("12345")


def test_a_suggestion_is_asked_by_a_click(watched: Watched) -> None:
    watched.ask(REWARD)
    option = watched.page.locator("#zw-chat .option").first
    option.click()
    expect(watched.page.locator("#zw-chat .bot small")).to_have_count(2, timeout=20_000)


def test_a_question_that_cannot_be_taken_is_said_and_stays_in_the_box(watched: Watched) -> None:
    page = watched.page
    page.fill(BOX, "问" * 2001)
    page.press(BOX, "Enter")
    expect(page.locator(".toast-body")).to_contain_text("问题太长了（2001字，上限2000字）")
    expect(page.locator(BOX)).to_have_value("问" * 2001)
    expect(page.locator("#zw-chat .user")).to_have_count(0)


def test_examples_that_these_documents_cannot_answer_are_not_offered(watched: Watched) -> None:
    expect(watched.page.locator(".zw-chips button:visible")).to_have_count(0, timeout=10_000)


def test_the_documents_that_are_asked_are_listed(watched: Watched) -> None:
    watched.page.get_by_text("收录的文件（1 份）").click()
    expect(watched.page.locator(".zw-collection li")).to_have_text([f"《{TITLE}》（{NUMBER}）"])


def open_tab(page: Page, name: str) -> None:
    """Click a tab, in the overflow menu where the window is too narrow for all."""
    tab = page.get_by_role("tab", name=name, exact=True).first
    if not tab.is_visible():
        page.locator(".overflow-menu button").first.click()
        tab = page.locator(".overflow-dropdown").get_by_text(name, exact=True)
    tab.click()


def test_a_ledger_is_filtered_and_downloaded_as_it_is_filtered(
    watched: Watched, address: str
) -> None:
    page = watched.page
    open_tab(page, "责任分工")
    ledger = page.locator("#zw-responsibilities")
    expect(ledger).to_contain_text("责任分工台账，共 4 项")
    expect(ledger.locator("img.zw-chart")).to_be_visible()
    page.get_by_label("部门").first.fill("市财政局")
    page.get_by_label("部门").first.press("Enter")
    expect(ledger).to_contain_text("责任分工台账，共 1 项")
    expect(ledger.locator("tbody tr")).to_contain_text("发放创新券")
    with page.expect_download() as waiting:
        ledger.get_by_text("下载 Excel").click()
    assert waiting.value.suggested_filename == "责任分工台账.xlsx"
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert watched.hosts == {urlsplit(address).netloc}
    assert watched.complaints == []


def test_a_filter_that_means_nothing_is_said_beside_the_filters(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "目标")
    expect(page.locator("#zw-targets")).to_contain_text("目标台账，共")
    year = page.get_by_label("时限年份")
    year.fill("明年")
    year.press("Enter")
    expect(page.locator("#zw-targets")).to_contain_text(
        "年份“明年”不对，请写四位数的年份，例如 2025。"
    )
    year.fill("2031")
    year.press("Enter")
    expect(page.locator("#zw-targets")).to_contain_text("没有符合条件的台账项")


def test_each_document_is_listed_with_how_it_stands_today(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "文件")
    card = page.locator("#zw-documents article").first
    expect(card.locator("h3")).to_have_text(f"《{TITLE}》（{NUMBER}）")
    expect(card.locator(".zw-state")).to_have_text("目标期已过")
    expect(card).to_contain_text("所定目标到2025年为止")
