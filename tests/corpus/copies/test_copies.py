"""Copies, parts and versions are found by content, and what they print differently is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.copies import Conflict, find_conflicts, relate
from corpus.manifest import load_corpus
from corpus.models import Corpus, Relation

BODY = """一、总体要求
坚持市场主导、政府引导，建设覆盖城乡的养老服务体系，让老年人就近享受专业服务。
二、主要目标
到2021年，每个街道建成一处综合养老服务中心，护理型床位占比达到百分之五十以上。
到2023年，社区助餐点实现全覆盖，居家上门服务机构达到120家，培训护理员3000人次。
到2025年，智慧养老平台接入全部养老机构，老年人满意度达到90%以上，形成完整的服务标准。
三、重点任务
（一）建设服务设施。新建住宅区按照每百户不低于20平方米配建养老用房，由市民政局会同市自然资源局验收。
（二）培养护理人才。对在养老机构连续从业满两年的护理员，每月给予300元岗位补贴，由县级财政负担。
（三）发展智慧养老。支持企业开发适合老年人使用的智能产品，建立统一的信息平台和数据标准规范体系。
（四）加强医养结合。鼓励医疗机构与养老机构签订合作协议，开通双向转诊的绿色通道并定期巡诊。
"""
OFFICIAL = f"岚川市养老服务提升行动方案\n岚政发〔2020〕6号\n各县人民政府：\n{BODY}岚川市人民政府\n2020年5月6日\n"
WEB = f"您当前所在位置：首页>政务公开>\n岚川市养老服务提升行动方案\n{BODY}打印\n关闭窗口\n版权所有：岚川市人民政府办公室\n"


@pytest.fixture
def corpus_of(tmp_path: Path) -> Callable[..., Corpus]:
    def make(**texts: str) -> Corpus:
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return load_corpus(tmp_path)

    return make


def relations(corpus: Corpus) -> dict[str, tuple[str, str]]:
    return {
        p.document.id: (p.document.relation.kind, p.document.relation.document_id)
        for p in corpus.documents
        if p.document.relation
    }


def differing(corpus: Corpus) -> list[tuple[str, str, str, str | None]]:
    return [(c.kind, c.printed, c.copy_printed, c.favours) for c in find_conflicts(corpus)]


def test_a_web_page_is_the_copy_and_the_official_text_the_canonical_one(
    corpus_of: Callable[..., Corpus],
) -> None:
    assert relations(corpus_of(a_web=WEB, b_official=OFFICIAL)) == {
        "a_web": ("copy_of", "b_official")
    }


def test_half_of_a_text_is_a_part_of_it(corpus_of: Callable[..., Corpus]) -> None:
    half = OFFICIAL.replace("岚政发〔2020〕6号\n", "").partition("三、")[0]
    assert relations(corpus_of(whole=OFFICIAL, half=half)) == {"half": ("part_copy_of", "whole")}


def test_another_number_makes_a_version_and_a_draft_is_one_as_well(
    corpus_of: Callable[..., Corpus],
) -> None:
    later = OFFICIAL.replace("〔2020〕6号", "〔2023〕9号").replace("2020年5月6日", "2023年5月6日")
    draft = WEB.replace("行动方案\n", "行动方案\n（征求意见稿）\n")
    assert relations(corpus_of(old=OFFICIAL, new=later)) == {"old": ("version_of", "new")}
    assert relations(corpus_of(old=OFFICIAL, new=draft)) == {"new": ("version_of", "old")}


def test_two_plans_about_one_matter_are_two_plans(corpus_of: Callable[..., Corpus]) -> None:
    other = (
        "平泽市养老服务规划\n一、目标\n到2025年，护理型床位占比达到百分之六十，社区食堂达到80家。\n"
        "二、任务\n完善居家、社区、机构相协调的服务网络，加强监管，保障老年人合法权益。\n"
    )
    assert relations(corpus_of(one=OFFICIAL, two=other)) == {}


def test_texts_after_one_pattern_are_no_copies(corpus_of: Callable[..., Corpus]) -> None:
    bare = OFFICIAL.replace("岚政发〔2020〕6号\n", "").replace("2020年5月6日\n", "")
    cities = {
        "datong": bare.replace("岚川市", "大同市"),
        "yuncheng": bare.replace("岚川市", "运城市"),
    }
    assert relations(corpus_of(**cities)) == {}
    trades = (
        bare.replace("养老服务", "托育照护").replace("老年人", "婴幼儿").replace("护理", "保育")
    )
    assert relations(corpus_of(one=bare, two=trades)) == {}


def test_what_the_manifest_says_stays(corpus_of: Callable[..., Corpus]) -> None:
    corpus = corpus_of(one=OFFICIAL, two=WEB)
    told = Relation("replaces", "one")
    kept = Corpus(
        tuple(
            replace(
                p, document=replace(p.document, relation=told if p.document.id == "two" else None)
            )
            for p in corpus.documents
        )
    )
    assert relations(relate(kept)) == {"two": ("replaces", "one")}


def test_a_year_that_breaks_the_sequence_is_told_from_the_one_that_keeps_it(
    corpus_of: Callable[..., Corpus],
) -> None:
    corpus = corpus_of(official=OFFICIAL, web=WEB.replace("到2023年", "到2020年"))
    sentence = "到2023年，社区助餐点实现全覆盖，居家上门服务机构达到120家，培训护理员3000人次。"
    official, web = corpus.by_id["official"].text, corpus.by_id["web"].text
    copied = sentence.replace("2023", "2020")
    assert find_conflicts(corpus) == (
        Conflict(
            kind="date",
            document_id="official",
            address="《岚川市养老服务提升行动方案》（岚政发〔2020〕6号）二",
            start=official.index(sentence),
            end=official.index(sentence) + len(sentence),
            printed="2023年",
            copy_id="web",
            copy_address="《岚川市养老服务提升行动方案》二",
            copy_start=web.index(copied),
            copy_end=web.index(copied) + len(copied),
            copy_printed="2020年",
            copy_quote=copied,
            favours="document",
            hint="同一条款前后依次写到2021年和2025年，“2023年”与这一顺序相符。",
        ),
    )


@pytest.mark.parametrize(
    ("printed", "copied", "expected"),
    [
        ("3000人次", "300人次", ("number", "3000", "300", "document")),
        ("满两年", "满三年", ("number", "两", "三", "document")),
        ("市自然资源局", "市生态环境局", ("name", "市自然资源局", "市生态环境局", "document")),
    ],
)
def test_a_number_in_figures_or_words_and_a_name_are_conflicts(
    corpus_of: Callable[..., Corpus],
    printed: str,
    copied: str,
    expected: tuple[str, str, str, str | None],
) -> None:
    corpus = corpus_of(official=OFFICIAL, web=WEB.replace(printed, copied))
    assert differing(corpus) == [expected]


def test_blanks_and_stray_dashes_of_a_bad_copy_are_no_conflict(
    corpus_of: Callable[..., Corpus],
) -> None:
    noisy = WEB.replace("居家上门服务", "居家—上门服务").replace("统一的信息", "统一 的信息")
    assert differing(corpus_of(official=OFFICIAL, web=noisy)) == []


def test_the_years_of_the_five_documents_differ_in_one_sentence(five_documents: Corpus) -> None:
    assert differing(five_documents) == [("date", "2022年", "2020年", "document")]


def test_the_same_text_under_two_names_is_one_document_and_told(tmp_path: Path) -> None:
    for name in ("一.txt", "二.txt"):
        (tmp_path / name).write_text(OFFICIAL, encoding="utf-8")
    problems: list[str] = []
    corpus = load_corpus(tmp_path, lambda path, error: problems.append(str(error)))
    assert len(corpus.documents) == 1
    assert problems == ["文件“二.txt”与“一.txt”正文相同，只保留后者。"]
