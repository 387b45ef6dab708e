from __future__ import annotations

import pytest

from assistant.models import Answer, Citation, Nearest, Status
from assistant.ui.marks import excerpt, highlighted
from assistant.ui.render import answer_html, cards_html, copied, short_titles
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


def test_a_mark_leads_to_its_clause_and_a_number_in_brackets_without_citation_does_not(
    corpus: Corpus,
) -> None:
    cited = cite(corpus, 1, "给予20万元一次性奖励")
    assert answer_html("给予<b>20万元</b>。[1]见[2023]", [cited]) == (
        "<p>给予&lt;b&gt;20万元&lt;/b&gt;。"
        f'<a class="zw-ref" data-clause-link href="/clauses?document=p1&amp;clause=3&amp;'
        f'quote={cited.start}-{cited.end}" aria-label="引用1：{cited.address}">1</a>见[2023]</p>'
    )


def test_lines_of_an_answer_are_paragraphs() -> None:
    assert answer_html("一、甲\n\n二、乙\n", []) == "<p>一、甲</p><p>二、乙</p>"


def test_what_is_copied_has_the_citations_the_notices_and_the_label(corpus: Corpus) -> None:
    cited = cite(corpus, 1, "每年培训创业者2000人次")
    assert copied(answered("答。[1]", cited, notices=("请拨打12345。",))) == (
        f"问\n\n答。[1]\n\n依据：\n[1] {cited.address}：“每年培训创业者2000人次”\n\n请拨打12345。\n"
        "（AI 生成 · 本回答由程序依据条款自动生成，以文件原文为准。）"
    )


def test_overlapping_spans_are_marked_once_and_text_is_escaped() -> None:
    assert highlighted("甲<乙>丙丁", [(1, 4), (2, 5), (9, 12)], 0, 6) == (
        "甲<mark>&lt;乙&gt;</mark><mark>丙</mark>丁"
    )


def test_an_excerpt_stands_around_the_first_word_found() -> None:
    text = f"{'前' * 80}创新券{'后' * 200}"
    assert excerpt(text, ["创新券"]) == (f"…{'前' * 60}<mark>创新券</mark>{'后' * 117}…")


def test_quotes_of_one_clause_share_a_card_with_the_quotes_marked(corpus: Corpus) -> None:
    html = cards_html(
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
    assert '<span class="zw-mark">1</span><span class="zw-mark">2</span>' in first
    assert (
        '<div class="zw-text">（一）发放创新券。对在我市注册的科技型小微企业，'
        "<mark>每年发放不超过3万元的创新券</mark>，用于购买检测服务。"
        "（<mark>市科技局牵头</mark>，市财政局配合）</div>"
    ) in first
    assert '<p class="zw-path">加大资金支持</p>' in first


def test_a_refusal_offers_the_nearest_clauses_and_says_that_they_answer_nothing(
    corpus: Corpus,
) -> None:
    nearest = Nearest("p1", "题", "《题》（一）", 2, "<i>原文</i>")
    answer = Answer("id", "c", "问", Status.NOT_STATED, "没有写明。", nearest=(nearest,))
    html = cards_html(answer, corpus)
    assert "没有条款直接回答这个问题，以下仅供参考。" in html
    assert "&lt;i&gt;原文&lt;/i&gt;" in html
    assert 'href="/clauses?document=p1&amp;clause=2"' in html


def test_long_titles_are_cut_on_buttons() -> None:
    assert short_titles("《关于强化实施创新驱动发展战略进一步推进的意见》怎么说？") == (
        "《关于强化实施创新驱动发展战略……》怎么说？"
    )
