"""The widget in a real Chromium, on the demo portal's pages: another origin, and a strict CSP."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from assistant.caller import Channel
from assistant.records.models import Verdict
from tests.assistant.policy import NUMBER, TITLE
from tests.assistant.widget.conftest import Served
from tests.assistant.widget.front import STREAM, Front, Reply, events_of
from tests.assistant.widget.visit import REWARD, Visit

pytestmark = pytest.mark.browser

ANSWER = "/v1/answer"
LABEL = "AI生成，以文件原文为准"
HOSTILE = (
    '<img src="https://evil.example/a.png" onerror="window.ran=1"><script>window.ran=1</script>'
    "**粗** [点](javascript:window.ran=1) ![图](https://evil.example/b.png)[1]"
)


def answer(text: str, **more: object) -> dict[str, object]:
    """An answer as the service words it."""
    base: dict[str, object] = {
        "id": "a1",
        "conversation_id": "c1",
        "question": "问",
        "status": "answered",
    }
    empty: dict[str, object] = {
        "citations": [],
        "facts": [],
        "notices": [],
        "nearest": [],
        "suggestions": [],
    }
    return {
        **base,
        "refused": False,
        "answer": text,
        "ai_generated": True,
        "timings_ms": {},
        **empty,
        **more,
    }


def no_complaints(visit: Visit) -> None:
    """Nothing was asked of another host, broke, or went against the page's policy."""
    assert visit.asked == visit.hosts
    assert visit.complaints == []
    assert visit.context.cookies() == []
    assert visit.page.evaluate("localStorage.length") == 0


def test_a_question_is_answered_across_origins_with_its_label_and_clause(
    visit: Visit, front: Front
) -> None:
    visit.ask(REWARD)
    expect(visit.turns.locator(".body")).to_contain_text("20万元")
    expect(visit.turns.locator(".label")).to_have_text(LABEL)
    expect(visit.panel.locator(".footer .label")).to_have_text(LABEL)
    visit.turns.locator(".cite").first.click()
    expect(visit.side.locator(".address")).to_have_text(f"《{TITLE}》（{NUMBER}）（二）")
    expect(visit.side.locator(".passage")).to_contain_text("（二）奖励首次认定。对首次通过")
    expect(visit.side.locator("mark")).to_contain_text("20万元")
    assert front.asked == [(STREAM, {"question": REWARD})]
    assert len(front.minted) == 1
    no_complaints(visit)


def test_the_answer_grows_while_it_arrives_and_can_be_stopped(visit: Visit, front: Front) -> None:
    started = (
        ("status", {"step": "Retrieve", "text": "正在检索条款"}),
        ("text", {"text": "第一句。"}),
    )
    front.replies[STREAM].append(Reply(events=started, hangs=True))
    visit.launcher.click()
    visit.box.fill(REWARD)
    visit.box.press("Enter")
    expect(visit.turns.locator(".step")).to_contain_text("正在检索条款")
    expect(visit.turns.locator(".body")).to_have_text("第一句。")
    expect(visit.turns.locator(".reply")).to_have_attribute("aria-busy", "true")
    visit.box.fill("下一个问题")
    visit.box.press("Enter")
    expect(visit.panel.get_by_role("alert").first).to_contain_text("正在回答上一个问题")
    visit.button("停止").click()
    expect(visit.turns).to_contain_text("已停止，以上答复不完整。")
    expect(visit.turns.locator(".label")).to_have_text(LABEL)
    assert front.left.wait(10), "the service was not told that nobody listens any more"
    expect(visit.box).to_have_value("下一个问题")
    visit.button("重试").click()
    expect(visit.turns.locator(".body")).to_contain_text("20万元")
    assert visit.complaints == []


def test_a_follow_up_belongs_to_the_conversation_which_survives_a_reload(
    visit: Visit, front: Front
) -> None:
    visit.ask(REWARD)
    visit.ask("那由谁负责？", turns=2)
    expect(visit.turns.last.locator(".body")).to_contain_text("市科技局")
    conversation = front.asked[1][1]["conversation_id"]
    visit.box.fill("写到一半")
    visit.page.reload()
    expect(visit.turns).to_have_count(2)
    expect(visit.turns.first.locator(".body")).to_contain_text("20万元")
    expect(visit.box).to_have_value("写到一半")
    visit.page.goto(f"{visit.portal}/consult.html")
    expect(visit.turns).to_have_count(2)
    visit.ask("创业场地免租吗？", turns=3)
    assert front.asked[2][1] == {"question": "创业场地免租吗？", "conversation_id": conversation}
    visit.button("新对话").click()
    expect(visit.turns).to_have_count(0)
    visit.page.reload()
    expect(visit.panel).to_be_visible()
    expect(visit.turns).to_have_count(0)
    no_complaints(visit)


def test_a_page_that_is_left_mid_answer_offers_to_ask_again(visit: Visit, front: Front) -> None:
    front.replies[STREAM].append(Reply(events=(("text", {"text": "半句"}),), hangs=True))
    visit.launcher.click()
    visit.box.fill(REWARD)
    visit.box.press("Enter")
    expect(visit.turns.locator(".body")).to_have_text("半句")
    visit.box.press_sequentially("草")  # keeps the conversation as it stands
    visit.page.reload()
    expect(visit.turns.locator(".setback")).to_contain_text("答复还没有完成")
    visit.button("重试").click()
    expect(visit.turns.locator(".body")).to_contain_text("20万元")


def test_it_works_with_the_keyboard_alone(visit: Visit) -> None:
    keys = visit.page.keyboard
    visit.launcher.focus()
    keys.press("Enter")
    assert visit.focused == "请输入政策问题"
    keys.insert_text(REWARD)
    keys.press("Shift+Enter")
    keys.insert_text("请说明。")
    assert visit.box.input_value() == f"{REWARD}\n请说明。"
    keys.press("Enter")
    expect(visit.turns.locator(".tools")).to_be_visible(timeout=20_000)
    seen = []
    for _ in range(60):
        keys.press("Tab")
        seen.append(visit.focused)
        if seen[-1] == "请输入政策问题":
            break
    assert seen[-1] == "请输入政策问题", "Tab left the dialog"
    assert {"发送", "新对话", "收起", "复制", "有用", "没用", "举报", "投诉举报"} <= set(seen)
    keys.press("Shift+Tab")
    while not visit.focused.startswith("引用 1："):
        keys.press("Shift+Tab")
    mark = visit.focused
    keys.press("Enter")
    assert visit.focused == "条款原文"
    keys.press("Escape")
    assert visit.focused == mark
    keys.press("Escape")
    expect(visit.panel).to_be_hidden()
    assert visit.focused.startswith("政策问答")
    no_complaints(visit)


def test_an_enter_that_picks_a_candidate_sends_nothing(visit: Visit, front: Front) -> None:
    visit.launcher.click()
    visit.box.fill("创新")
    visit.box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    visit.box.dispatch_event("keydown", {"key": "Enter", "keyCode": 229})
    expect(visit.box).to_have_value("创新")
    assert front.asked == []


def test_keys_typed_into_it_are_no_shortcuts_of_the_portal(visit: Visit) -> None:
    visit.page.evaluate("window.heard = 0; addEventListener('keydown', () => window.heard++)")
    visit.launcher.click()
    visit.box.press_sequentially("abc")
    assert visit.page.evaluate("window.heard") == 0


def test_what_the_answer_says_is_shown_and_never_run(visit: Visit, front: Front) -> None:
    cited = {
        "marker": 1,
        "document_id": "p1",
        "title": HOSTILE,
        "address": HOSTILE,
        "quote": HOSTILE,
        "passage": f"前{HOSTILE}后",
        "start": 0,
        "end": 1,
        "link": "javascript:window.ran=1",
    }
    lines = [HOSTILE]
    hostile = answer(
        HOSTILE,
        citations=[cited],
        notices=lines,
        suggestions=lines,
        nearest=[{**cited, "text": HOSTILE}],
    )
    front.replies[STREAM].append(Reply(events=events_of(hostile)))
    visit.ask(HOSTILE)
    expect(visit.turns.locator(".body")).to_have_text(HOSTILE.replace("[1]", "1"))
    expect(visit.turns.locator(".asked")).to_contain_text(HOSTILE)
    expect(visit.turns.locator(".notices")).to_contain_text(HOSTILE)
    visit.turns.locator(".cite").click()
    expect(visit.side.locator(".passage")).to_contain_text("<script>window.ran=1</script>")
    assert visit.panel.locator("img, script, iframe, a").count() == 0
    assert visit.page.evaluate("window.ran") is None
    no_complaints(visit)


def test_a_clause_leads_to_its_page_on_the_service_and_nowhere_else(
    visit: Visit, front: Front, served: Served
) -> None:
    links = (
        "/clauses?document=p1&clause=2",
        "https://evil.example/clauses",
        "//evil.example/clauses",
        "data:text/html,x",
    )
    cited = [
        {
            "marker": n,
            "document_id": "p1",
            "title": TITLE,
            "address": f"《{TITLE}》（二）",
            "quote": "20万元",
            "passage": "给予20万元",
            "start": 0,
            "end": 1,
            "link": link,
        }
        for n, link in enumerate(links, 1)
    ]
    text = "20万元[1][2][3][4]"
    front.replies[STREAM].append(Reply(events=events_of(answer(text, citations=cited))))
    visit.ask(REWARD)
    visit.turns.locator(".cite").first.click()
    link = visit.side.locator("a")
    expect(link).to_have_attribute("href", f"{served.address}{links[0]}")
    expect(link).to_have_attribute("rel", "noopener")
    for number in (2, 3, 4):
        visit.button("下一处引用").click()
        expect(visit.side.locator(".count")).to_have_text(f"{number} / 4")
        expect(link).to_have_count(0)


def test_a_refusal_offers_the_nearest_clauses_and_what_else_to_ask(visit: Visit) -> None:
    visit.ask("创新券的申请截止日期是哪一天？")
    nearest = visit.page.get_by_label("最接近的条款")
    nearest.get_by_role("button").first.click()
    expect(visit.side.locator(".passage")).to_contain_text("创新券")
    visit.button("返回答复").click()
    expect(visit.side).to_be_hidden()
    assert visit.focused.strip().startswith("《")


def test_a_suggestion_is_asked_by_a_click(visit: Visit) -> None:
    visit.ask(REWARD)
    suggestion = visit.page.get_by_label("可以接着问").get_by_role("button").first
    question = suggestion.text_content()
    suggestion.click()
    expect(visit.turns.locator(".asked").last).to_have_text(f"您问：{question}")
    expect(visit.turns.locator(".tools")).to_have_count(2, timeout=20_000)


def test_feedback_and_complaints_are_kept_by_the_service(
    visit: Visit, front: Front, served: Served
) -> None:
    visit.ask(REWARD)
    visit.button("有用").click()
    expect(visit.turns).to_contain_text("感谢反馈。")
    visit.button("没用").click()
    visit.page.get_by_label("哪里没有帮上忙？").fill("没有说申报时间")
    visit.button("提交").click()
    expect(visit.button("没用")).to_have_attribute("aria-pressed", "true")
    visit.button("投诉举报").click()
    visit.side.get_by_label("原因").fill("内容不当")
    visit.button("提交").click()
    expect(visit.side).to_contain_text("举报已提交，工作人员会核查。")
    expect(visit.side.get_by_role("link")).to_have_attribute(
        "href", f"{visit.portal}/index.html#lianxi"
    )
    (answered,) = {b["answer_id"] for path, b in front.asked if path == "/v1/feedback"}
    kept = [f for f in served.records.feedback(limit=50) if f.answer_id == answered]
    assert sorted((f.verdict, f.comment, f.caller.channel, f.caller.key_id) for f in kept) == [
        (Verdict.REPORT, "内容不当", Channel.WIDGET, served.key.key.id),
        (Verdict.USEFUL, "", Channel.WIDGET, served.key.key.id),
        (Verdict.USELESS, "没有说申报时间", Channel.WIDGET, served.key.key.id),
    ]
    no_complaints(visit)


def test_feedback_that_fails_says_so_and_keeps_what_was_written(visit: Visit, front: Front) -> None:
    visit.ask(REWARD)
    front.replies["/v1/feedback"].append(Reply(503, {"detail": "数据库暂时不可用，请稍后再试。"}))
    visit.button("举报").click()
    reason = visit.page.get_by_label("请说明举报的原因")
    reason.fill("内容不当")
    visit.button("提交").click()
    expect(visit.turns).to_contain_text("数据库暂时不可用，请稍后再试。")
    expect(reason).to_have_value("内容不当")
    visit.button("提交").click()
    expect(visit.turns).to_contain_text("举报已提交")


def test_an_answer_is_copied_with_its_citations_and_its_label(visit: Visit) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=visit.portal)
    visit.ask(REWARD)
    visit.button("复制").click()
    expect(visit.panel).to_contain_text("已复制，含出处")
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"问：{REWARD}\n答：")
    assert f"[1] 《{TITLE}》（{NUMBER}）（二）：“" in copied
    assert copied.endswith(f"（{LABEL}）")


def test_a_service_that_is_too_busy_is_asked_again_after_the_time_it_names(
    visit: Visit, front: Front
) -> None:
    front.replies[STREAM].append(
        Reply(503, {"detail": "提问的人太多，请稍后再试。"}, {"Retry-After": "2"})
    )
    visit.launcher.click()
    visit.box.fill(REWARD)
    visit.box.press("Enter")
    expect(visit.turns).to_contain_text("提问的人太多，请稍后再试。")
    expect(visit.turns.get_by_role("button").first).to_have_text("2 秒后可重试")
    visit.button("重试").click()
    expect(visit.turns.locator(".body")).to_contain_text("20万元")
    assert [body for _, body in front.asked] == [{"question": REWARD}] * 2


@pytest.mark.parametrize(
    ("status", "detail", "shown"),
    [
        (429, None, "提问太频繁了，请稍候再试。"),
        (403, "来源不在许可清单里。", "来源不在许可清单里。"),
        (500, None, "问答服务出错了，请稍后重试。"),
        (422, "问题太长了（600字，上限500字）。", "问题太长了（600字，上限500字）。"),
    ],
)
def test_each_failure_is_said_and_the_question_can_be_mended(
    visit: Visit, front: Front, status: int, detail: str | None, shown: str
) -> None:
    front.replies[STREAM].append(Reply(status, {"detail": detail} if detail else None))
    visit.launcher.click()
    visit.box.fill(REWARD)
    visit.box.press("Enter")
    expect(visit.turns.locator(".setback p")).to_have_text(shown)
    visit.button("修改问题").click()
    expect(visit.box).to_have_value(REWARD)
    assert visit.focused == "请输入政策问题"


def test_a_token_that_no_longer_holds_is_renewed_once_unseen(visit: Visit, front: Front) -> None:
    visit.ask(REWARD)
    front.later = timedelta(minutes=16)
    visit.ask("那由谁负责？", turns=2)
    assert len(set(front.minted)) == 2
    assert [body["question"] for _, body in front.asked] == [REWARD, "那由谁负责？"]
    expect(visit.turns.locator(".setback")).to_have_count(0)


def test_tokens_that_are_never_taken_end_in_a_sentence(visit: Visit, front: Front) -> None:
    refused = Reply(401, {"detail": "凭证已过期。"})
    front.replies[STREAM].extend([refused, refused])
    visit.launcher.click()
    visit.box.fill(REWARD)
    visit.box.press("Enter")
    expect(visit.turns.locator(".setback")).to_contain_text("访问凭证已失效")
    assert len(front.asked) == 2


@pytest.mark.parametrize(
    "broken",
    [
        Reply(404, {"detail": "没有这个地址。"}),
        Reply(200, {"proxy": "buffers"}),
        Reply(events=(("text", {"text": "断"}),)),
    ],
    ids=["no stream", "not a stream", "cut off"],
)
def test_where_streams_do_not_come_through_the_answer_comes_in_one_piece(
    visit: Visit, front: Front, broken: Reply
) -> None:
    front.replies[STREAM].append(broken)
    visit.ask(REWARD)
    expect(visit.turns.locator(".body")).to_contain_text("20万元")
    assert [path for path, _ in front.asked] == [STREAM, ANSWER]


def test_an_error_inside_the_stream_is_said(visit: Visit, front: Front) -> None:
    events = (
        ("text", {"text": "半句"}),
        ("error", {"status": 503, "detail": "服务正在重新启动。"}),
    )
    front.replies[STREAM].append(Reply(events=events))
    visit.launcher.click()
    visit.box.fill(REWARD)
    visit.box.press("Enter")
    expect(visit.turns.locator(".setback p")).to_have_text("服务正在重新启动。")


def test_without_a_connection_nothing_typed_is_lost(visit: Visit) -> None:
    visit.ask(REWARD)
    visit.context.set_offline(True)
    expect(visit.panel.locator(".banner")).to_contain_text("网络已断开")
    visit.box.fill("那由谁负责？")
    visit.box.press("Enter")
    expect(visit.turns.locator(".setback")).to_contain_text("网络已断开，请恢复连接后重试。")
    visit.context.set_offline(False)
    expect(visit.panel.locator(".banner")).to_be_empty()
    visit.button("重试").click()
    expect(visit.turns.last.locator(".body")).to_contain_text("市科技局")


def test_a_question_over_the_limit_is_counted_and_stays_in_the_box(
    visit: Visit, front: Front
) -> None:
    visit.launcher.click()
    visit.box.fill("问" * 2001)
    expect(visit.panel.locator(".counter")).to_have_text("2001 / 2000 字")
    visit.box.press("Enter")
    expect(visit.panel.locator(".composer .wrong")).to_contain_text("请缩短后再发送")
    expect(visit.box).to_have_value("问" * 2001)
    assert front.asked == []


def test_styles_neither_leak_in_nor_out(visit: Visit) -> None:
    visit.page.evaluate("""() => { const sheet = new CSSStyleSheet();
      sheet.replaceSync("html { font-size: 100px } button, p { color: lime; font-size: 3rem }");
      document.adoptedStyleSheets = [sheet]; }""")
    visit.ask(REWARD)
    assert (
        visit.turns.locator(".body p").first.evaluate("p => getComputedStyle(p).fontSize") == "16px"
    )
    assert visit.page.locator("main h1").evaluate("h => getComputedStyle(h).fontWeight") == "700"
    header = visit.panel.locator(".header").evaluate("h => getComputedStyle(h).backgroundColor")
    assert header == "rgb(11, 74, 143)"  # the portal's own --zhengwen-accent


@pytest.mark.parametrize("size", [(1280, 800), (640, 360), (390, 844), (320, 640)])
@pytest.mark.parametrize("path", ["/", "/consult.html"], ids=["floating", "inline"])
def test_everything_fits_and_every_control_can_be_touched(
    browser: Browser,
    served: Served,
    front: Front,
    size: tuple[int, int],
    path: str,
) -> None:
    with Visit.begin(browser, served.portal, served.address, path=path, size=size) as visit:
        visit.ask(REWARD)
        assert visit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        for part in (".log", ".panel"):
            wide = visit.page.locator(f"zhengwen-chat {part}").evaluate(
                "e => e.scrollWidth - e.clientWidth"
            )
            assert wide <= 0, part
        small = visit.panel.evaluate("""panel => [...panel.querySelectorAll("button:not(.cite), a, select")]
          .map((e) => [e.textContent, e.getBoundingClientRect()]).filter(([, r]) => r.width && (r.width < 44 || r.height < 44))
          .map(([text, r]) => `${text} ${r.width} × ${r.height}`)""")
        assert small == []
