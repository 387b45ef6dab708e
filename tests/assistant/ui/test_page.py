"""问答 in a real Chromium: the conversation, its clauses, and what may be done with an answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from assistant.records.models import Verdict
from tests.assistant.policy import NUMBER, TITLE
from tests.assistant.ui.conftest import Kept, Watched

pytestmark = pytest.mark.browser
REWARD = "首次认定高新技术企业奖励多少？"
CARD = "#zw-log .zw-card"


def test_a_question_brings_the_verified_answer_with_the_cited_clause_beside_it(
    watched: Watched,
) -> None:
    watched.ask(REWARD)
    page = watched.page
    expect(page.locator(".zw-said")).to_contain_text("20万元")
    expect(page.locator(".zw-reply .zw-label")).to_contain_text("AI 生成")
    expect(page.locator(".zw-reply .zw-label")).to_contain_text("以文件原文为准")
    card = page.locator(CARD).first
    expect(card.locator("h5")).to_have_text(f"《{TITLE}》（{NUMBER}）（二）")
    expect(card.locator("mark").first).to_contain_text("20万元")
    reply, beside = page.locator(".zw-reply").bounding_box(), card.bounding_box()
    assert reply and beside and beside["x"] >= reply["x"] + reply["width"]
    watched.clean()


def test_a_mark_opens_the_whole_document_at_the_quote_and_escape_leads_back(
    watched: Watched,
) -> None:
    watched.ask(REWARD)
    page = watched.page
    page.locator(".zw-ref").first.click()
    drawer = page.locator("#zw-drawer")
    expect(drawer.locator(".zw-where")).to_have_text(f"《{TITLE}》（{NUMBER}）（二）")
    expect(drawer.locator(".zw-chosen")).to_contain_text("（二）奖励首次认定。")
    expect(drawer.locator("mark").first).to_be_in_viewport()
    expect(drawer).to_contain_text("（五）加强督查")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    assert page.evaluate("document.activeElement.className") == "zw-ref"
    watched.clean()


def test_a_card_opens_the_clause_and_its_citation_is_copied(watched: Watched) -> None:
    watched.ask(REWARD)
    page = watched.page
    page.locator(f"{CARD} .zw-more a").first.click()
    page.get_by_role("button", name="复制引用").locator("visible=true").click()
    expect(page.locator("#zw-toast")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“（二）奖励首次认定。对首次通过高新技术企业认定的企业")
    assert (
        f"——《{TITLE}》（{NUMBER}）（二）\n{watched.address}/clauses?document=p1&clause=" in copied
    )
    assert copied.endswith("以文件原文为准）")


def test_the_answer_is_copied_with_its_citations_and_the_label(watched: Watched) -> None:
    watched.ask(REWARD)
    page = watched.page
    page.get_by_role("button", name="复制答复与出处").click()
    expect(page.locator("#zw-toast")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"[1] 《{TITLE}》（{NUMBER}）（二）：“" in copied
    assert "（AI 生成 · 本回答由程序依据条款自动生成，以文件原文为准。）" in copied


def test_feedback_is_kept_and_a_complaint_needs_words(watched: Watched, kept: Kept) -> None:
    watched.ask(REWARD)
    page = watched.page
    page.get_by_role("button", name="有用").click()
    expect(page.locator(".zw-told")).to_have_text("已记下：有用。谢谢！")
    expect(page.get_by_role("button", name="有用")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="举报", exact=True).click()
    page.get_by_label("哪里不对").fill("金额不对")
    page.get_by_role("button", name="提交举报").click()
    expect(page.locator(".zw-told")).to_have_text("举报已提交，工作人员会核查这条答复。")
    assert [(f.verdict, f.comment) for f in kept.feedback[-2:]] == [
        (Verdict.USEFUL, ""),
        (Verdict.REPORT, "金额不对"),
    ]


def test_what_is_typed_in_is_shown_and_never_run(watched: Watched) -> None:
    hostile = (
        '<img src=x onerror="window.ran=1"><script>window.ran=1</script>${window.ran=1}{{x}} 创新券'
    )
    watched.ask(hostile)
    expect(watched.page.locator(".zw-asked")).to_contain_text(hostile)
    assert watched.page.evaluate("window.ran") is None
    assert watched.page.locator("#zw-log img").count() == 0
    watched.clean()


def test_a_follow_up_is_understood_and_a_new_conversation_forgets(watched: Watched) -> None:
    watched.ask(REWARD)
    watched.ask("那由谁负责？", answers=2)
    page = watched.page
    expect(page.locator(".zw-said").last).to_contain_text("市科技局")
    expect(page.locator(CARD)).not_to_have_count(0)
    page.get_by_role("button", name="新对话").click()
    expect(page.locator(".zw-welcome")).to_be_visible()
    expect(page.locator("#zw-log .zw-turn")).to_have_count(0)


def test_a_suggestion_is_asked_by_a_click(watched: Watched) -> None:
    watched.ask(REWARD)
    watched.page.locator(".zw-reply .zw-chips button").first.click()
    expect(watched.page.locator("#zw-log .zw-turn")).to_have_count(2, timeout=20_000)


def test_a_refusal_offers_the_nearest_clauses(watched: Watched) -> None:
    watched.ask("创新券的申请截止日期是哪一天？")
    expect(watched.page.locator(".zw-beside")).to_contain_text("最接近的条款")
    expect(watched.page.locator(".zw-reply")).to_contain_text("12345")


def test_a_question_that_cannot_be_taken_is_said_and_stays_in_the_box(watched: Watched) -> None:
    page = watched.page
    page.fill("#zw-question", "问" * 2001)
    page.press("#zw-question", "Enter")
    expect(page.get_by_role("alert")).to_contain_text("问题太长了（2001字，上限2000字）")
    expect(page.locator("#zw-question")).to_have_value("问" * 2001)
    expect(page.locator("#zw-log .zw-turn")).to_have_count(0)


def test_the_welcome_names_the_documents_and_no_example_they_cannot_answer(
    watched: Watched,
) -> None:
    page = watched.page
    page.get_by_text("收录的文件（").click()
    expect(page.locator(".zw-collection")).to_contain_text(f"《{TITLE}》（{NUMBER}）")
    expect(page.locator(".zw-groups button")).to_have_count(0)


def test_on_a_phone_the_clauses_stand_below_and_the_box_stays_in_sight(
    opening: Callable[..., Watched],
) -> None:
    watched = opening(width=390)
    watched.ask(REWARD)
    page = watched.page
    reply = page.locator(".zw-reply").bounding_box()
    card = page.locator(CARD).first.bounding_box()
    assert reply and card and card["y"] > reply["y"] + reply["height"]
    expect(page.locator("#zw-question")).to_be_in_viewport()
    assert watched.wide() == []
