"""For everybody: keyboard only, large type, high contrast, the dark, narrow windows, axe-core."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.assistant.ui.conftest import Watched

pytestmark = pytest.mark.browser
REWARD = "首次认定高新技术企业奖励多少？"
TABS = ("资格匹配", "条款查询", "责任分工", "目标", "支持措施", "文件管理", "运行情况")


def focused(page: Page) -> str:
    told: str = page.evaluate(
        "(e => e.getAttribute('aria-label') || e.innerText || e.id)(document.activeElement)"
    )
    return told.strip()


def press_until(page: Page, key: str, wanted: str) -> None:
    """Press a key until what has the focus says what is wanted; every stop shows its focus."""
    for _ in range(40):
        page.keyboard.press(key)
        outlined = page.evaluate(
            "(e => { const s = getComputedStyle(e); const f = e.closest('form');"
            " return s.outlineStyle !== 'none' || e === document.body"
            " || (f && getComputedStyle(f).boxShadow !== 'none') })(document.activeElement)"
        )
        assert outlined, f"the focus cannot be seen at {focused(page)}"
        if wanted in focused(page):
            return
    raise AssertionError(f"{wanted} is not reached, the focus is at {focused(page)}")


def test_with_the_keyboard_alone_from_a_question_to_its_clause_and_back(watched: Watched) -> None:
    page = watched.page
    page.keyboard.press("Tab")
    assert focused(page) == "跳到提问框"
    page.keyboard.press("Enter")
    expect(page.locator("#zw-question")).to_be_focused()
    page.keyboard.type(REWARD)
    page.keyboard.press("Enter")
    expect(page.locator("#zw-log .zw-turn")).to_have_count(1, timeout=20_000)
    expect(page.locator("#zw-question")).to_be_focused()
    press_until(page, "Shift+Tab", "引用1")
    page.keyboard.press("Enter")
    expect(page.locator("#zw-drawer .zw-chosen").first).to_be_focused()
    press_until(page, "Shift+Tab", "关闭")
    page.keyboard.press("Enter")
    expect(page.locator("#zw-drawer")).to_be_hidden()
    assert focused(page).startswith("引用1")
    press_until(page, "Shift+Tab", "问答")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="资格匹配")).to_be_focused()
    expect(page.get_by_label("情况说明")).to_be_visible()


def test_what_is_switched_on_stays_on(watched: Watched) -> None:
    page = watched.page
    before = page.evaluate("getComputedStyle(document.querySelector('.zw-welcome p')).fontSize")
    for name in ("大字", "高对比", "深色"):
        page.get_by_role("button", name=name).click()
    page.reload()
    for name in ("大字", "高对比", "深色"):
        expect(page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".zw-welcome p").first).to_be_visible()
    after = page.evaluate("getComputedStyle(document.querySelector('.zw-welcome p')).fontSize")
    assert float(after[:-2]) >= 1.25 * float(before[:-2])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    assert page.evaluate("document.documentElement.lang") == "zh-CN"


def test_the_dark_follows_the_system_until_somebody_decides(
    opening: Callable[..., Watched],
) -> None:
    page = opening(dark=True).page
    expect(page.get_by_role("button", name="深色")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="深色").click()
    page.reload()
    expect(page.get_by_role("button", name="深色")).to_have_attribute("aria-pressed", "false")


def fill(watched: Watched) -> None:
    """Something in every tab."""
    page = watched.page
    watched.ask(REWARD)
    watched.tab("资格匹配")
    page.get_by_label("情况说明").fill("我们是岭川市的小型科技企业")
    page.get_by_role("button", name="开始匹配").click()
    expect(page.locator(".zw-counts")).to_be_visible()
    watched.tab("条款查询")
    page.get_by_label("文件", exact=True).select_option("p1")
    expect(page.locator("#zw-browse .zw-clause").first).to_be_visible()
    page.get_by_label("查找条款").fill("创新券")
    page.get_by_label("查找条款").press("Enter")
    expect(page.locator(".zw-found").first).to_be_visible()
    for name, kind in (
        ("责任分工", "responsibilities"),
        ("目标", "targets"),
        ("支持措施", "measures"),
    ):
        watched.tab(name)
        expect(page.locator(f"#zw-{kind} table")).to_be_visible()
    watched.tab("文件管理")
    watched.enter_key("editor", "admin-secret")
    page.get_by_label("或粘贴正文").fill(
        "岭川市养老办法\n\n第一条 每月发放300元。\n第二条 由市民政局负责。\n"
    )
    page.get_by_role("button", name="预览").click()
    expect(page.locator(".zw-preview")).to_be_visible()
    watched.tab("运行情况")
    expect(page.locator(".zw-numbers")).to_be_visible()


def serious(page: Page) -> list[str]:
    """What axe-core finds serious or critical."""
    found = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:120]}"
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


def test_axe_finds_nothing_serious_in_any_tab_in_any_colours(watched: Watched) -> None:
    page = watched.page
    fill(watched)
    # All tabs at once: what is hidden is not looked at, and a look takes a second.
    page.add_style_tag(content=".tabitem { display: block !important; }")
    expect(page.locator(".zw-said")).to_be_visible()
    expect(page.locator(".zw-numbers")).to_be_visible()
    found = {"light": serious(page)}
    for switch in ("深色", "高对比", "深色"):
        page.get_by_role("button", name=switch).click()
        found[f"after {switch}"] = found.get(f"after {switch}", []) + serious(page)
    page.locator(".zw-ref").first.click()
    expect(page.locator("#zw-drawer .zw-chosen").first).to_be_visible()
    found["drawer"] = serious(page)
    assert {where: issues for where, issues in found.items() if issues} == {}
    watched.clean()


def test_nothing_is_wider_than_a_phone_in_any_tab_and_any_type(
    opening: Callable[..., Watched],
) -> None:
    watched = opening(width=390)
    fill(watched)
    page = watched.page
    wide = {}
    for width, large in ((390, False), (320, False), (320, True)):
        page.set_viewport_size({"width": width, "height": 800})
        if large:
            page.get_by_role("button", name="大字").click()
        for name in ("问答", *TABS):
            watched.tab(name)
            scrolls = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if scrolls > 0 or watched.wide():
                wide[width, large, name] = (scrolls, watched.wide())
    assert wide == {}
