"""What cannot be put right with certainty stays, and is told."""

from __future__ import annotations

from corpus.clean import clean

_WORD = "高新技术企业"


def test_a_stray_latin_word_and_a_stray_dash_stay_and_are_told() -> None:
    raw = "赋予科研机构 and 人员自主权，完成“从无—到有”的突破。"
    cleaned = clean(raw)
    assert cleaned.text == raw
    assert [(w.code, cleaned.text[w.start : w.end]) for w in cleaned.warnings] == [
        ("stray_latin", " and "),
        ("stray_dash", "—"),
    ]


def test_a_chain_of_dashes_is_no_slip() -> None:
    assert clean("构建“种植—饮片—成药”产业链。").warnings == ()


def test_a_word_torn_by_a_page_break_is_printed_once_where_the_text_proves_it() -> None:
    lead = "全市创新主体不断壮大，创新能力持续提升，产业结构明显优化，各类企业依法依规享受减免，其中享受高"
    raw = f"本市有{_WORD}百家。{_WORD}增长较快。{_WORD}贡献突出。\n{lead}\n\n{_WORD}减免1亿元。"
    cleaned = clean(raw)
    assert cleaned.text.endswith(f"其中享受{_WORD}减免1亿元。")
    (warning,) = cleaned.warnings
    assert warning.message == "“高”在换页处印了两次，已删去断开的一处。"
    assert cleaned.text[warning.start : warning.end] == "高"


def test_a_repetition_without_proof_stays_and_is_told() -> None:
    raw = "依托园区建立新型农业创新创业综合服务平台。\n\n台，推动农村地区大众创业。"
    cleaned = clean(raw)
    assert cleaned.text == "依托园区建立新型农业创新创业综合服务平台。台，推动农村地区大众创业。"
    assert [(w.code, w.message) for w in cleaned.warnings] == [
        ("repeated_fragment", "“台。台，”疑为换页处的重复片段，原样保留。")
    ]
