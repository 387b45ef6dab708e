from __future__ import annotations

from collections import Counter

import pytest

from corpus.regions import (
    Region,
    RegionMention,
    _rows,
    all_regions,
    find_regions,
    is_within,
    named_together,
    region_named,
)


def named(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.region.name) for m in find_regions(text)]


def the(name: str) -> Region:
    region = region_named(name)
    assert region is not None
    return region


def test_every_row_is_well_formed_and_no_division_stands_twice() -> None:
    regions = all_regions()
    assert {r.level for r in regions} == {"省", "市", "县"}
    assert max(Counter((r.name, r.parent) for r in regions).values()) == 1
    names = {r.name for r in regions}
    assert all(r.parent in names for r in regions if r.level != "省")
    assert all(r.parent is None for r in regions if r.level == "省")
    assert all(len(r.short) > 1 for r in regions)


def test_the_table_holds_all_provinces_prefectures_and_counties_of_shanxi() -> None:
    regions = all_regions()
    count = Counter(r.level for r in regions)
    assert (count["省"], count["市"]) == (34, 333)
    shanxi = the("山西省")
    inside = Counter(r.level for r in regions if is_within(r, shanxi))
    assert inside == {"省": 1, "市": 11, "县": 117}


def test_short_names_and_one_character_names_of_provinces_are_no_two_regions_names() -> None:
    provinces = [r for r in all_regions() if r.level == "省"]
    shorts = Counter(name for r in provinces for name in (r.short, *r.aliases))
    assert max(shorts.values()) == 1


def test_every_lookalike_concerns_a_region_and_stands_once() -> None:
    rows = _rows("region_lookalikes.tsv")
    assert {rule for _, rule in rows} == {"word", "name", "chance"}
    assert max(Counter(word for word, _ in rows).values()) == 1
    for word, rule in rows:
        pieces = {word[i:j] for i in range(len(word)) for j in range(i + 2, len(word) + 1)}
        assert any(region_named(p) for p in ({word} if rule != "word" else pieces)), word


def test_a_mention_carries_its_span_and_region() -> None:
    assert find_regions("我们运城有吗") == (
        RegionMention(2, 4, Region("运城市", "运城", "市", "山西省")),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江省杭州市西湖区", [("浙江省", "浙江省"), ("杭州市", "杭州市"), ("西湖区", "西湖区")]),
        ("陕西西安的券在山西能用吗", [("陕西", "陕西省"), ("西安", "西安市"), ("山西", "山西省")]),
        ("吉林和吉林市不同", [("吉林", "吉林省"), ("吉林市", "吉林市")]),
        ("青海海南州", [("青海", "青海省"), ("海南州", "海南藏族自治州")]),
        ("新疆的伊犁", [("新疆", "新疆维吾尔自治区"), ("伊犁", "伊犁哈萨克自治州")]),
        ("万荣、临猗两个县", [("万荣", "万荣县"), ("临猗", "临猗县")]),
        ("应县和夏县", [("应县", "应县"), ("夏县", "夏县")]),
    ],
)
def test_regions_are_found_by_their_longest_name(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "山西大学",
        "太原理工大学",
        "山西农业大学",
        "长治银行",
        "各级各部门应县级以上审批",
        "朝阳产业",
        "长治久安",
        "大同小异",
        "创新乡村治理",
        "推广安全生产经验",
        "集中卫生资源",
        "确保定期报告",
        "扩大同类项目",
        "重大理论问题",
        "二十四平方公里",
        "城区与郊区",
        "做好日照时数监测",
        "复合肥料",
        "提高平台能力",
        "以上海关数据",
    ],
)
def test_ordinary_words_and_institutions_are_no_regions(text: str) -> None:
    assert named(text) == []


def test_an_ordinary_word_is_a_region_with_its_suffix_or_behind_its_province() -> None:
    assert named("朝阳市") == [("朝阳市", "朝阳市")]
    assert named("辽宁朝阳") == [("辽宁", "辽宁省"), ("朝阳", "朝阳市")]
    assert named("阳泉城区") == [("阳泉", "阳泉市"), ("城区", "城区")]


def test_a_name_that_arises_by_chance_is_a_region_where_a_place_is_expected() -> None:
    assert named("中山有补贴吗") == [("中山", "中山市")]
    assert named("我在新乡开厂") == [("新乡", "新乡市")]


def test_a_name_of_several_regions_goes_to_the_one_inside_a_region_named_before() -> None:
    parents = {
        text: find_regions(text)[-1].region.parent
        for text in ("深圳南山区", "鹤岗的南山区", "南山区", "长春朝阳区", "朝阳区")
    }
    assert parents == {
        "深圳南山区": "深圳市",
        "鹤岗的南山区": "鹤岗市",
        "南山区": "深圳市",
        "长春朝阳区": "长春市",
        "朝阳区": "北京市",
    }


def test_a_county_lies_in_its_city_and_province_and_in_itself_but_nowhere_else() -> None:
    assert is_within(the("盐湖区"), the("运城"))
    assert is_within(the("盐湖区"), the("山西"))
    assert is_within(the("运城"), the("运城市"))
    assert not is_within(the("山西"), the("运城"))
    assert not is_within(the("运城"), the("陕西"))


def test_a_region_is_looked_up_by_any_of_its_names() -> None:
    assert the("晋") == the("山西") == the("山西省")
    assert the("陕").name == "陕西省"
    assert region_named("火星") is None


def test_together_with_a_county_body_is_not_the_county_of_that_name() -> None:
    assert find_regions("县财政局会同县农业农村局组织实施") == ()
    assert [m.region.name for m in find_regions("湖南省会同县")] == ["湖南省", "会同县"]


def test_one_word_may_name_several_places() -> None:
    together = named_together("在北上广深杭等地组建研发机构")
    assert {r.short for r in together} == {"北京", "上海", "广州", "深圳", "杭州"}
    assert named_together("在北方和上海组建") == frozenset()


def test_the_groups_name_regions_that_there_are() -> None:
    unknown = {
        (word, name)
        for word, names in _rows("region_groups.tsv")
        for name in names.split("、")
        if region_named(name) is None
    }
    assert unknown == set()
