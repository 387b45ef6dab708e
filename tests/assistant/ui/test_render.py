from __future__ import annotations

import pytest

from assistant.models import Answer, Citation, Nearest, Status
from assistant.ui.render import chat_markdown, highlighted, panel, plain_markdown
from corpus.manifest import load_corpus
from corpus.models import Corpus
from tests.assistant.policy import write_corpus


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return load_corpus(write_corpus(tmp_path_factory.mktemp("render") / "documents"))


def cite(corpus: Corpus, marker: int, quote: str) -> Citation:
    parsed = corpus.by_id["p1"]
    start = parsed.text.index(quote)
    end = start + len(quote)
    clause = [c for c in parsed.clauses if c.start <= start and end <= c.end][-1]
    return Citation(
        marker,
        "p1",
        parsed.document.title,
        clause.address,
        quote,
        parsed.clause_text(clause),
        start,
        end,
        clause.ordinal,
    )


def answered(text: str, *citations: Citation, notices: tuple[str, ...] = ()) -> Answer:
    return Answer("id", "c", "问", Status.ANSWERED, text, citations, notices=notices)


def test_markdown_and_html_from_outside_stay_plain_text() -> None:
    assert plain_markdown("<b>1. **粗** [链](http://x) `码` $y$") == (
        "&lt;b\\>1\\. \\*\\*粗\\*\\* \\[链\\]\\(http\\://x\\) \\`码\\` \\$y\\$"
    ).replace("\\>", "&gt;")


def test_a_mark_leads_to_its_clause_and_a_number_in_brackets_without_citation_does_not(
    corpus: Corpus,
) -> None:
    answer = answered("给予20万元奖励。[1]见[2023]", cite(corpus, 1, "给予20万元一次性奖励"))
    assert chat_markdown(answer).split("\n\n")[0] == (
        "给予20万元奖励。[[1]](#zw-cite-1)见\\[2023\\]"
    )


def test_notices_and_the_label_stand_below_the_answer(corpus: Corpus) -> None:
    answer = answered("答。[1]", cite(corpus, 1, "每年培训"), notices=("请拨打12345。",))
    assert chat_markdown(answer).split("\n\n")[1:] == [
        "> 请拨打12345。",
        "<small>AI 生成 · 本回答由程序依据条款自动生成，以文件原文为准。</small>",
    ]


def test_overlapping_spans_are_marked_once_and_text_is_escaped() -> None:
    assert highlighted("甲<乙>丙丁", [(1, 4), (2, 5), (9, 12)], 0, 6) == (
        "甲<mark>&lt;乙&gt;</mark><mark>丙</mark>丁"
    )


def test_quotes_of_one_clause_share_a_card_with_the_quotes_marked(corpus: Corpus) -> None:
    html = panel(
        answered(
            "答[1][2][3]",
            cite(corpus, 1, "每年发放不超过3万元的创新券"),
            cite(corpus, 2, "市科技局牵头"),
            cite(corpus, 3, "每年培训创业者2000人次"),
        ),
        corpus,
    )
    assert html.count('<article class="zw-card">') == 2
    first = html.split("</article>")[0]
    assert '<span class="zw-mark" id="zw-cite-1">1</span>' in first
    assert '<span class="zw-mark" id="zw-cite-2">2</span>' in first
    assert (
        '<div class="zw-text">（一）发放创新券。对在我市注册的科技型小微企业，'
        "<mark>每年发放不超过3万元的创新券</mark>，用于购买检测服务。"
        "（<mark>市科技局牵头</mark>，市财政局配合）</div>"
    ) in first
    assert '<p class="zw-path">加大资金支持</p>' in first


def test_the_context_shows_the_clauses_around(corpus: Corpus) -> None:
    html = panel(answered("答[1]", cite(corpus, 1, "每年培训创业者2000人次")), corpus)
    context = html.split("<details")[1]
    assert "（三）提供创业场地" in context
    assert "（五）加强督查" in context
    assert "<mark>每年培训创业者2000人次</mark>" in context


def test_a_refusal_offers_the_nearest_clauses_and_says_that_they_answer_nothing(
    corpus: Corpus,
) -> None:
    nearest = Nearest("p1", "题", "《题》（一）", 2, "<i>原文</i>")
    answer = Answer("id", "c", "问", Status.NOT_STATED, "没有写明。", nearest=(nearest,))
    html = panel(answer, corpus)
    assert "没有条款直接回答这个问题，以下仅供参考。" in html
    assert "&lt;i&gt;原文&lt;/i&gt;" in html
    assert "<mark>" not in html
