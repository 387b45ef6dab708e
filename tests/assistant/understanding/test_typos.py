"""Typos by sound and by shape."""

from __future__ import annotations

import pytest

from assistant.understanding.typos import TypoIndex, look_alike, ordinary_pairs, sound_alike
from assistant.understanding.words import CorpusWords

CORPUS = (
    "推广专利权质押,支持孵化器建设",
    "专利转化,孵化器认定,税率下调",
    "企业培育,创新券发放,税率优惠",
    "企业培育,创新券管理,揭榜挂帅",
    "加计扣除,揭榜挂帅",
    "加计扣除,加快计划",
    "加计扣除,发展业态,领先",
    "简易注销登记,激励创新,宽容失误",
)


def corrected(*runs: str) -> tuple[tuple[str, str], ...]:
    return TypoIndex(CorpusWords(CORPUS)).corrections(runs)


@pytest.mark.parametrize(
    ("run", "written", "meant"),
    [
        ("专力", "专力", "专利"),
        ("浮化器", "浮化", "孵化"),
        ("揭绑挂帅", "揭绑", "揭榜"),
        ("加记扣除", "加记", "加计"),
        # A word that the corpus writes once, for one that sounds and looks like it.
        ("注消登记", "注消", "注销"),
    ],
)
def test_a_word_that_sounds_like_a_known_one_is_read_as_it(
    run: str, written: str, meant: str
) -> None:
    assert corrected(run) == ((written, meant),)


def test_a_word_that_looks_like_a_known_one_is_read_as_it() -> None:
    assert corrected("锐率") == (("锐率", "税率"),)
    assert look_alike("锐", "税")
    assert not sound_alike("锐", "税")


def test_a_known_word_is_never_corrected() -> None:
    assert corrected("企业培育", "税率") == ()


def test_an_everyday_word_is_never_corrected() -> None:
    assert "开张" in ordinary_pairs()
    assert TypoIndex(CorpusWords(("开展活动", "开展试点", "开展"))).corrections(["开张"]) == ()


def test_words_that_share_no_character_are_left_alone() -> None:
    assert TypoIndex(CorpusWords(("公式", "公式"))).corrections(["攻势"]) == ()


def test_the_meeting_of_two_words_is_no_word() -> None:
    assert corrected("能领") == ()


def test_a_character_behind_a_whole_word_is_not_drawn_into_it() -> None:
    # 企业 stands as it is, and 培 does not always follow it.
    assert (
        TypoIndex(
            CorpusWords((*CORPUS, "企业研发", "企业技术", "企业上市", "企业融资"))
        ).corrections(["企业批"])
        == ()
    )


def test_a_character_that_ends_a_longer_word_is_no_typo() -> None:
    written = ("发放创新券", "全面推进", "全面开展")
    assert TypoIndex(CorpusWords(written)).corrections(["创新券面额"]) == ()
