"""Answers written out of the clauses' own sentences, over the invented policies."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Answer, Status
from corpus.models import Document
from tests.assistant.engine import MEASURES_NAME, PLAN_NAME, RULES_NAME, index_of, parsed


def first_line(answer: Answer) -> str:
    return answer.answer.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "研发费用按多少比例补贴？",
            f"根据{MEASURES_NAME}（三），按照研发费用的15%给予补贴，单个企业最高不超过200万元。[1]",
        ),
        (
            "到2025年全省高新技术企业目标是多少家？",
            f"根据{MEASURES_NAME}（四），到2025年，全省高新技术企业达到3000家以上，科技型中小企业达到8000家，技术合同成交额突破500亿元。[1]",
        ),
        (
            "株洲市2020年有多少家高新技术企业？",
            f"根据{PLAN_NAME}一，2020年，全市高新技术企业达到180家，省级孵化器8家，研发投入强度为1.2%。[1]",
        ),
        (
            "什么是科技企业孵化器？",
            f"根据{RULES_NAME}第二条，本办法所称科技企业孵化器，是指为初创科技企业提供场地和服务的机构。[1]",
        ),
    ],
)
def test_what_is_asked_stands_in_the_first_line(
    engine: Assistant, question: str, line: str
) -> None:
    answer = engine.answer(question)
    assert (answer.status, first_line(answer)) == (Status.ANSWERED, line)


QUESTIONS = [
    "科技型小微企业每年能领多少创新券？",
    "创新券由哪个部门牵头？",
    "孵化器认定要满足什么条件？",
    "企业能享受什么支持？",
    "加大资金支持有哪些措施？",
    "湖南省和株洲市2025年高新技术企业目标各是多少家？",
    "首次通过高企认定奖多少？",
    "创新券是10万元吧？",
    "引进的博士每月发多少生活补贴？",
    "孵化器认定管理办法第四条原文",
    "省科技厅牵头哪些任务？",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_is_verbatim_and_every_line_is_marked(engine: Assistant, question: str) -> None:
    answer = engine.answer(question)
    assert not answer.refused
    for citation in answer.citations:
        text = engine.library.parsed(citation.document_id).text
        assert citation.quote == text[citation.start : citation.end].strip()
        assert citation.quote in citation.passage
        clause = engine.library.clause((citation.document_id, citation.clause))
        assert citation.address == clause.address
        assert f"[{citation.marker}]" in answer.answer
    (verified,) = [entry for entry in answer.trace if entry.step == "verify"]
    assert verified.detail["removed"] == []


def test_a_premise_is_set_right_before_anything_else(engine: Assistant) -> None:
    answer = engine.answer("科技型小微企业的创新券每年是10万元吧？")
    assert answer.status is Status.ANSWERED_CORRECTED
    assert answer.answer.startswith(f"不是“10万元”。根据{MEASURES_NAME}（一）")
    assert "每年发放不超过5万元的创新券" in first_line(answer)


def test_a_premise_that_is_right_is_not_corrected(engine: Assistant) -> None:
    answer = engine.answer("研发费用补贴的比例是15%吧？")
    assert answer.status is Status.ANSWERED
    assert not answer.answer.startswith("不是")


def test_the_figure_of_another_year_is_not_given(engine: Assistant) -> None:
    answer = engine.answer("到2030年全省高新技术企业目标是多少家？")
    assert (answer.status, answer.citations) == (Status.NOT_STATED, ())
    assert "3000" not in answer.answer


def test_a_city_is_no_context_for_another_place(engine: Assistant) -> None:
    answer = engine.answer("湖南省的科技型小微企业每年能领多少创新券？")
    assert "plan" not in {citation.document_id for citation in answer.citations}


@pytest.mark.parametrize(
    "question", ["到2030年高新技术企业达到多少家？", "2035年全职引进的博士每月生活补贴多少钱？"]
)
def test_a_figure_is_not_given_for_a_year_that_its_document_never_names(
    engine: Assistant, question: str
) -> None:
    answer = engine.answer(question)
    assert (answer.status, answer.citations) == (Status.NOT_STATED, ())


@pytest.mark.parametrize(("asked", "whole"), [("三条", True), ("七条", False)])
def test_a_heading_is_the_list_that_is_asked_if_it_has_as_many_items(
    engine: Assistant, asked: str, whole: bool
) -> None:
    answer = engine.answer(f"加大资金支持的{asked}措施是哪些？")
    assert ("一、加大资金支持" in answer.answer) is whole


@pytest.mark.parametrize(
    "question",
    [
        "研发费用的租金补贴比例是多少？",  # 租金 is nothing that any document writes
        "首次通过高新技术企业认定，产值达到多少万元？",
        "孵化器认定的申报材料有哪些？",
    ],
)
def test_what_no_clause_states_is_said_to_be_left_out(engine: Assistant, question: str) -> None:
    assert engine.answer(question).status is Status.NOT_STATED


def test_a_clause_about_less_of_the_question_stands_beside_none_that_says_it_all(
    engine: Assistant,
) -> None:
    answer = engine.answer("对首次通过高新技术企业认定的企业给予什么奖励？")
    assert {citation.address for citation in answer.citations} == {f"{MEASURES_NAME}（二）"}


BRAND = """梅岭市产业发展方案

一、打造“竹茶梅”品牌
“竹”就是竹器制造。每年举办竹器展销会。“茶”就是高山绿茶。“梅”就是青梅深加工。
二、拓宽销路
围绕“竹茶梅”品牌设立联合基金。
"""


def test_a_name_of_several_parts_is_explained_part_by_part() -> None:
    document = Document(id="brand", file="b.txt", title="梅岭市产业发展方案", level="市")
    engine = Assistant(index_of(parsed(document, BRAND)))
    answer = engine.answer("打造“竹茶梅”品牌，“竹茶梅”指的是什么？")
    assert answer.answer.split("\n")[:2] == [
        "根据《梅岭市产业发展方案》一，“竹”就是竹器制造。[1]",
        "“茶”就是高山绿茶。“梅”就是青梅深加工。[2]",
    ]


STAGES = """梅岭市三年行动方案

一、主要目标
第一年夯实基础。2021年完成总体设计，出台目标任务和时间表。第三年重点突破。到2023年，在若干前沿产业形成优势。
"""


def test_a_quoted_name_says_which_of_parallel_sentences_is_meant() -> None:
    document = Document(id="stages", file="s.txt", title="梅岭市三年行动方案", level="市")
    engine = Assistant(index_of(parsed(document, STAGES)))
    answer = engine.answer("三年行动方案里“第三年重点突破”的目标和时间是哪一年？")
    assert "第三年重点突破" in first_line(answer)


def test_a_short_question_without_a_kind_asks_for_no_figure() -> None:
    document = Document(id="reform", file="r", title="湖南省改革办法", level="省", region="湖南省")
    text = """湖南省改革办法

第一条 到2025年，改革达到15项。
第二条 长沙、株洲的改革是整合监管机构。
"""
    answer = Assistant(index_of(parsed(document, text))).answer("长沙和株洲在搞什么改革？")
    assert answer.citations[0].quote == "长沙、株洲的改革是整合监管机构。"


def test_the_figure_is_that_of_the_clause_with_the_quoted_term() -> None:
    document = Document(id="staff", file="s", title="湖南省项目办法", level="省", region="湖南省")
    text = """湖南省项目办法

第一条 到2025年，全省重大项目达到29个。
第二条 选聘6名“项目专员”分别任副处长，负责跟踪服务。
"""
    answer = Assistant(index_of(parsed(document, text))).answer("重大项目配了几名“专员”？")
    assert answer.citations[0].quote == "选聘6名“项目专员”分别任副处长，负责跟踪服务。"


BASES = """梅岭市校地合作方案

一、合作平台
以建设“十二大基地”为抓手，培养、集聚高层次人才。
二、合作学校
与三所高校合作，即湘东大学、湘西大学、湘南大学。
"""


def test_things_that_are_counted_and_never_named_cannot_be_listed() -> None:
    document = Document(id="bases", file="b.txt", title="梅岭市校地合作方案", level="市")
    engine = Assistant(index_of(parsed(document, BASES)))
    unnamed = engine.answer("合作要建的“十二大基地”，逐一列出来是哪十二个？")
    assert unnamed.status is Status.NOT_STATED
    named = engine.answer("梅岭市合作学校方面，与三所高校合作，是哪三所？逐一列出来")
    assert "湘东大学、湘西大学、湘南大学" in named.answer


def test_sentences_on_each_of_several_years_are_given_together(engine: Assistant) -> None:
    answer = engine.answer("株洲市2020年和2025年高新技术企业和省级孵化器的情况")
    assert "180家" in answer.answer
    assert "400家" in answer.answer


INPUTS = """梅岭市创新工作汇报

一、研发投入
据最新数据，我市2020年研发经费投入21.1亿元；投入强度为1.2%。分3批受理企业2069家。
二、退出服务
实行企业简易注销登记，实现退出便利化。
"""


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("梅岭市2021年研发投入强度是多少、投入总量多少亿元？", Status.NOT_STATED),
        ("梅岭市2020年研发投入强度是多少、投入总量多少亿元？", Status.ANSWERED),
        ("梅岭市2021年分几批受理企业、共受理多少家？", Status.NOT_STATED),
        ("企业注销登记，梅岭市在退出手续上给了什么便利？", Status.ANSWERED),
    ],
)
def test_a_year_told_before_in_the_sentence_holds(question: str, status: Status) -> None:
    document = Document(id="inputs", file="i.txt", title="梅岭市创新工作汇报", level="市")
    assert Assistant(index_of(parsed(document, INPUTS))).answer(question).status is status


TAXES = """梅岭市税收支持措施

一、税收优惠
孵化器自用的房产，按规定减免有关费用；高新技术企业减按15%的税率征收企业所得税。
二、组织领导
成立由市长担任组长的市科技创新领导小组。
"""


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("孵化器自用的房产，房产税免不免？", Status.NOT_STATED),
        ("高新技术企业的企业所得税能不能减？", Status.ANSWERED),
        ("市科技创新领导小组组长是谁？", Status.ANSWERED),
        ("市里抓科技创新的那个领导小组，谁当组长？", Status.ANSWERED),
        ("市乡村旅游领导小组组长是谁？", Status.NOT_STATED),
        ("市科技创新领导小组的大股东是谁？", Status.NOT_STATED),
    ],
)
def test_a_tax_or_a_group_of_another_name_is_not_stated(question: str, status: Status) -> None:
    document = Document(id="tax", file="t.txt", title="梅岭市税收支持措施", level="市")
    assert Assistant(index_of(parsed(document, TAXES))).answer(question).status is status


TERMS = """梅岭市创新环境方案

一、创新环境
营造“三无”“三可”创新环境，激发活力。
二、研发活动
推动企业有机构、有人员、有资金的“三有”研发活动。
三、园区建设
建设省级产业园区12家。
四、转化行动
实施“121”行动，认定10家示范企业、20个示范基地，建设1个交易市场。完善“123+”服务体系，推动资源共享。
五、合作共建
落实“两个允许”，对合作共建的园区按投资额的5%补助。与湘东银行等3家银行签约支持共建，培育新型研发机构7家，其中2家高端机构。
六、签约共建
与湘南公司、湘西公司、湘北公司签约共建园区。
"""


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("“三可”创新环境是指什么？", Status.NOT_STATED),
        ("研发活动的“三有”是指什么？", Status.ANSWERED),
        ("要建的产业园区，其中国家级的有几家？", Status.NOT_STATED),
        ("要建的产业园区，其中省级的有几家？", Status.ANSWERED),
        ("产业园区建不成会受什么处分？", Status.NOT_STATED),
        ("“121”行动里1、2、1各代表什么？", Status.ANSWERED),
        ("“123+”服务体系里1、2、3各代表什么？", Status.NOT_STATED),
        ("公司进了省级产业园区，房租能免多少？", Status.NOT_STATED),
        ("建设省级产业园区多少家？", Status.ANSWERED),
        ("省级产业园区最多的是哪三个市？", Status.NOT_STATED),
        ("省级产业园区按几比几配套资金？", Status.NOT_STATED),
        ("省级产业园区 建设 面积", Status.NOT_STATED),
        ("省级产业园区要建多少平米？", Status.NOT_STATED),
        ("“三可”创新环境的具体内涵请列明", Status.NOT_STATED),
        ("营造创新环境，“三可”是哪三可？", Status.NOT_STATED),
        ("研发活动的“三有”是哪三有？", Status.ANSWERED),
        ("“121”行动认定的10家示范企业，各自名称是什么？", Status.NOT_STATED),
        ("园区共建的“两个允许”是指什么？", Status.NOT_STATED),
        ("除了湘东银行，还有哪两家银行签约支持共建？", Status.NOT_STATED),
        ("培育的新型研发机构里，那两家高端机构是哪两家公司？", Status.NOT_STATED),
        ("哪三家公司签约共建园区？", Status.ANSWERED),
        ("合作共建的园区，补助占销售收入几个点？", Status.NOT_STATED),
        ("合作共建的园区，补助占投资额几个点？", Status.ANSWERED),
    ],
)
def test_what_is_named_and_never_explained_is_not_stated(question: str, status: Status) -> None:
    document = Document(id="terms", file="t.txt", title="梅岭市创新环境方案", level="市")
    assert Assistant(index_of(parsed(document, TERMS))).answer(question).status is status


VOUCHERS = """梅岭市创新券办法

一、创新券发放
对科技型企业发放5万元创新券，用于购买检测服务。创新券当年有效。
"""


@pytest.mark.parametrize(
    ("question", "status", "notices"),
    [
        ("科技型企业的创新券可以提现吗？", Status.NOT_STATED, ()),
        ("科技型企业的创新券可以转让吗？", Status.NOT_STATED, ()),
        ("我们是科技型企业，买检测服务的时候能用创新券吗？", Status.ANSWERED, ()),
        ("科技型企业自己能不能领创新券？", Status.ANSWERED, ()),
        (
            "科技型企业领创新券，公司要有业绩吗？",
            Status.ANSWERED,
            ("所引条款没有提到“业绩”，请以条款原文为准，不要据此推断。",),
        ),
    ],
)
def test_what_a_question_turns_on_and_a_document_never_says_is_told(
    question: str, status: Status, notices: tuple[str, ...]
) -> None:
    document = Document(id="vouchers", file="v.txt", title="梅岭市创新券办法", level="市")
    answer = Assistant(index_of(parsed(document, VOUCHERS))).answer(question)
    told = tuple(n for n in answer.notices if "没有提到" in n)
    assert (answer.status, told) == (status, notices)


REPORT = """湘西省科技工作汇报

一、存在的不足
（一）研发投入不足。2020年研发经费投入211亿元，不到全国的1%；投入强度为1.2%。各市研发经费投入强度也不均衡，甲市占全省总额的45%。
（二）人才不足。高端人才流失严重。
"""


def test_a_share_of_the_country_is_not_hidden_by_a_sentence_on_the_province() -> None:
    document = Document(id="report", file="r.txt", title="湘西省科技工作汇报", level="省")
    answer = Assistant(index_of(parsed(document, REPORT))).answer(
        "我省研发经费2020年占全国不到多少，强度差几个点？"
    )
    assert (answer.status, "不到全国的1%" in answer.answer) == (Status.ANSWERED, True)


def test_a_figure_that_the_asker_names_is_no_answer() -> None:
    text = """湘西省科技工作汇报

一、开展合作
省属企业与清华等27所高校签约，正在推进的合作项目有83项，拟合作项目23项。
"""
    document = Document(id="report", file="r.txt", title="湘西省科技工作汇报", level="省")
    answer = Assistant(index_of(parsed(document, text))).answer(
        "省属企业跟清华这27所高校，正在推进的项目有多少？"
    )
    assert (answer.status, "83项" in answer.answer) == (Status.ANSWERED, True)
