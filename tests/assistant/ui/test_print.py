"""A checklist on paper: the print version, and the tab itself where somebody prints that."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from assistant.labels import LABEL
from tests.assistant.policy import NUMBER, TITLE
from tests.assistant.ui.conftest import Watched

pytestmark = pytest.mark.browser

TOLD = "我们是岭川市的大型科技企业"
ADDRESS = f"《{TITLE}》（{NUMBER}）"
CONTROLS = "button, input, select, textarea, [role=tab], [contenteditable]"
SMALLEST_PX, LARGEST_PX = 10, 13
"""Of the running text on paper; headings are larger."""


@pytest.fixture
def checked(watched: Watched) -> Watched:
    """The tab with a checklist that has verdicts of two kinds."""
    watched.tab("资格匹配")
    watched.page.get_by_label("情况说明").fill(TOLD)
    watched.page.get_by_role("button", name="开始匹配").click()
    expect(watched.page.locator(".zw-counts")).to_be_visible()
    return watched


def controls(page: Page) -> list[str]:
    """What could be clicked or typed into and is printed."""
    shown: list[str] = page.evaluate(
        "(controls) => [...document.querySelectorAll(controls)]"
        ".filter(e => e.checkVisibility({ visibilityProperty: true }))"
        ".map(e => e.outerHTML.slice(0, 120))",
        CONTROLS,
    )
    return shown


def sizes(page: Page, selector: str) -> set[float]:
    """Font sizes in CSS pixels."""
    found: list[float] = page.evaluate(
        "(s) => [...document.querySelectorAll(s)].map(e => parseFloat(getComputedStyle(e).fontSize))",
        selector,
    )
    return set(found)


def test_the_print_version_shows_label_verdicts_and_clauses_and_no_control(
    checked: Watched,
) -> None:
    with checked.page.expect_popup() as opened:
        checked.page.get_by_role("button", name="打印版").click()
    paper = opened.value
    paper.emulate_media(media="print")
    expect(paper.get_by_role("heading", name="政策匹配清单")).to_be_visible()
    expect(paper.locator("p.note")).to_contain_text(LABEL)
    expect(paper.locator("p.note")).to_be_visible()
    verdicts = paper.locator("h2").all_inner_texts()
    assert verdicts == ["所填情况", "待核实（1项）", "不符合（1项）"]
    items = paper.locator("ol > li")
    expect(items).to_have_count(2)
    for item, clause in zip(items.all(), ("（二）", "（一）"), strict=True):
        expect(item.locator("blockquote")).to_be_visible()
        expect(item.get_by_text(f"{ADDRESS}{clause}", exact=True)).to_be_visible()
        expect(item).to_contain_text("核对说明")
    assert controls(paper) == []
    for size in sizes(paper, "p, li, blockquote, .small"):
        assert SMALLEST_PX <= size <= LARGEST_PX
    pdf = paper.pdf(format="A4", print_background=True)
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") == 1


def test_who_prints_the_tab_gets_the_checklist_and_not_the_form(checked: Watched) -> None:
    page = checked.page
    page.emulate_media(media="print")
    assert controls(page) == []
    result = page.locator("#zw-checklist")
    expect(result.locator(".zw-label")).to_contain_text(LABEL)
    expect(result.locator(".zw-label")).to_be_visible()
    for verdict in ("待核实（1项）", "不符合（1项）"):
        expect(result.get_by_role("heading", name=verdict)).to_be_visible()
    for clause in ("（一）", "（二）"):
        expect(result.get_by_text(f"{ADDRESS}{clause}", exact=True)).to_be_visible()
    # What is folded on the screen can not be unfolded on paper.
    for folded in result.locator(".zw-findings").all():
        expect(folded.locator("li").first).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.get_by_role("button", name="开始匹配")).to_be_visible()
