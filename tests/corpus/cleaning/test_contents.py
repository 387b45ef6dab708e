"""A table of contents goes only where its headings come again."""

from __future__ import annotations

from corpus.clean import clean

BODY = "一、总体要求\n坚持创新。\n（一）目标\n到2025年翻番。\n二、重点任务\n建设平台。"


def test_a_table_of_contents_with_dot_leaders_goes() -> None:
    raw = f"某规划\n目录\n一、总体要求.....\t1\n（一）目标.....2\n\n二、重点任务……3\n某规划\n{BODY}"
    assert clean(raw).text == f"某规划\n某规划\n{BODY}"


def test_a_table_of_contents_without_leaders_goes_as_well() -> None:
    raw = f"某规划\n目 录\n一、总体要求 1\n（一）目标 2\n二、重点任务 3\n{BODY}"
    assert clean(raw).text == f"某规划\n{BODY}"


def test_an_entry_that_never_comes_stays_and_is_told() -> None:
    raw = f"目录\n一、总体要求.....1\n二、重点任务.....3\n三、保障措施.....5\n{BODY}"
    cleaned = clean(raw)
    assert cleaned.text == f"三、保障措施.....5\n{BODY}"
    assert [w.message for w in cleaned.warnings] == [
        "目录中的“三、保障措施”在正文里找不到，原样保留。"
    ]


def test_the_word_contents_in_a_text_without_entries_is_text() -> None:
    raw = "目录\n本市编制技术目录。"
    assert clean(raw).text == raw
