"""Follow-ups that point into a sentence, or ask for another time or place in their own words."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Answer, Exchange, Status
from corpus.models import Document
from tests.assistant.engine import index_of, parsed

REPORT = """湖南省科技创新工作汇报

一、重点工作推进情况
（一）建设创新平台。2021年新立项筹建8个省实验室，认定6家新型研发机构。
（二）培育企业。确保2020年实现规上工业企业技术创新活动全覆盖。选派40名博士到省级园区、市级医院挂职锻炼。
（三）汇集人才。建立“双创”平台90个。实施领军人才培育工程、工匠培育工程、企业家培育工程“三个工程”。
二、下一步工作谋划
（一）推进平台建设。对已筹建的省实验室，不再新增，成熟一个批准一个。布局建设20家新型研发机构。
（二）推进成果转化。明年争取建成5家概念验证中心。
（三）服务乡村。选派科技特派员70名，组建特派团12个，安排资金300万元。
三、存在的不足
研发投入强度在全国排名第15位；从研发投入总量上看，仅为第12名。
"""
PLAN = """株洲市科技创新规划

一、建设特色专业
支持3所职业学校（株洲财经学校、株洲护理学校、株洲艺术学校）每校建设一个特色专业。株洲财经学校重点建设会计专业；株洲护理学校重点建设康复专业；株洲艺术学校重点建设戏曲专业。
二、培育企业
到2025年，实现规上企业研发机构全覆盖。到2030年，新型研发机构达到9家。
三、建设中试基地
依托光谷汽车、湘江电机、星城铝业等领军企业建设中试基地。
"""


@pytest.fixture(scope="module")
def told() -> Assistant:
    """An engine over a province's report and a city's plan."""
    report = Document(
        id="report",
        file="report.txt",
        title="湖南省科技创新工作汇报",
        level="省",
        region="湖南省",
    )
    plan = Document(
        id="plan", file="plan.txt", title="株洲市科技创新规划", level="市", region="株洲市"
    )
    return Assistant(index_of(parsed(report, REPORT), parsed(plan, PLAN)))


def hold(assistant: Assistant, *turns: str) -> Answer:
    """The answer to the last turn of a conversation."""
    history: tuple[Exchange, ...] = ()
    for question in turns:
        history = (*history, Exchange(question, assistant.answer(question, history=history)))
    return history[-1].answer


@pytest.mark.parametrize(
    ("turns", "standalone"),
    [
        (
            ("株洲市支持几所职业学校建设特色专业？", "第二个学校重点建什么专业？"),
            "株洲护理学校重点建什么专业?",
        ),
        (
            ("株洲市支持哪三所职业学校？", "最后那所建什么专业？"),
            "株洲艺术学校建什么专业?",
        ),
        (
            ("株洲市的中试基地依托哪些领军企业？", "第二家呢，在哪个方面领先？"),
            "株洲市湘江电机在哪个方面领先?",
        ),
        (
            ("财经学校和护理学校这两所各建什么专业？", "第二所在哪里？"),
            "护理学校在哪里?",
        ),
    ],
)
def test_an_item_of_a_sentence_is_asked_about_in_its_own_words(
    told: Assistant, turns: tuple[str, ...], standalone: str
) -> None:
    assert hold(told, *turns).standalone == standalone


def test_the_answer_is_that_of_the_item(told: Assistant) -> None:
    answer = hold(told, "株洲市支持几所职业学校建设特色专业？", "第二个学校重点建什么专业？")
    assert answer.citations[0].quote == "株洲护理学校重点建设康复专业；"
    assert "按前面答复中列举的“株洲护理学校”理解。" in answer.notices


def test_an_item_that_is_only_pointed_at_is_looked_for_beside_its_matter(told: Assistant) -> None:
    answer = hold(told, "湖南省的“三个工程”是哪三个？", "第二个叫什么？")
    assert answer.standalone.endswith(" 工匠培育工程")
    assert "工匠培育工程" in answer.answer


def test_another_time_leaves_the_clause_before(told: Assistant) -> None:
    answer = hold(told, "2021年湖南省新立项筹建了几个省实验室？", "那22年对它们还增不增？")
    assert answer.citations[0].quote == "对已筹建的省实验室，不再新增，成熟一个批准一个。"


def test_next_year_is_that_of_the_plans(told: Assistant) -> None:
    answer = hold(told, "湖南省认定了几家新型研发机构？", "明年布局多少家？")
    assert answer.citations[0].quote == "布局建设20家新型研发机构。"
    answer = hold(told, "湖南省认定了几家新型研发机构？", "2022年呢？")
    assert answer.citations[0].quote == "布局建设20家新型研发机构。"
    answer = hold(told, "湖南省认定了几家新型研发机构？", "那来年打算布局几家？")
    assert answer.citations[0].quote == "布局建设20家新型研发机构。"


@pytest.mark.parametrize(
    "behind", ["好的，选派完以后挂职多久？", "那先在哪些地方挂职？", "谢谢，派到哪里？"]
)
def test_a_question_without_a_matter_is_put_behind_the_one_before(
    told: Assistant, behind: str
) -> None:
    answer = hold(told, "湖南省选派多少名博士？", behind)
    assert answer.standalone.startswith("湖南省选派")


def test_another_place_keeps_what_it_speaks_of_beside_the_new_words(told: Assistant) -> None:
    answer = hold(
        told,
        "湖南省规上工业企业技术创新全覆盖，哪年到位？",
        "那株洲呢，研发机构要铺满到哪年？",
    )
    assert "全覆盖" in answer.standalone
    assert answer.citations[0].quote == "到2025年，实现规上企业研发机构全覆盖。"


def test_another_place_that_is_asked_for_nothing_new_keeps_all_of_the_matter(
    told: Assistant,
) -> None:
    answer = hold(told, "湖南省规上企业全覆盖怎么推进？", "那株洲呢，是哪年？")
    assert answer.standalone.startswith("株洲规上企业全覆盖")


def test_another_matter_is_asked_its_own_question(told: Assistant) -> None:
    answer = hold(told, "湖南省新立项几个省实验室？", "那三个工程呢，是哪三个？")
    assert answer.standalone == "湖南省三个工程是哪三个?"


def test_another_matter_with_words_of_its_own_is_not_asked_the_question_before(
    told: Assistant,
) -> None:
    answer = hold(told, "湖南省新立项几个省实验室？", "那三个工程呢，要铺到什么范围？")
    assert answer.standalone == "湖南省三个工程要铺到什么范围?"


def test_words_of_the_clause_spoken_of_are_asked_of_it(told: Assistant) -> None:
    answer = hold(told, "湖南省选派多少名博士？", "派到哪儿去挂职？")
    assert answer.status is Status.ANSWERED
    assert "市级医院" in answer.answer


def test_what_was_taken_for_granted_is_asked_of_another_time(told: Assistant) -> None:
    answer = hold(told, "株洲市新型研发机构2025年5家对吧？", "那2030呢？")
    assert answer.standalone == "株洲市新型研发机构2030年多少家?"


def test_a_goal_is_asked_for_as_one(told: Assistant) -> None:
    answer = hold(told, "株洲市2021年新型研发机构有多少家？", "2030年目标呢？")
    assert answer.standalone == "株洲市2030年新型研发机构有目标是多少?"


def test_words_that_the_clause_puts_in_quotation_marks_are_asked_of_it_as_well(
    told: Assistant,
) -> None:
    answer = hold(told, "湖南省的“三个工程”是哪三个？", "建了多少双创平台？")
    assert answer.citations[0].quote.endswith("建立“双创”平台90个。")


def test_a_point_is_that_of_the_clauses_beside_the_one_answered_from(told: Assistant) -> None:
    answer = hold(told, "湖南省选派多少名博士？", "第三点呢？")
    assert answer.standalone == "《湖南省科技创新工作汇报》一（三）的内容是什么?"


def test_another_matter_after_a_question_in_other_words_is_asked_the_same(told: Assistant) -> None:
    answer = hold(told, "株洲财经学校干啥？", "护理学校呢？")
    assert answer.standalone == "株洲护理学校做什么?"


@pytest.mark.parametrize(
    ("year", "status"), [("2022", Status.ANSWERED), ("2023", Status.NOT_STATED)]
)
def test_next_year_is_the_one_after_the_year_that_a_report_speaks_of(
    told: Assistant, year: str, status: Status
) -> None:
    assert told.answer(f"湖南省{year}年打算建成几家概念验证中心？").status is status


def test_a_figure_of_one_time_does_not_tell_how_much_more_it_is_than_before(
    told: Assistant,
) -> None:
    answer = hold(told, "湖南省建立了多少个“双创”平台？", "跟去年比呢，多了多少？")
    assert answer.status is Status.NOT_STATED


def test_a_short_question_is_asked_of_the_clause_spoken_of_where_it_says_its_words(
    told: Assistant,
) -> None:
    alone = told.answer("博士派到哪里了？")
    answer = hold(told, "湖南省培育企业选派多少名博士？", "博士派到哪里了？")
    assert answer.citations[0].quote.startswith("选派40名博士到省级园区")
    assert (alone.refused, answer.refused) == (True, False)


def test_a_correction_without_a_subject_is_asked_of_the_matter_before(told: Assistant) -> None:
    answer = hold(
        told, "新型研发机构要搞到几家？", "不对，我不是问湖南，我问的是株洲2030年要达到几家"
    )
    assert answer.citations[0].quote.endswith("新型研发机构达到9家。")


def test_a_correction_that_is_refused_alone_keeps_what_was_asked_before(told: Assistant) -> None:
    answer = hold(told, "湖南省建立了多少个“双创”平台？", "不对，我问的是派了多少名博士挂职")
    assert "选派40名博士" in answer.answer


def test_what_is_still_to_come_is_told_by_what_is_planned(told: Assistant) -> None:
    answer = hold(told, "湖南省新立项筹建了几个省实验室？", "那后面还打算接着加吗？")
    assert "不再新增" in answer.answer
    assert answer.citations[0].address == "《湖南省科技创新工作汇报》二（一）"


def test_a_report_tells_of_its_own_year_without_saying_it(told: Assistant) -> None:
    answer = hold(told, "“双创”平台建立了吗？", "到2021年底那次汇报，已经成了多少个？")
    assert "建立“双创”平台90个" in answer.answer


def test_the_figure_told_before_is_not_told_again_for_another(told: Assistant) -> None:
    answer = hold(told, "湖南省选派了多少名科技特派员？", "组了几个团？")
    assert answer.citations[0].quote.startswith("选派科技特派员70名，组建特派团12个")
    assert "组建特派团12个" in answer.answer.split("[1]")[0]


def test_a_side_of_the_matter_before_is_put_in_its_place(told: Assistant) -> None:
    answer = hold(told, "湖南省研发投入强度在全国排第几？", "总量呢？")
    assert answer.standalone == "湖南省研发投入总量在全国排第几?"
    assert answer.citations[0].quote == "从研发投入总量上看，仅为第12名。"


def test_the_year_of_what_is_asked_for_is_kept_not_that_of_the_document(told: Assistant) -> None:
    answer = hold(told, "株洲2022年的规划，给新型研发机构定的2030年目标是多少？", "科技特派员呢？")
    assert answer.standalone == "株洲2030年科技特派员多少"


def test_a_figure_of_the_clause_spoken_of_goes_before_one_like_it(told: Assistant) -> None:
    answer = hold(told, "湖南省的验证中心要建成几家？", "那新型机构呢，要几家？")
    assert answer.citations[0].address == "《湖南省科技创新工作汇报》二（一）"


@pytest.mark.parametrize(
    ("turns", "told_then"),
    [
        (("2020年技改经费投入多少？", "强度呢？"), "0.9%"),
        (("示范基地的目标是多少？", "什么时候实现？"), "到2028年"),
        (("认定了几家技术中心？", "明年呢？"), "40家"),
        (("醴陵获批了什么先行县？", "另一个县是哪个？"), "攸县"),
    ],
)
def test_what_is_asked_next_is_answered(turns: tuple[str, str], told_then: str) -> None:
    document = Document(
        id="work", file="w.txt", title="湖南省工作汇报", level="省", region="湖南省"
    )
    text = """湖南省工作汇报

一、推进情况
（一）投入不断增加。2020年技改经费投入80亿元，比上年多；投入强度为0.9%，排名第三。
（二）平台不断完善。认定7家技术中心，其中2家为高端中心。
（三）醴陵、攸县两县获批全国先行县。
二、下一步打算
（一）抓好技术中心。明年争取布局技术中心40家。
（二）建设示范基地。到2028年，示范基地达到30个以上。
"""
    assert told_then in hold(Assistant(index_of(parsed(document, text))), *turns).answer


def test_whose_it_is_comes_first(told: Assistant) -> None:
    """「株洲的…呢？」 「省里的呢？」: what a city lays down is not the province's."""
    answer = hold(told, "株洲的新型研发机构呢？", "省里的呢？")
    assert {c.document_id for c in answer.citations} == {"report"}


@pytest.mark.parametrize(
    ("turns", "standalone"),
    [
        (("株洲市中试基地要建几个？", "现在几个？"), "株洲市中试基地现在有多少个?"),
        (("株洲市研发机构现有几家？", "目标？"), "株洲市研发机构目标是多少?"),
        (("株洲市研发机构现有几家？", "以后呢？"), "株洲市研发机构目标是多少?"),
        (("园区的概念验证中心", "有什么特殊待遇？"), "园区的概念验证中心 有什么特殊待遇?"),
        (("湖南省实验室", "明年呢？"), "明年湖南省实验室打算"),
        (("湖南省实验室2021年咋样了？", "2022年呢？"), "湖南省实验室2022年打算?"),
        (
            ("省实验室是全省第几家？", "它的特派团有多少个人？"),
            "省实验室 它的特派团有多少个人?",
        ),
    ],
)
def test_what_was_asked_before_is_not_asked_again(
    told: Assistant, turns: tuple[str, str], standalone: str
) -> None:
    assert hold(told, *turns).standalone == standalone
