from __future__ import annotations

import re
from html import unescape

import pytest

from assistant.errors import QuestionError
from assistant.links import clause_on_page, read_quotes
from assistant.service import Service
from assistant.ui.reader import clause_label, found_html, outline_html, text_html


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def test_the_whole_document_is_there_from_the_first_to_the_last_character(
    small_service: Service,
) -> None:
    parsed = small_service.document("p1")
    shown = re.sub(r"\s", "", plain(text_html(parsed, 0)))
    assert re.sub(r"\s", "", parsed.text) in shown


def test_the_clause_is_set_off_with_all_below_it_and_the_quote_marked(
    small_service: Service,
) -> None:
    parsed = small_service.document("p1")
    start = parsed.text.index("20万元")
    html = text_html(parsed, 1, [(start, start + 4)])
    assert html.count('class="zw-clause zw-chosen"') == 3
    assert html.count("tabindex=-1") == 1
    assert "<mark>20万元</mark>" in html


def test_a_number_that_no_clause_has_sets_nothing_off(small_service: Service) -> None:
    assert "zw-chosen" not in text_html(small_service.document("p1"), 99)


def test_the_outline_is_a_tree_of_links(small_service: Service) -> None:
    parsed = small_service.document("p1")
    html = outline_html(parsed)
    assert re.findall(r'data-ordinal="(\d+)">', html) == [
        str(c.ordinal) for c in parsed.clauses[1:]
    ]
    assert clause_label(parsed, parsed.clauses[2]) == "（一）发放创新券"
    assert html.count("<ul hidden>") == 3


def test_clauses_that_hold_all_the_words_come_before_those_near_in_meaning(
    small_service: Service,
) -> None:
    html = found_html(small_service, "创新券 检测")
    exact, _, near = html.partition("意思相近的条款")
    assert "有1条条款含有所查文字" in exact
    assert "<mark>创新券</mark>" in exact and "<mark>检测</mark>" in exact
    assert "data-clause-link" in near


def test_a_search_without_words_is_refused(small_service: Service) -> None:
    with pytest.raises(QuestionError):
        found_html(small_service, "  ")


def test_links_and_their_quotes_survive_the_way_there_and_back() -> None:
    assert clause_on_page("a b&c", 3, [(1, 20)]) == "/clauses?document=a+b%26c&clause=3&quote=1-20"
    assert read_quotes(["1-20", "x-3", "5", "²-4", "1-99999999999"]) == [(1, 20)]
