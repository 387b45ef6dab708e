"""Government bodies in a text, one canonical name for all their spellings."""

from __future__ import annotations

import pytest

from corpus.bodies.mentions import canonical_body, find_bodies, lacks_level, same_body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省科技厅和财政厅分别负责什么？", [("省科技厅", "省科技厅"), ("财政厅", "省财政厅")]),
        ("山西省科学技术厅", [("山西省科学技术厅", "省科技厅")]),
        ("哪些任务由省发展改革委牵头？", [("省发展改革委", "省发改委")]),
        (
            "省发展和改革委员会、发改委",
            [("省发展和改革委员会", "省发改委"), ("发改委", "发改委")],
        ),
        ("团省委参与了哪些工作", [("团省委", "团省委")]),
        ("共青团山西省委", [("共青团山西省委", "团省委")]),
        ("山西银监局现在叫什么", [("山西银监局", "银监局")]),
        ("中国人民银行太原中心支行管什么", [("中国人民银行太原中心支行", "人行")]),
        ("省编办、省法制办", [("省编办", "省委编办"), ("省法制办", "省法制办")]),
        ("省委全面深化改革委员会办公室", [("省委全面深化改革委员会办公室", "省委改革办")]),
        ("请问山西转型综改示范区管委会", [("山西转型综改示范区管委会",) * 2]),
        ("盐湖区市场监督管理局", [("盐湖区市场监督管理局", "区市场监管局")]),
        ("国家税务总局山西省税务局", [("国家税务总局山西省税务局", "税务局")]),
        ("自治区科技厅", [("自治区科技厅", "省科技厅")]),
        ("科技部、财政部", [("科技部", "科技部"), ("财政部", "财政部")]),
        ("省总工会、省科协", [("省总工会", "省总工会"), ("省科协", "省科协")]),
    ],
)
def test_bodies_are_found_and_folded(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.text, m.canonical) for m in find_bodies(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "这个办法怎么办理？",
        "教育部门有什么职责",
        "政府采购有什么优惠",
        "科技厅长是谁",
        "全省财政收入",
    ],
)
def test_words_that_only_look_like_bodies_are_none(text: str) -> None:
    assert find_bodies(text) == ()


def test_offsets_give_the_words_as_printed() -> None:
    text = "请问运城市科技局负责什么？"
    (mention,) = find_bodies(text)
    assert text[mention.start : mention.end] == mention.text == "运城市科技局"
    assert (mention.canonical, mention.level, mention.region) == ("市科技局", "市", "运城市")


def test_a_name_outside_the_lexicon_is_its_own_canonical_name() -> None:
    assert canonical_body("中科院太原分院") == "中科院太原分院"
    assert canonical_body("某某新区管理委员会") == "某某新区管委会"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("发改委", "省发展和改革委员会", True),
        ("财政厅", "省财政厅", True),
        ("山西省科技厅", "省科技厅", True),
        ("人民银行", "人行太原中心支行", True),
        ("组织部", "省委组织部", True),
        ("省科技厅", "市科技局", False),
        ("太原市科技局", "运城市科技局", False),
        ("安徽银保监局", "山西银保监局", False),
        ("省科技厅", "省财政厅", False),
    ],
)
def test_two_names_mean_one_body_where_nothing_printed_contradicts(
    one: str, other: str, same: bool
) -> None:
    assert same_body(one, other) is same


def test_only_ranked_names_lack_a_level() -> None:
    names = ["财政厅", "统计局", "省财政厅", "安徽银保监局", "团省委", "人行太原中心支行"]
    assert [name for name in names if lacks_level(name)] == ["财政厅", "统计局"]
