"""Things of which a clause tells the number and no more, and who is named in no other way."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.compose.unlisted import lacks_others, names_no_one
from assistant.models import Status
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

EACH = (
    "支持2所高校每校建设一个重点学科,梅岭学院、梅岭职业大学培育创新团队."
    "支持财经学校每校建设一个特色专业.梅岭财经学校重点建设会计专业."
)
PLAN = """梅岭市科技创新规划

一、建设特色学科
支持2所高校每校建设一个重点学科，梅岭学院、梅岭职业大学培育创新团队。
支持3所技工学校每校建设一个实训基地，东江职业学院培育名师，西江职业学院和南江职业学院培育技师。
二、培育企业
到2025年，全市高新技术企业工业总产值达到50亿元。
三、建设开发区
东江高新区重点发展新材料。
四、开展试点
（一）开展双创试点。支持东江高新区开展双创试点。（市商务局负责）
（二）设立基金。支持在东江高新区设立基金集聚区。（市财政局负责）
五、提供贷款
设计信用贷款产品“梅科贷”，对7家企业授信2100万元，建设孵化、加速、转化、交易四类平台。
六、加强合作
与东江大学、西江大学等27所高校建立合作，签署东江战略合作协议等9项合作协议。
七、派出人员
组建科技特派团58个，选派科技特派员889名。建立万名人才数据库，实施动态管理。
八、兴办学校
（一）总体任务。支持4所职业院校，打造特色鲜明、定位准确的院校。
（二）具体安排。支持4所职业院校建设专业，甲山学院和乙山学院重点培育团队，丙山学院、丁山学院重点培育师资。
九、支持基金
鼓励风险基金落户基金小镇。鼓励创业基金落户东江高新区。
"""


@pytest.fixture(scope="module")
def told() -> Assistant:
    document = Document(
        id="plan", file="p.txt", title="梅岭市科技创新规划", level="市", region="梅岭市"
    )
    return Assistant(index_of(parsed(document, PLAN)))


def test_what_is_left_of_banks_are_banks() -> None:
    asked = "与省里签协议的5家银行，除工行外另外四家是哪几家？"
    one = "与工商银行等5家银行签署协议,支持研发、生产、销售、出口、服务."
    five = "与工商银行、农业银行、中国银行、建设银行、交通银行签署协议."
    assert (lacks_others(asked, one), lacks_others(asked, five)) == (True, False)
    told = "和5家银行签了协议,除了工商银行,另外四家是哪几家银行?"
    assert (lacks_others(told, one), lacks_others(told, five)) == (True, False)


@pytest.mark.parametrize(
    ("asked", "own", "open_"),
    [
        ("这个产品是哪家银行推出的", "设计信用贷款产品,对7家企业授信.", True),
        ("这个产品是哪家银行推出的", "梅岭银行推出信用贷款产品.", False),
        ("学生来自哪几所高校", "赴60余所高校对接,1529人报名.", True),
        ("跟哪些高校签了协议", "与北航、北理工签署协议.", False),
        ("合作的那十几家国企，都叫啥名字", "与梅岭大学、东江学院合作,17户国企参与.", True),
        ("合作的国企都叫什么", "梅岭集团、东江公司参与合作.", False),
        ("示范县是哪三个", "建设东江县、西江县两个示范县.", True),
        ("那2家高端机构是谁？", "认定7家研发机构,其中2家为高端机构.", True),
        ("那2家高端机构是谁？", "其中2家为高端机构,即东江所、西江所.", False),
        ("双创运营团队是哪一家？", "引入国内一流双创运营团队.", True),
        ("双创运营团队是哪一家？", "引入东江集团双创运营团队.", False),
        ("牵头单位是谁？", "组建行政审批局.", False),
        ("全市171家高企的名单", "组织申报,了解生产经营、产品、专利等情况.", True),
        ("晋华炉是哪个公司的？", "以晋华炉、抽出式风机等装备开发为重点.", True),
        ("晋华炉是哪个公司的？", "梅岭集团开发晋华炉.", False),
        ("新工科增设了哪些专业？", "增设新兴专业,着力培养新工科人才.", True),
        ("新工科增设了哪些专业？", "增设微电子、储能等新兴专业.", False),
        ("包干制试点单位有哪些", "开展经费使用包干制试点.", True),
        ("包干制试点单位有哪些", "在梅岭大学开展包干制试点.", False),
        ("哪些企业被评为示范企业", "组织开展示范企业建设,形成国家科技成果.", True),
        ("哪些企业被评为示范企业", "认定梅岭集团为示范企业.", False),
        ("分中心落户哪家企业", "争创国家技术创新中心分中心.", True),
        ("分中心落户哪家企业", "分中心落户梅岭集团.", False),
        ("最美科技工作者有哪些人", "开展最美科技工作者宣传活动.", True),
        ("主力军有哪些人", "引导企业家、投资人成为主力军.", False),
        ("中心依托哪些医院", "布局新建中心5家.", True),
        ("中心依托哪些医院", "依托梅岭医院新建中心5家.", False),
    ],
)
def test_a_body_asked_for_by_its_sort_has_to_be_named(asked: str, own: str, open_: bool) -> None:
    assert lacks_others(asked, own) is open_


def test_a_number_of_halls_names_none() -> None:
    asked = "“一网三厅”的三个厅各叫什么厅？"
    assert lacks_others(asked, "形成一网三厅服务体系.")
    assert not lacks_others(asked, "一网三厅即展示厅、交易厅、服务厅.")


@pytest.mark.parametrize(
    ("asked", "open_"),
    [
        ("梅岭学院那一个重点学科定的是哪个？", True),
        ("梅岭财经学校建的是什么专业？", False),
        ("支持哪几所学校建特色专业？", False),
        ("梅岭学院培育什么团队？", False),
    ],
)
def test_that_each_has_one_does_not_say_which(asked: str, open_: bool) -> None:
    assert names_no_one(asked, EACH) is open_


def test_what_stands_before_the_name_of_a_zone_is_no_part_of_it(told: Assistant) -> None:
    assert "市商务局" in told.answer("我们在东江高新区，想问双创试点归谁管？").answer


def test_so_many_are_named_in_more_than_one_part_of_a_sentence(told: Assistant) -> None:
    answer = told.answer("支持3所技工学校建实训基地，具体是哪三所？")
    assert (answer.status, "西江职业学院" in answer.answer) == (Status.ANSWERED, True)


def test_a_zone_is_not_told_by_what_another_has(told: Assistant) -> None:
    assert told.answer("东江高新区的工业总产值是多少？").status is Status.NOT_STATED
    assert "50亿元" in told.answer("到2025年全市高新技术企业工业总产值达到多少？").answer


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("荣获科技奖的项目是哪两个项目？", Status.NOT_STATED),
        ("引进的重点团队是哪两个？", Status.ANSWERED),
    ],
)
def test_two_of_which_none_is_named_are_not_told(question: str, status: Status) -> None:
    text = (
        "梅岭市工作汇报\n\n一、强化科技奖励\n我市2个项目荣获科技奖。\n"
        "二、引进重点团队\n引进新材料团队和生物育种团队2个重点团队。\n"
    )
    document = Document(id="report", file="r.txt", title="梅岭市工作汇报", level="市")
    assert Assistant(index_of(parsed(document, text))).answer(question).status is status


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("科学家精神教育基地是哪4个？", Status.NOT_STATED),
        ("5家新型研发机构分别是哪几家？", Status.NOT_STATED),
        ("星火园区是哪3个？", Status.ANSWERED),
    ],
)
def test_as_many_as_are_counted_have_to_be_named(question: str, status: Status) -> None:
    text = (
        "梅岭市工作汇报\n\n一、弘扬科学精神\n设立4个科学家精神教育基地，筹建科学家博物馆。\n"
        "二、认定研发机构\n认定5家新型研发机构，启动3个星火园区，即东江园区、西江园区和南江园区。\n"
        "三、优化创新平台\n支持重点实验室、工程中心、中试基地、技术中心、院士工作站、产业联盟向新型研发机构转型。\n"
    )
    document = Document(id="report", file="r.txt", title="梅岭市工作汇报", level="市")
    assert Assistant(index_of(parsed(document, text))).answer(question).status is status


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("梅科贷授信的7家企业是哪些？", Status.NOT_STATED),
        ("9项合作协议还有哪几项？", Status.NOT_STATED),
        ("建立合作的27所高校是哪些？", Status.ANSWERED),
    ],
)
def test_so_many_that_are_only_counted_are_not_told(
    told: Assistant, question: str, status: Status
) -> None:
    assert told.answer(question).status is status


def test_the_clause_that_names_so_many_comes_before_the_one_that_counts_them(
    told: Assistant,
) -> None:
    answer = told.answer("支持打造的4所职业院校是哪些？")
    assert "丁山学院" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "梅岭市科技特派团每个团有几个人？",
        "2300万元是谁出的，给梅科贷授信吗？",
    ],
)
def test_what_the_clause_does_not_tell_of_its_figures_is_refused(
    told: Assistant, question: str
) -> None:
    assert told.answer(question).status is not Status.ANSWERED
