"""Lists inside a sentence: what they hold, whether their length is told."""

from __future__ import annotations

import pytest

from assistant.conversing.enumerations import enumerations, numbers_asked


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "支持3所职业学校（湘江财经学校、湘江护理学校、湘江艺术学校）每校建设一个专业。",
            ("湘江财经学校", "湘江护理学校", "湘江艺术学校"),
        ),
        ("划分为重大专项、重点研发和基础研究等三大类计划，", ("重大专项", "重点研发", "基础研究")),
        (
            "以中心医院心内科、神经科，中医医院皮肤科3个重点专科为引领，",
            ("中心医院心内科", "神经科", "中医医院皮肤科"),
        ),
        (
            "实施领军人才培育工程、工匠培育工程“两个工程”和学者支持计划、技师支持计划“两个计划”。",
            ("领军人才培育工程", "工匠培育工程"),
        ),
        (
            "建好“三库”，即建成项目库，建设需求库，完善成果库。",
            ("项目库", "建设需求库", "完善成果库"),
        ),
        ("聚焦量子光学与器件、种质创新与育种两个方向，", ("量子光学与器件", "种质创新与育种")),
    ],
)
def test_a_list_whose_length_is_told_comes_first(text: str, items: tuple[str, ...]) -> None:
    first = enumerations(text)[0]
    assert (first.items, first.counted) == (items, True)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("依托光谷汽车、湘江电机、星城铝业等领军企业，", ("光谷汽车", "湘江电机", "星城铝业")),
        ("实施“湘江茶”“湘江米”品牌提升计划。", ("湘江茶", "湘江米")),
        ("构建“苗圃＋孵化器＋产业园”的全产业链。", ("苗圃", "孵化器", "产业园")),
        ("“合”就是融合发展。加快建设。“新”就是新材料。", ("“合”", "“新”")),
        ("采取“创意”模式建设工厂。采取“孵化”模式建设平台。", ("创意", "孵化")),
        ("在醴陵县、攸县和星城示范区开展试点，", ("醴陵县", "攸县", "星城示范区")),
        ("湘江学院和星城职业大学培育创新团队，", ("湘江学院", "星城职业大学")),
        (
            "第一医院、第二医院、第三医院通过设立工作站、聘请团队、建立联盟等形式，",
            ("第一医院", "第二医院", "第三医院"),
        ),
        (
            "财经学校重点建设会计专业；护理学校重点建设护理专业；",
            ("财经学校重点建设会计专业", "护理学校重点建设护理专业"),
        ),
    ],
)
def test_a_list_is_found_without_its_length(text: str, items: tuple[str, ...]) -> None:
    assert items in [found.items for found in enumerations(text)]
    assert not any(found.counted for found in enumerations(text))


def test_a_list_tells_what_its_items_are() -> None:
    found = enumerations("依托光谷汽车、湘江电机、星城铝业等领军企业，")
    assert [e.kind for e in found] == ["领军企业"]


def test_at_least_so_many_is_no_length_of_a_list() -> None:
    found = enumerations("建设2个以上院士（学者、大师等）工作站")
    assert [(e.items, e.counted) for e in found] == [(("学者", "大师"), False)]


@pytest.mark.parametrize("text", ["建设一个专业。", "到2025年达到300家以上，增长5%。", ""])
def test_where_nothing_is_listed_there_is_no_list(text: str) -> None:
    assert enumerations(text) == ()


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("分别是哪三家？", {3}),
        ("“三库”是哪三库？", {3}),
        ("4个重点专科和12项任务是哪些？", {4, 12}),
        ("第三个是什么？", set()),
        ("2025年有多少家？", set()),
    ],
)
def test_a_question_says_how_many_there_are(question: str, numbers: set[int]) -> None:
    assert numbers_asked(question) == numbers
