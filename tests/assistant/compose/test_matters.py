"""What is asked of many a policy is answered only by a clause that has a word of it."""

from __future__ import annotations

import pytest

from assistant.compose.matters import is_of_the_undone, leaves_out

VOUCHER = "对完成信息注册和审核的企业,即发放5万元创新券."
FLAT = "解决子女入学问题,推进省级人才公寓建设."


@pytest.mark.parametrize(
    ("asked", "telling"),
    [
        ("没评上，找谁申诉？", "对结果有异议的,可申请复核."),
        ("进专家库对职称、学历和从业年限有什么要求？", "入库专家应具有高级职称."),
        ("进专家库要什么学历？", "入库专家应当硕士毕业."),
        ("众创空间备案找哪个科？", "众创空间向市科技局备案."),
        ("国家给1亿，省里配套多少？", "省级财政按1:1配套."),
        ("没用完的要不要退？", "未使用的予以收回."),
        ("实验室要撤多少家？", "撤销实验室3家."),
        ("评论是哪家报纸发的？", "在《梅岭日报》发表评论,日报转载."),
        ("基地的法人是谁？", "法定代表人为市长."),
        ("来设分校给不给地？", "保障用地指标."),
        ("骗领创新券的怎么罚", "弄虚作假的,追回资金."),
        ("放了权用不好的怎么追究", "履责不到位要问责."),
        ("创新券和挂牌奖励能不能叠加享受", "同一事项不得重复享受."),
        ("这券是一年给一回还是一辈子就一回", "每年发放一次创新券."),
        ("创新券能转让给别的公司吗", "创新券不得转让."),
        ("创新券可以转让吗？", "创新券不得转让."),
        ("钱什么时候打到账上，补贴多久到账", "补助资金在30日内拨付."),
        ("我个人申请的行吗", "企业和个人均可申请."),
        ("去各地办研发机构，先去哪个后去哪个？", "优先在沿海地区设立研发机构."),
        ("这个实验室的依托单位是哪家？", "实验室依托梅岭大学建设."),
        ("示范基地的资金支持按什么标准", "按照投资额的10%给予支持."),
        ("众创空间的消防怎么验收", "消防验收由主管部门组织."),
        ("万人发明专利拥有量是多少", "每万人口发明专利拥有量达到5件."),
        ("资源库的入库条件有哪些", "符合下列条件的企业可以入库."),
        ("服务平台怎么收费？", "平台向中小企业免费开放."),
        ("人才公寓 申请条件", "符合下列条件的人才可以申请."),
        ("人才公寓 租房补贴", "对租住人才公寓的博士给予补贴."),
        ("科技特派员选派条件", "选派科技特派员须具备中级职称."),
        ("科技型中小企业评价标准", "符合评价标准的企业可以入库."),
        ("转制科研院所能减哪些税", "对转制科研院所免征房产税."),
        ("创新券可以跨省用吗", "创新券在京津冀通用通兑."),
        ("揭榜的榜单在哪里发布", "榜单通过省科技厅网站公布."),
        ("创新基地谁运营", "创新基地由梅岭集团运营."),
        ("特派员派到哪些县", "特派员派往东阿县、平阴县."),
        ("实验室主任怎么选", "实验室主任面向全球公开遴选."),
        ("有没有针对女科技人员的政策", "支持女性科技人才创业."),
        ("残疾人创业有什么补贴", "对残疾人创办的企业给予补贴."),
        ("经理人需要什么资格证？", "经理人须持有资格证书."),
        ("离岗人员的工资谁发？", "离岗期间工资由原单位发放."),
        ("示范基地认定需要什么条件？", "符合下列条件的可以认定为示范基地."),
        ("工程中心由哪家企业承建？", "工程中心由梅岭集团承建."),
        ("领导小组多久开一次会？", "领导小组每季度召开会议."),
        ("支持标准分几档？", "按贡献分三档给予支持."),
        ("中试基地怎么认定？", "中试基地经评审认定."),
        ("报名1529人，录取了多少？", "报名1529人，录取300人."),
        ("方案谁起草的？", "方案由市科技局起草."),
        ("远程会诊收费吗？", "远程会诊免费."),
        ("揭榜项目哪些已结题？", "揭榜项目已有3项结题."),
        ("研发投入排名第一的是哪家？", "东江集团研发投入位居全省第一."),
        ("14个集群里哪个产值最高？", "产值居首位的是新材料集群."),
        ("容错申请要向谁提出？", "向市纪委提出容错申请."),
        ("联盟企业要交会费吗？", "联盟企业免费加入."),
        ("领导小组由哪位副省长带队？", "领导小组由副省长带队."),
        ("科技城的运营方是谁？", "科技城由梅岭集团运营."),
    ],
)
def test_a_clause_without_a_word_of_it_leaves_it_out(asked: str, telling: str) -> None:
    assert leaves_out(asked, VOUCHER if "公寓" not in asked else FLAT)
    assert not leaves_out(asked, telling)


@pytest.mark.parametrize(
    "asked",
    ["创新券发多少钱？", "谁能领创新券？", "人才公寓由谁建设？", "app把手机号卖给别人怎么处置"],
)
def test_other_questions_are_no_matter_of_that_sort(asked: str) -> None:
    assert not leaves_out(asked, VOUCHER)


def test_money_is_told_by_a_sentence_about_the_matter() -> None:
    told = "专利申请量翻一番.研发经费投入达到平均水平."
    assert leaves_out("专利申请有资助吗？", told, "专利申请量翻一番.")
    assert not leaves_out("专利申请有资助吗？", told, "对申请专利的给予资助.")


def test_cities_are_named_where_it_is_asked_which() -> None:
    asked = "金三角包括哪几个市？"
    assert leaves_out(asked, "探索建立金三角区域合作机制,推动各城市互联互通.")
    assert not leaves_out(asked, "金三角由运城市、临汾市、渭南市和三门峡市组成.")
    assert not leaves_out("试点放在哪几个区？", "在开发区开展试点.")
    assert leaves_out("金三角 成员城市名单", "探索建立金三角区域合作机制,推动各城市互联互通.")


def test_one_kind_of_taxpayer_is_not_the_other() -> None:
    told = "对增值税一般纳税人销售软件产品,实行即征即退."
    assert leaves_out("小规模纳税人能退税吗", told)
    assert not leaves_out("一般纳税人能退税吗", told)


def test_of_two_kinds_that_are_both_named_either_answers() -> None:
    told = "专项资金要重点向民办孵化器倾斜."
    assert leaves_out("公办的孵化器能占多少", told)
    assert not leaves_out("会不会只给公办的？民办能占多少", told)


@pytest.mark.parametrize(
    ("asked", "undone"),
    [
        ("已经形成无形资产的按多少摊销", True),
        ("那形成无形资产的呢", True),
        ("没形成无形资产的怎么扣", False),
        ("研发费用怎么扣", False),
    ],
)
def test_what_holds_of_the_undone_is_not_told_of_the_done(asked: str, undone: bool) -> None:
    assert is_of_the_undone(asked, "研发费用,未形成无形资产的,按75%加计扣除.") is undone


def test_a_clause_that_tells_both_cases_tells_the_done_one() -> None:
    told = "未形成无形资产的,加计扣除75%;形成无形资产的,按成本的175%摊销."
    assert not is_of_the_undone("已经形成无形资产的按多少摊销", told)


def test_a_platform_that_runs_things_names_nobody() -> None:
    assert leaves_out("科技城的运营方是谁？", "构建智慧园区运营平台.")


def test_places_that_have_what_it_takes_are_no_condition() -> None:
    assert leaves_out("集聚区的入驻条件？", "鼓励有条件的市设立基金小镇.")
