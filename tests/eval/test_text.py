from __future__ import annotations

from eval.text import bigrams, fold


def test_layout_width_case_and_punctuation_do_not_count() -> None:
    assert fold("到２０２２ 年，\n“R＆D”（占比）【注】。") == '到2022年,"r&d"(占比)[注].'


def test_enumeration_commas_and_book_marks_stay_as_they_are() -> None:
    assert fold("《甲》、〔2017〕") == "《甲》、〔2017〕"
    assert fold("«甲»，乙") == "《甲》,乙"


def test_bigrams_do_not_reach_across_punctuation() -> None:
    assert bigrams("政策，奖补 R&D") == {"政策", "奖补", "补r"}
