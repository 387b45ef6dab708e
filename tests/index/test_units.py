from __future__ import annotations

from index.units import passage_units, sentence_spans
from tests.index.doubles import VOUCHER, parsed


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


def test_sentences_end_at_full_stops_semicolons_and_line_ends() -> None:
    assert sentences(
        "小微企业可以申领创新券。每年最高10万元；不得转让给他人！\n有效期一年以内"
    ) == [
        "小微企业可以申领创新券。",
        "每年最高10万元；",
        "不得转让给他人！",
        "有效期一年以内",
    ]


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert sentences("要做到“有求必应、随叫随到。”其余事项另行规定。") == [
        "要做到“有求必应、随叫随到。”",
        "其余事项另行规定。",
    ]


def test_a_short_heading_line_joins_the_sentence_below_it() -> None:
    assert sentences("一、补贴\n每人每月发放三千元。") == ["一、补贴\n每人每月发放三千元。"]


def test_a_short_rest_at_the_end_is_kept() -> None:
    assert sentences("每人每月发放三千元。特此通知") == ["每人每月发放三千元。", "特此通知"]


def test_white_space_alone_is_no_sentence() -> None:
    assert sentences(" \n\n ") == []


def test_spans_are_offsets_in_the_whole_text() -> None:
    text = "前文。每人每月发放三千元。后文。"
    assert [text[a:b] for a, b in sentence_spans(text, 3, 13)] == ["每人每月发放三千元。"]


def test_a_passage_gives_its_sentences_bare_and_itself_under_its_headings() -> None:
    document = parsed("v", VOUCHER)
    units = passage_units(document, document.passages[2])
    assert [(unit.text, unit.whole) for unit in units] == [
        ("二、使用范围\n创新券用于购买检测服务。", False),
        ("不得用于购置设备。", False),
        ("关于发放创新券的通知\n二、使用范围\n创新券用于购买检测服务。不得用于购置设备。", True),
    ]
    assert [document.text[unit.start : unit.end] for unit in units[:2]] == [
        "二、使用范围\n创新券用于购买检测服务。",
        "不得用于购置设备。",
    ]


def test_equal_texts_have_equal_digests() -> None:
    document = parsed("v", VOUCHER)
    first, second = (passage_units(document, p)[0] for p in document.passages[1:3])
    again = passage_units(parsed("w", VOUCHER), document.passages[1])[0]
    assert first.digest == again.digest != second.digest
    assert len(first.digest) == 16
