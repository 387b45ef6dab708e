"""Downloads of the page where a key is demanded of everyone: a real server, a real Chromium that
logs in as a visitor does, and nothing for who has no key."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser, BrowserContext, Page, expect

from assistant.access.keys import KeyRing, NewKey
from assistant.api.app import create_app
from assistant.labels import LABEL
from assistant.records.models import Scope
from assistant.runtime import Runtime
from assistant.settings import Settings
from assistant.wiring import build_access
from tests.assistant.access.store import MemoryKeys
from tests.assistant.api.server import served
from tests.assistant.ui.conftest import Watched

pytestmark = pytest.mark.browser

LEDGER = "/v1/facts/responsibilities?format=xlsx"
CHECKLIST = "/v1/eligibility?format=docx"
GONE = "登录已失效，请刷新页面，重新输入密钥后再下载。"


@dataclass(frozen=True)
class Closed:
    """A service that demands a key, and a context of the browser that is logged in with one."""

    address: str
    key: NewKey
    ring: KeyRing
    context: BrowserContext

    def page(self) -> Watched:
        """The page, loaded."""
        return Watched(self.context.new_page(), self.address).open()


@pytest.fixture
def closed(browser: Browser, small_settings: Settings, small_runtime: Runtime) -> Iterator[Closed]:
    settings = small_settings.model_copy(update={"require_key": True})
    access = build_access(settings, MemoryKeys())
    key = access.keys.create("科室", Scope.PUBLIC)
    with served(create_app(settings, small_runtime, access)) as port:
        context = browser.new_context(
            locale="zh-CN", http_credentials={"username": "任意", "password": key.secret}
        )
        yield Closed(f"http://127.0.0.1:{port}", key, access.keys, context)
        context.close()


def downloaded(page: Page, label: str) -> tuple[str, bytes]:
    """Name and content of what a click brings."""
    with page.expect_download() as waiting:
        page.locator("[role=tabpanel]:visible").get_by_text(label, exact=True).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def matched(page: Page) -> None:
    page.get_by_role("tab", name="资格匹配").click()
    page.get_by_label("情况说明").fill("我们是岭川市的小型科技企业")
    page.get_by_role("button", name="开始匹配").click()
    expect(page.locator(".zw-counts")).to_be_visible()


def listed(page: Page) -> None:
    page.get_by_role("tab", name="责任分工").click()
    expect(page.locator("#zw-responsibilities table")).to_be_visible()


def test_who_is_logged_in_downloads_ledgers_and_checklists(closed: Closed) -> None:
    watched = closed.page()
    page = watched.page
    listed(page)
    name, content = downloaded(page, "下载 Excel")
    assert name == "责任分工台账.xlsx"
    assert "市科技局" in str(list(load_workbook(io.BytesIO(content)).worksheets[0].values))
    name, content = downloaded(page, "下载 CSV")
    assert name == "责任分工台账.csv"
    assert LABEL in content.decode("utf-8-sig")
    name, content = downloaded(page, "下载图表")
    assert name == "责任分工台账.svg"
    assert content.startswith(b"<?xml")
    matched(page)
    name, content = downloaded(page, "Word")
    assert name == "政策匹配清单.docx"
    assert LABEL in "".join(p.text for p in Document(io.BytesIO(content)).paragraphs)
    name, content = downloaded(page, "Excel")
    assert name == "政策匹配清单.xlsx"
    assert load_workbook(io.BytesIO(content)).sheetnames == ["政策匹配清单", "所填情况与说明"]
    name, content = downloaded(page, "JSON")
    assert name == "政策匹配清单.json"
    assert json.loads(content)["label"] == LABEL
    with page.expect_popup() as opened:
        page.get_by_role("button", name="打印版").click()
    expect(opened.value.get_by_role("heading", name="政策匹配清单")).to_be_visible()
    watched.clean()


def test_without_a_key_nothing_of_it_is_given_out(closed: Closed) -> None:
    said = {"text": "我们是岭川市的小型科技企业"}
    with httpx.Client(base_url=closed.address) as anybody:
        refused = {
            path: anybody.get(path).status_code
            for path in ("/", "/config", LEDGER, "/clauses/text?document=p1", "/v1/documents/p1")
        }
        # What belongs to the session of a page that somebody else opened helps nobody either.
        cookies = closed.page().page.context.cookies()
        anybody.cookies.update({c["name"]: c["value"] for c in cookies})
        refused[CHECKLIST] = anybody.post(CHECKLIST, json=said).status_code
    assert set(refused.values()) == {401}


def test_a_key_that_is_revoked_ends_the_downloads_and_that_is_said(closed: Closed) -> None:
    page = closed.page().page
    listed(page)
    matched(page)
    closed.ring.revoke(closed.key.key.id)
    page.get_by_role("button", name="Word").click()
    expect(page.locator("#zw-toast")).to_have_text(GONE)
    page.evaluate("document.getElementById('zw-toast').textContent = ''")
    listed(page)
    page.get_by_role("link", name="下载 Excel").click()
    expect(page.locator("#zw-toast")).to_have_text(GONE)


def test_a_service_that_cannot_be_reached_is_said_in_chinese(closed: Closed) -> None:
    page = closed.page().page
    listed(page)
    closed.context.set_offline(True)
    page.get_by_role("link", name="下载 CSV").click()
    expect(page.locator("#zw-toast")).to_have_text("没有下载成功，请检查网络后重试。")
