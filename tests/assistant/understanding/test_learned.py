"""Other names that documents give, and none that they do not."""

from __future__ import annotations

import pytest

from assistant.understanding.learned import learn, wordings
from corpus.models import Corpus, Document
from tests.assistant.engine import engine_index, parsed


def pairs(sentence: str) -> list[tuple[str, str]]:
    text = f"岭川市科技创新办法\n\n第一条 {sentence}\n第二条 本办法自发布之日起施行。\n"
    document = Document(id="d", file="d.txt", title="岭川市科技创新办法")
    return [(each.short, each.full) for each in learn(Corpus((parsed(document, text),)))]


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("对科技型中小企业（以下简称“科小”）给予补助。", ("科小", "科技型中小企业")),
        ("支持高新技术企业（简称高企）发展。", ("高企", "高新技术企业")),
        ("推进大众创业、万众创新（以下简称“双创”）。", ("双创", "大众创业、万众创新")),
        ("全社会R&D（研究与开发）经费增长。", ("R&D", "研究与开发")),
        ("研究与试验发展（R&D）经费增长。", ("R&D", "研究与试验发展")),
        ("增加值占地区生产总值（GDP）的比重提高。", ("GDP", "地区生产总值")),
        (
            "开展“五小”（小发明、小创造、小革新、小设计、小建议）竞赛。",
            ("五小", "小发明、小创造、小革新、小设计、小建议"),
        ),
        ("实现有机构、有人员、有项目的“三有”研发活动。", ("三有", "有机构、有人员、有项目")),
        (
            "重点实施甲地引才工程、乙地育才工程“两个工程”。",
            ("两个工程", "甲地引才工程、乙地育才工程"),
        ),
        ("开展以“三方帮扶、三层指导”为主要内容的“两个三”工程。", ("两个三", "三方帮扶、三层指导")),
        ("建好“三库”，即项目库，需求库，供给库。", ("三库", "项目库,需求库,供给库")),
        ("“揭榜挂帅”（又称科技悬赏制）项目。", ("揭榜挂帅", "科技悬赏制")),
    ],
)
def test_a_name_that_a_text_gives_is_learned(sentence: str, pair: tuple[str, str]) -> None:
    assert pairs(sentence) == [pair]


@pytest.mark.parametrize(
    "sentence",
    [
        "设立科技创新专项资金（以下简称专项资金）。",  # any money may be called so
        "制定《岭川市科技创新办法》（以下简称《办法》）。",
        "开展“五小”（小发明、小创造）竞赛。",  # five are counted, two are named
        "实施“两个一批”（详见附件1、附件2）。",
        "布局甲、乙、丙，实施“三大”行动。",
        "由市科技局（牵头单位）负责。",
        "国家超算中心（岭川）投入运行。",
    ],
)
def test_what_is_no_other_name_is_not_learned(sentence: str) -> None:
    assert pairs(sentence) == []


def test_a_learned_pair_knows_its_clause() -> None:
    text = "岭川市办法\n\n第一条 支持高新技术企业（简称“高企”）。\n第二条 本办法自发布起施行。\n"
    document = Document(id="d", file="d.txt", title="岭川市办法")
    policy = parsed(document, text)
    (learned,) = learn(Corpus((policy,)))
    assert (learned.document_id, learned.address) == ("d", "《岭川市办法》第一条")
    assert policy.text[learned.start : learned.end] == "高新技术企业（简称“高企”）"


def test_names_of_one_thing_stand_for_each_other() -> None:
    text = "岭川市办法\n\n第一条 R&D（研究与开发）经费。\n第二条 研究与试验发展（R&D）经费。\n"
    known = wordings(learn(Corpus((parsed(Document(id="d", file="d", title="岭川市办法"), text),))))
    assert known == {
        "R&D": (("研究与试验发展", "研究与开发"), "《岭川市办法》第一条"),
        "研究与开发": (("研究与试验发展", "R&D"), "《岭川市办法》第一条"),
        "研究与试验发展": (("研究与开发", "R&D"), "《岭川市办法》第二条"),
    }


def test_the_invented_policies_give_no_other_names() -> None:
    assert learn(engine_index().corpus) == ()
