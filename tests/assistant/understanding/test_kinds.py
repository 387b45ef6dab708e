"""What a question asks for, read from how it is put."""

from __future__ import annotations

import pytest

from assistant.understanding.kinds import (
    Asked,
    ask_spans,
    asked_kinds,
    asked_units,
    asks_gap,
    asserts_something,
    tense_of,
    without_gap,
)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("一家企业能领多少钱？", Asked.AMOUNT),
        ("奖励几百万？", Asked.AMOUNT),
        ("一年要做到多少个亿？", Asked.AMOUNT),
        ("能分到几成？", Asked.RATE),
        ("间接费用的提取比例上限是怎么规定的？", Asked.RATE),
        ("贷款限额是怎么定的？", Asked.AMOUNT),
        ("各县按几比几配套？", Asked.RATE),
        ("孵化器家数 2021年vs2022年", Asked.COMPARISON),
        ("所得税税率按多少执行", Asked.RATE),
        ("到2030年要建多少家孵化器？", Asked.COUNT),
        ("How many incubators are planned?", Asked.COUNT),
        ("申报截止是哪一天？", Asked.DEADLINE),
        ("哪一年完成？", Asked.DATE),
        ("这件事归哪个部门管？", Asked.BODY),
        ("由谁牵头？", Asked.BODY),
        ("众创空间备案找哪个科？", Asked.BODY),
        ("保险是哪个监管局抓的", Asked.BODY),
        ("分享经济那条有公安厅参与吗", Asked.BODY),
        ("省国资委负责吗", Asked.BODY),
        ("上市这块还有谁一起", Asked.BODY),
        ("和它一起的是谁", Asked.BODY),
        ("参加双创活动宣传的部门", Asked.BODY),
        ("第二部分五大块是什么", Asked.LIST),
        ("省级层面是哪两家领着干的？", Asked.BODY),
        ("这些活儿派给了哪几家", Asked.BODY),
        ("是哪俩单位牵的头", Asked.BODY),
        ("用地保障是谁的事？", Asked.BODY),
        ("成果交易平台谁建", Asked.BODY),
        ("创投信用体系谁牵", Asked.BODY),
        ("兴医工程总投资？", Asked.AMOUNT),
        ("产业示范区投资额", Asked.AMOUNT),
        ("省实验室的10个名字分别是什么？", Asked.NAMES),
        ("论坛的举办日期", Asked.DEADLINE),
        ("活动周在几月举办？", Asked.DEADLINE),
        ("兴医工程的三个战略", Asked.LIST),
        ("14大标志性产业集群", Asked.LIST),
        ("创新联盟建设工作思路", Asked.LIST),
        ("联席会议由谁召集？", Asked.OFFICE),
        ("急需人才每年什么时候公布？", Asked.DEADLINE),
        ("成果转化的时间要求？", Asked.DATE),
        ("科学技术奖一等奖奖金？", Asked.AMOUNT),
        ("每年运营费多少？", Asked.AMOUNT),
        ("联动项目争取国家多少支持？", Asked.AMOUNT),
        ("创新券面额", Asked.AMOUNT),
        ("他们的补贴标准呢？", Asked.AMOUNT),
        ("各体系的首席专家是谁？", Asked.PERSON),
        ("省科技领导小组，一把手是谁当？", Asked.OFFICE),
        ("领导小组由谁挂帅", Asked.OFFICE),
        ("谁担任双组长", Asked.OFFICE),
        ("联席会议的召集人是哪位领导", Asked.OFFICE),
        ("领导小组组长叫什么名字", Asked.PERSON),
        ("省科技厅厅长是谁", Asked.PERSON),
        ("其余四家叫什么？", Asked.NAMES),
        ("展馆在哪条街上，周末开门吗", Asked.CONTACT),
        ("咨询电话是多少？", Asked.CONTACT),
        ("什么是“揭榜挂帅”？", Asked.DEFINITION),
        ("“竹茶梅”这三个字说的都是啥", Asked.DEFINITION),
        ("有哪些税收优惠？", Asked.LIST),
        ("把两份文件的目标对比一下", Asked.COMPARISON),
        ("能不能享受补贴？", Asked.YES_NO),
        ("第八条原文", Asked.CLAUSE_TEXT),
        ("小微企业有什么扶持", Asked.SUPPORT),
        ("全市的科技城是几号？", Asked.RANK),
        ("投入强度的位次是多少", Asked.RANK),
        ("投入强度排全国第几", Asked.RANK),
        ("首席专家名单每个体系年度经费", Asked.NAMES),
        ("高企数量全省第几", Asked.RANK),
        ("省里要打造什么品牌，市里改成了什么品牌？", Asked.COMPARISON),
        ("谁给牵头搞教育准入？", Asked.BODY),
        ("“甲品牌”和“乙品牌”各写在什么文化里", Asked.COMPARISON),
        ("联席会议的组长叫什么名字？", Asked.PERSON),
        ("想用政府数据，该找哪两家？", Asked.BODY),
        ("两份文件的完成期限一样不？", Asked.COMPARISON),
        ("两份文件的完成期限一样不？", Asked.DATE),
        ("成交额各要几多亿", Asked.AMOUNT),
        ("投入强度要到几个点", Asked.QUANTITY),
        ("研发强度到几了？", Asked.QUANTITY),
        ("技术合同成交额目标", Asked.QUANTITY),
        ("只要省级重点实验室的数", Asked.QUANTITY),
        ("技术经理人 人数呢", Asked.COUNT),
        ("还有谁配合,列全", Asked.BODY),
        ("决算支出的绝对额（亿元）是多少", Asked.AMOUNT),
        ("请提供2021年研发投入总量及强度。", Asked.QUANTITY),
        ("10个实验室各自名称", Asked.NAMES),
        ("都是哪几家，名字报一下", Asked.NAMES),
        ("拿下的那2个2020年度大奖，项目叫什么名", Asked.NAMES),
        ("选聘的那6名项目专员都是谁", Asked.PERSON),
        ("走这条路要报哪一级财政批？", Asked.BODY),
        ("总管的班子叫什么，由谁挂帅？", Asked.OFFICE),
        ("挂了牌能奖几十万？", Asked.AMOUNT),
        ("办公室一平米一个月啥价？", Asked.AMOUNT),
        ("发下来以后几个月不用就作废", Asked.DURATION),
        ("交完税几个工作日退到账上", Asked.DURATION),
        ("两份文件的时间要求各是什么", Asked.DATE),
        ("那两个项目叫啥", Asked.NAMES),
        ("中专分别是哪几家？", Asked.NAMES),
        ("两份文件给的数对不上", Asked.QUANTITY),
        ("名单里的专员姓名都是谁", Asked.PERSON),
        ("省里和市里的数目是不是一样？", Asked.COUNT),
    ],
)
def test_the_kind_is_read_from_the_wording(question: str, kind: Asked) -> None:
    assert kind in asked_kinds(question)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("收入由哪三块拼起来？", Asked.BODY),
        ("印章、平台、热线各管什么？", Asked.CONTACT),
        ("到底是哪三库？", Asked.BODY),
        ("指了哪几种路子？", Asked.COUNT),
        ("写了什么", Asked.YES_NO),
        ("一年要做到多少个亿？", Asked.COUNT),
        ("哪家科技公司牵头？", Asked.BODY),
        ("要建的那几个研究中心都列出来", Asked.COUNT),
        ("联合实验室被哪个单位拿到了？", Asked.BODY),
        ("哪几家医院要配合？", Asked.BODY),
        ("哪些市的投入占比比全省高", Asked.RATE),
        ("哪些市的投入占比比全省高", Asked.COMPARISON),
        ("第21条 原文", Asked.COUNT),
        ("还没卖出去几台，能直接买我们的吗", Asked.COUNT),
        ("几个工作日办结", Asked.COUNT),
        ("印章、系统、平台、热线这“四个一”各管什么", Asked.CONTACT),
        ("预算上切成哪几块？", Asked.AMOUNT),
        ("考核具体盯哪几个数？", Asked.COUNT),
        ("希望在哪些方面一块儿配合？", Asked.BODY),
        ("我打了十几年工，公积金能交吗？", Asked.DURATION),
        ("考核的研发比例有哪些？", Asked.RATE),
        ("张榜竞标引入谁来竞争？", Asked.BODY),
        ("小微支行是让谁设？", Asked.BODY),
        ("孵化器要办成什么样？不问家数。", Asked.COUNT),
        ("项数不用再讲了，分哪些方向？", Asked.COUNT),
        ("合同金额不小，奖补按什么来算，比例多大？", Asked.AMOUNT),
        ("奖补按什么来算，比例多大？", Asked.RATE),
        ("补助是看户数还是看金额？", Asked.AMOUNT),
        ("专门的委员会，全名叫啥？", Asked.PERSON),
        ("失信名单和信用记录归谁管？", Asked.NAMES),
        ("占全国不到多少，截止到哪年的数", Asked.DEADLINE),
        ("光安家费就花了几十万，能算进成本吗？", Asked.AMOUNT),
        ("外国人永久居留的联席会议叫什么名字", Asked.PERSON),
    ],
)
def test_a_likeness_is_no_kind(question: str, kind: Asked) -> None:
    assert kind not in asked_kinds(question)


def test_a_statement_that_wants_confirming_is_recognised() -> None:
    assert asserts_something("创新券是10万元吧？")
    assert not asserts_something("创新券是多少？")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("企业贷款出了坏账，谁来分摊？", Asked.BODY),
        ("搞研发的人每年平均要涨多少？力争的那个数", Asked.COUNT),
    ],
)
def test_what_sounds_like_a_kind_is_not_always_asked(question: str, kind: Asked) -> None:
    assert kind not in asked_kinds(question)


def test_a_claim_is_to_be_confirmed_in_whatever_words() -> None:
    assert asserts_something("有人讲新能源占了一大半，真的假的？")


def test_what_a_body_is_asked_of_is_no_asking() -> None:
    question = "管共享经济的，除了发改委还有哪几家？"
    assert not any(s <= question.index("共享经济") < e for s, e in ask_spans(question))


def test_what_was_there_at_the_start_is_no_goal() -> None:
    assert tense_of("省级实验室，规划期初有几家？") == "progress"


def test_a_price_in_passing_is_not_what_is_asked() -> None:
    assert Asked.AMOUNT not in asked_kinds("那些几百万的机器我们买不起，怎么才能用上？")
    assert Asked.AMOUNT in asked_kinds("听说能拿几十万的补贴，到底给多少？")
    assert Asked.AMOUNT in asked_kinds("补贴有几万？")


def test_a_count_in_passing_is_not_what_is_asked() -> None:
    assert Asked.COUNT not in asked_kinds("几家合并的试点放在哪个市？")
    assert Asked.COUNT in asked_kinds("哪个市有几家试点？")
    assert Asked.COUNT not in asked_kinds("怎么推动几个城市一块儿搞创新？")
    assert Asked.COUNT in asked_kinds("怎么算，有几个城市？")


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("发明专利多少件？", "件"),
        ("孵化器建了几家？", "家个户所座处支"),
        ("引才有几种方式？", "个类种"),
        ("引进多少人？", "名人位"),
        ("专利有多少？", ""),
    ],
)
def test_a_count_is_asked_in_the_units_that_are_used_for_each_other(
    question: str, units: str
) -> None:
    assert asked_units(question) == frozenset(units)


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("在全国排多少名?", False),
        ("位列第几名?", False),
        ("排前十的有多少家?", True),
        ("选派多少名博士,排第几位?", True),
    ],
)
def test_a_rank_counts_nothing(question: str, counted: bool) -> None:
    assert (Asked.COUNT in asked_kinds(question)) is counted


def test_what_is_entered_in_the_books_has_no_rank() -> None:
    assert Asked.RANK not in asked_kinds("引才花的钱怎么列支,到底能列多少?")
    assert Asked.RANK in asked_kinds("投入强度列第几?")


def test_persons_are_not_counted_as_plans() -> None:
    assert "个" not in asked_units("每年选拔几人？")
    assert "人" in asked_units("每年选拔几个人？")
    assert "名" in asked_units("选拔几个？")


def test_what_a_rank_goes_by_is_no_rate_that_is_asked() -> None:
    assert asked_kinds("按占比排全国第几？") == {Asked.RANK}
    assert asked_kinds("排全国第几，占比是多少？") >= {Asked.RANK, Asked.RATE}
    assert Asked.RANK not in asked_kinds("是全省第几家？")


def test_a_gap_is_asked_as_one_figure() -> None:
    assert asks_gap("投入强度和全国差多少？")
    assert not asks_gap("全省和全市的目标差多少？")
    assert without_gap("投入强度跟全国平均水平差多少？") == "投入强度？"


def test_a_rate_that_is_given_is_not_asked() -> None:
    assert Asked.RATE not in asked_kinds("哪些资金给民营的比例不能低于一半？")
    assert Asked.RATE in asked_kinds("比例不能低于一半的资金，实际占比是多少？")


def test_what_is_told_before_the_question_asks_nothing() -> None:
    assert Asked.AMOUNT not in asked_kinds("我们签的合同金额不小。有没有奖补？")
    assert Asked.AMOUNT in asked_kinds("我们签了合同。奖补的金额是多少？")


def test_the_quality_of_papers_to_hand_in_is_no_list_of_them() -> None:
    assert Asked.MATERIALS not in asked_kinds("怎么把申报材料的质量提上去？")
    assert Asked.MATERIALS in asked_kinds("申报材料有哪些？")


def test_what_a_share_is_asked_of_is_no_part_of_the_asking() -> None:
    question = "太原占了全省财政科技支出的多少?"
    assert [question[s:e] for s, e in sorted(set(ask_spans(question)))] == ["占了", "多少"]


def test_who_heads_a_group_is_no_question_for_a_department() -> None:
    assert asked_kinds("省科技领导小组由谁挂帅，是哪两位") == {Asked.OFFICE}
    assert Asked.BODY in asked_kinds("领导小组由哪个部门牵头")


@pytest.mark.parametrize("question", ["考核看哪几个数？", "主要盯几个数字", "看几个指标"])
def test_which_figures_are_looked_at_is_a_list(question: str) -> None:
    assert Asked.LIST in asked_kinds(question)


def test_figures_that_are_listed_are_not_counted_but_their_number_is() -> None:
    assert Asked.COUNT not in asked_kinds("考核看哪几个数？")
    assert Asked.COUNT in asked_kinds("高企个数是多少")
    assert Asked.COUNT in asked_kinds("要建几个数据中心")


@pytest.mark.parametrize(
    "question", ["市里打算怎么帮？", "怎么个扶法", "省里有什么办法", "引导意见 强化服务 五项举措"]
)
def test_what_is_done_about_something_is_a_list_of_measures(question: str) -> None:
    assert Asked.LIST in asked_kinds(question)


def test_whether_a_department_sees_to_it_asks_for_the_department() -> None:
    assert Asked.BODY in asked_kinds("这事教育厅管不管？")


def test_persons_are_counted_by_their_number() -> None:
    assert asked_units("技术经理人人数") == {"人", "名", "位"}


def test_what_is_counted_is_the_matter_not_the_asking() -> None:
    question = "2025年有多少高企"
    assert all(question.index("高企") >= end for _, end in ask_spans(question))


def test_contracts_are_counted_in_either_unit() -> None:
    assert asked_units("签了几份合同") == {"份", "项"}


@pytest.mark.parametrize(
    "question", ["这支基金市里找谁一块儿设？", "跟哪家合作建展馆", "和哪几家联手搞？"]
)
def test_partners_are_no_body_in_charge(question: str) -> None:
    assert Asked.BODY not in asked_kinds(question)
    assert Asked.PERSON not in asked_kinds(question)


def test_where_the_wording_stands_is_no_place() -> None:
    assert Asked.PLACE not in asked_kinds("有没有说可以用境外资本？原文在哪？")
    assert Asked.PLACE in asked_kinds("基地在哪？")


def test_how_much_is_asked_though_the_sentence_ends_in_a_particle() -> None:
    assert Asked.AMOUNT in asked_kinds("基地总投资多少，规划里有数吗")
    assert Asked.COUNT not in asked_kinds("只有几个专利，能贷款吗")


def test_what_is_set_up_is_no_body_in_charge() -> None:
    assert Asked.BODY not in asked_kinds("要成立个什么局？")
    assert Asked.BODY in asked_kinds("由什么局来管？")


def test_who_calls_a_meeting_heads_no_group() -> None:
    assert Asked.OFFICE not in asked_kinds("由谁来召集调度会、现场办公会？")


def test_support_is_not_counted_in_pieces() -> None:
    assert Asked.COUNT not in asked_kinds("联动项目争取多少支持？")
    assert Asked.COUNT in asked_kinds("有多少支队伍？")
