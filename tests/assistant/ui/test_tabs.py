"""The other tabs in a real Chromium: each one's main path."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assistant.records.messages import UNREADABLE
from tests.assistant.policy import NUMBER, SECOND, SECOND_TITLE, TITLE
from tests.assistant.ui.conftest import Kept, Watched

pytestmark = pytest.mark.browser


def test_a_text_becomes_a_checklist_and_the_next_question_fills_the_form(watched: Watched) -> None:
    page = watched.page
    watched.tab("资格匹配")
    page.get_by_label("情况说明").fill("我们是岭川市的科技型企业")
    page.get_by_role("button", name="开始匹配").click()
    counts = page.locator(".zw-counts")
    expect(counts).to_contain_text("待核实")
    expect(page.locator("#zw-checklist .zw-card").first).to_contain_text(TITLE)
    expect(page.locator(".zw-next h3")).to_contain_text("大型、中型、小型还是微型企业？")
    page.locator(".zw-next").get_by_role("button", name="小型").click()
    expect(page.get_by_label("企业规模")).to_have_value("小型")
    expect(page.get_by_label("情况说明")).to_have_value("我们是岭川市的科技型企业")
    expect(page.locator("#zw-checklist > div [role=status]").first).to_contain_text(
        "企业规模：小型"
    )
    watched.clean()


@pytest.mark.parametrize(("label", "start"), [("Word", b"PK"), ("Excel", b"PK"), ("JSON", b"{")])
def test_the_checklist_is_downloaded(watched: Watched, label: str, start: bytes) -> None:
    page = watched.page
    watched.tab("资格匹配")
    page.get_by_label("情况说明").fill("我们是岭川市的小型科技企业")
    page.get_by_role("button", name="开始匹配").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    assert waiting.value.suggested_filename.startswith("政策匹配清单.")
    assert Path(waiting.value.path()).read_bytes().startswith(start)


def test_nothing_filled_in_is_said(watched: Watched) -> None:
    watched.tab("资格匹配")
    watched.page.get_by_role("button", name="开始匹配").click()
    expect(watched.page.locator("#zw-checklist").get_by_role("alert")).to_be_visible()


def test_clauses_are_found_by_their_words_and_read_in_the_whole_document(watched: Watched) -> None:
    page = watched.page
    watched.tab("条款查询")
    page.get_by_label("查找条款").fill("创新券")
    page.get_by_label("查找条款").press("Enter")
    page.locator(".zw-found a").first.click()
    reader = page.locator("#zw-browse .zw-reader")
    expect(reader.locator(".zw-where")).to_have_text(f"《{TITLE}》（{NUMBER}）（一）")
    expect(reader.locator(".zw-chosen mark").first).to_have_text("创新券")
    expect(reader).to_contain_text("（五）加强督查")
    expect(page.locator(".zw-outline a[aria-current]")).to_have_text("（一）发放创新券")
    page.get_by_role("button", name="展开或收起：二、优化创业服务").click()
    page.locator(".zw-outline a", has_text="培训创业者").click()
    expect(reader.locator(".zw-where")).to_have_text(f"《{TITLE}》（{NUMBER}）（四）")
    assert "document=p1&clause=" in page.url
    watched.clean()


def test_the_address_of_a_clause_opens_it(opening: Callable[..., Watched]) -> None:
    watched = opening("/clauses?document=p1&clause=3")
    page = watched.page
    expect(page.get_by_role("tab", name="条款查询")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#zw-browse .zw-where")).to_have_text(f"《{TITLE}》（{NUMBER}）（二）")
    expect(page.locator("#zw-browse .zw-chosen")).to_be_in_viewport()
    watched.clean()


def test_the_address_of_a_document_that_is_not_held_says_so(
    opening: Callable[..., Watched],
) -> None:
    page = opening("/clauses?document=999&clause=1").page
    expect(page.locator("#zw-browse").get_by_role("alert")).to_contain_text("没有编号为“999”的文件")


def test_a_ledger_is_filtered_sorted_and_downloaded_as_it_is_filtered(watched: Watched) -> None:
    page = watched.page
    watched.tab("责任分工")
    ledger = page.locator("#zw-responsibilities")
    expect(ledger).to_contain_text("责任分工台账，共 4 项")
    expect(ledger.locator("img.zw-chart")).to_be_visible()
    ledger.get_by_role("button", name="任务").click()
    head = ledger.locator("th", has_text="任务")
    expect(head).to_have_attribute("aria-sort", "ascending")
    first = ledger.locator("tbody tr").first.inner_text()
    ledger.get_by_role("button", name="任务").click()
    assert ledger.locator("tbody tr").last.inner_text() == first
    filters = page.locator("#zw-responsibilities-filters")
    filters.get_by_label("部门").fill("市财政局")
    filters.get_by_label("部门").press("Enter")
    expect(ledger).to_contain_text("责任分工台账，共 1 项")
    with page.expect_download() as waiting:
        ledger.get_by_text("下载 Excel").click()
    assert waiting.value.suggested_filename == "责任分工台账.xlsx"
    ledger.locator("tbody a").first.click()
    expect(page.locator("#zw-drawer mark").first).to_contain_text("市财政局")
    watched.clean()


def test_a_filter_without_meaning_is_said_and_one_without_result_too(watched: Watched) -> None:
    page = watched.page
    watched.tab("目标")
    expect(page.locator("#zw-targets")).to_contain_text("目标台账，共")
    year = page.get_by_label("时限年份")
    year.fill("明年")
    year.press("Enter")
    expect(page.locator("#zw-targets").get_by_role("alert")).to_have_text(
        "年份“明年”不对，请写四位数的年份，例如 2025。"
    )
    year.fill("")
    words = page.locator("#zw-targets-filters").get_by_label("原文含有")
    words.fill("没有的字")
    words.press("Enter")
    expect(page.locator("#zw-targets")).to_contain_text("没有符合条件的台账项")


def test_documents_are_listed_and_a_wrong_key_opens_nothing(watched: Watched) -> None:
    page = watched.page
    watched.tab("文件管理")
    card = page.locator("#zw-documents article").first
    expect(card.locator("h4")).to_have_text(f"《{TITLE}》（{NUMBER}）")
    expect(card.locator(".zw-state")).to_have_text("目标期已过")
    watched.enter_key("editor", "guess")
    expect(page.locator("#zw-documents-key").get_by_role("alert")).to_contain_text("密钥不对")
    expect(page.locator("#zw-upload")).to_have_count(0)
    expect(page.get_by_role("button", name="撤下")).to_have_count(0)


def test_an_editor_previews_publishes_asks_and_withdraws(watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    watched.tab("文件管理")
    watched.enter_key("editor", "editor-secret")
    expect(page.locator(".zw-keyed")).to_contain_text("已使用密钥“市局编辑”（编辑权限）")
    file = tmp_path / "人才公寓.txt"
    file.write_bytes(SECOND.encode("gb18030"))
    page.set_input_files("#zw-file", file)
    expect(page.get_by_label("文件名")).to_have_value("人才公寓.txt")
    page.get_by_role("button", name="预览").click()
    preview = page.locator(".zw-preview")
    expect(preview).to_contain_text(SECOND_TITLE)
    expect(preview).to_contain_text("第二条 在我市工作满一年的博士研究生")
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.locator("#zw-documents-told")).to_contain_text(
        f"已发布《{SECOND_TITLE}》", timeout=20_000
    )
    expect(page.locator("#zw-documents article")).to_have_count(2)
    watched.tab("问答")
    watched.ask("人才公寓面积不超过多少？")
    expect(page.locator(".zw-said")).to_contain_text("90平方米")
    watched.tab("文件管理")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("#zw-documents article", has_text=SECOND_TITLE).get_by_role(
        "button", name="撤下"
    ).click()
    expect(page.locator("#zw-documents-told")).to_contain_text("已撤下", timeout=20_000)
    expect(page.locator("#zw-documents article")).to_have_count(1)
    watched.clean()


def test_records_that_are_away_are_told_where_a_key_is_asked_for(watched: Watched) -> None:
    watched.tab("文件管理")
    watched.enter_key("editor", "away")
    told = watched.page.locator("#zw-documents-told").get_by_role("alert")
    expect(told).to_have_text(UNREADABLE)
    watched.tab("运行情况")
    watched.enter_key("admin", "away")
    figures = watched.page.locator("#zw-statistics").get_by_role("alert")
    expect(figures).to_have_text(UNREADABLE)


def test_what_is_no_document_is_refused_with_the_reason(watched: Watched) -> None:
    page = watched.page
    watched.tab("文件管理")
    watched.enter_key("editor", "editor-secret")
    page.get_by_role("button", name="预览").click()
    told = page.locator("#zw-documents-told")
    expect(told).to_contain_text("请选择一个文本文件，或把正文粘贴到文本框里。")
    png = b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
    )
    page.set_input_files("#zw-file", {"name": "图.txt", "mimeType": "text/plain", "buffer": png})
    expect(page.get_by_label("文件名")).to_have_value("图.txt")
    page.get_by_role("button", name="预览").click()
    expect(told).not_to_contain_text("请选择")
    expect(told.get_by_role("alert")).to_be_visible()


def test_figures_of_use_need_an_administrators_key_and_complaints_are_closed(
    watched: Watched, kept: Kept
) -> None:
    page = watched.page
    watched.tab("运行情况")
    watched.enter_key("admin", "editor-secret")
    expect(page.locator("#zw-statistics-key").get_by_role("alert")).to_contain_text("权限不够")
    watched.enter_key("admin", "admin-secret")
    figures = page.locator("#zw-statistics")
    expect(figures.locator(".zw-numbers")).to_contain_text("10（25%）")
    expect(figures.locator(".zw-numbers")).to_contain_text("84 毫秒")
    expect(figures).to_contain_text("创新券怎么申请？")
    page.get_by_role("button", name="近7天").click()
    expect(page.locator(".zw-days rect")).to_have_count(14)
    assert (kept.periods[-1][1] - kept.periods[-1][0]).days == 7
    page.get_by_label("起始日期").fill("2026-05-02")
    page.get_by_label("截止日期").fill("2026-05-01")
    page.get_by_role("button", name="统计").click()
    expect(page.locator("#zw-statistics-period").get_by_role("alert")).to_contain_text(
        "起止日期不对"
    )
    page.get_by_role("button", name="处理完毕").click()
    expect(page.get_by_role("button", name="处理完毕")).to_have_count(0)
    assert kept.reports == []
    watched.clean()
