"""Does a sentence state the kind of thing that was asked for?"""

from __future__ import annotations

import pytest

from assistant.compose.stated import (
    ABSOLUTE,
    STRICT,
    gives_alike,
    of_that_whole,
    states,
    strict_kinds,
    tells_when_done,
)
from assistant.library import Library
from assistant.understanding.kinds import Asked, asked_units
from tests.assistant.engine import key_of


@pytest.mark.parametrize(
    ("kind", "stating", "silent"),
    [
        (Asked.AMOUNT, "每年发放5万元的创新券", "每年发放一定额度的创新券"),
        (Asked.RATE, "按15%给予补贴", "按比例给予补贴"),
        (Asked.RATE, "减半征收", "依法征收"),
        (Asked.COUNT, "建成孵化器15家", "建成一批孵化器"),
        (Asked.COUNT, "分为普通券、专项券", "发放创新券"),
        (Asked.QUANTITY, "面积12平方米", "面积较大"),
        (Asked.QUANTITY, "安排资金3亿元", "鼓励市、县两级设立专项资金"),
        (Asked.QUANTITY, "高新技术企业实现倍增", "实施高新技术企业倍增计划"),
        (Asked.BODY, "发挥有关部作用，推动落实", "发挥干部工作的指挥棒作用"),
        (Asked.DATE, "自2023年起施行", "认真组织实施"),
        (Asked.DATE, "每年评选", "开展评选"),
        (Asked.DURATION, "连续发放三年", "2023年起发放"),
        (Asked.VALIDITY, "本办法自发布之日起施行", "本办法由省科技厅解释"),
        (Asked.RANK, "位居全国第3位", "位于中部地区"),
        (Asked.DEADLINE, "6月30日前提交", "按时提交"),
        (Asked.CONTACT, "咨询电话：0731-88990000", "向科技部门咨询"),
        (Asked.BODY, "由省科技厅牵头", "在《湖南省科技厅工作规则》框架下推进"),
        (Asked.BODY, "邀请湘江高新技术创业服务中心的专家培训", "邀请行业专家培训"),
        (Asked.OFFICE, "成立由省长担任组长的领导小组", "领导小组由省科技厅牵头"),
        (Asked.OFFICE, "召集人为分管副省长", "建立联席会议制度"),
        (Asked.DATE, "今年先后获批", "先后获批"),
        (Asked.NAMES, "岳麓山实验室、湘江实验室、芙蓉实验室", "建设一批实验室"),
        (Asked.PLACE, "在株洲市建设", "择地建设"),
    ],
)
def test_a_sentence_states_it_or_does_not(
    library: Library, kind: Asked, stating: str, silent: str
) -> None:
    key = key_of(library, "rules", "申请材料由")
    assert states(kind, stating, library, key)
    assert not states(kind, silent, library, key)


def test_kinds_of_things_count_no_people(library: Library) -> None:
    key, text = (
        key_of(library, "rules", "申请材料由"),
        "鼓励技术经理人开展服务，包括策划、评估、规划",
    )
    assert states(Asked.COUNT, text, library, key)
    assert not states(Asked.COUNT, text, library, key, units=frozenset("人名位个"))


def test_ways_that_are_listed_can_be_counted_but_no_firms(library: Library) -> None:
    key, text = key_of(library, "rules", "申请材料由"), "通过顾问指导、兼职服务等方式引进人才"
    assert states(Asked.COUNT, text, library, key, units=asked_units("有几种方式?"))
    assert not states(Asked.COUNT, text, library, key, units=asked_units("有几家?"))
    assert not states(Asked.COUNT, text, library, key, units=asked_units("有多少人?"))


def test_the_duties_of_a_clause_state_its_body(library: Library) -> None:
    assert states(Asked.BODY, "给予补贴", library, key_of(library, "measures", "研发费用的15%"))


def test_as_many_names_are_needed_as_are_asked_for(library: Library) -> None:
    key = key_of(library, "rules", "申请材料由")
    assert states(Asked.NAMES, "甲实验室、乙实验室、丙实验室", library, key, 3)
    assert not states(Asked.NAMES, "甲实验室、乙实验室、丙实验室", library, key, 10)


def test_names_may_stand_in_several_short_lists(library: Library) -> None:
    key = key_of(library, "rules", "申请材料由")
    text = "湘东学院和湘西大学培育团队，湘南学院、湘北职业学院、湘中护理学校和湘潭学院培育重点"
    assert states(Asked.NAMES, text, library, key, 6)
    assert not states(Asked.NAMES, text, library, key, 9)


def test_other_kinds_are_never_strict(library: Library) -> None:
    assert strict_kinds(frozenset({Asked.SUPPORT, Asked.YES_NO, Asked.LIST})) == ()
    assert states(Asked.SUPPORT, "随便一句", library, key_of(library, "rules", "申请材料由"))


def test_the_narrower_kind_stands_for_the_wider(library: Library) -> None:
    assert strict_kinds(frozenset({Asked.DEADLINE, Asked.DATE})) == (Asked.DEADLINE,)
    assert strict_kinds(frozenset({Asked.QUANTITY, Asked.AMOUNT})) == (Asked.AMOUNT,)
    assert strict_kinds(frozenset({Asked.QUANTITY})) == (Asked.QUANTITY,)
    assert set(STRICT) > ABSOLUTE


@pytest.mark.parametrize(
    ("asked", "text", "alike"),
    [
        ("首次认定奖励多少万元？", "给予20万元一次性奖励", True),
        ("首次认定奖励多少万元？", "工业总产值达到502亿元", False),
        ("首次认定奖励多少万元？", "减免所得税1.75亿元", False),
        ("减免了多少税？", "减免所得税1.75亿元", True),
        ("博士每月补贴多少？", "安排补贴资金1986万元", False),
        ("博士每月补贴多少？", "每人每月补贴2000元", True),
        ("工业总产值多少亿元？", "工业总产值达到502亿元", True),
    ],
)
def test_money_answers_only_where_it_is_given_in_the_way_that_is_asked(
    asked: str, text: str, alike: bool
) -> None:
    assert gives_alike(asked, text) is alike


@pytest.mark.parametrize(
    "asked",
    [
        "高新区升国家级是哪年哪月批下来的",
        "科技城什么时候建成的？",
        "孵化器的获批时间",
        "哪年挂牌的",
    ],
)
def test_what_is_aimed_at_does_not_tell_when_it_was_done(asked: str) -> None:
    assert not tells_when_done(asked, "到2025年，基本建成创新型园区")
    assert not tells_when_done(asked, "力争“十四五”末创建国家级高新区")
    assert tells_when_done(asked, "科技城2017年4月15日正式运行")


@pytest.mark.parametrize("asked", ["科技城什么时候能建成", "哪年建成", "什么时候申报"])
def test_a_goal_tells_when_something_is_to_be_done(asked: str) -> None:
    assert tells_when_done(asked, "到2025年，基本建成创新型园区")


def test_a_share_is_of_the_whole_that_is_asked() -> None:
    assert of_that_whole("高企占全国几成？", "高企总数仅占全国约1.16%")
    assert not of_that_whole("高企占全国几成？", "高企收入占规上企业收入的15%")
    assert of_that_whole("高企收入占比是多少？", "高企收入占规上企业收入的15%")
