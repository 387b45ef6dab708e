"""Questions about a document itself are answered with its own printed words, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import messages
from assistant.assistant import Assistant
from assistant.models import Exchange, Status
from assistant.steps.about_asked import About, asked_about
from corpus.models import Corpus, Document
from corpus.parse import parse_document
from tests.index.test_search import index_of

RULES = """岭川市人才公寓管理办法

岭政发〔2023〕8号

第一条 为做好人才公寓的分配与管理，制定本办法。
第二条 在我市工作满一年的博士研究生，可申请面积不超过90平方米的人才公寓。
第三条 本办法由市住房保障中心负责解释。
第四条 本办法自2023年6月1日起施行，有效期五年。原《岭川市人才住房办法》同时废止。

岭川市人民政府
2023年5月4日
"""
PLAN = """岭川市数据产业发展规划

二〇二二年三月

一、总体要求
坚持需求牵引，推动数据产业发展，建成一批重点项目。
二、重点任务
（一）建设平台。建设全市数据平台，归集公共数据资源。
（二）培育企业。到2025年，培育数据企业30家。
三、保障措施
加强组织领导，压实工作责任，确保各项任务落地见效。
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    rules = Document(
        id="r",
        file="r.txt",
        title="岭川市人才公寓管理办法",
        number="岭政发〔2023〕8号",
        issuer="岭川市人民政府",
        date="2023-05-04",
    )
    plan = Document(id="p", file="p.txt", title="岭川市数据产业发展规划", date="2022-03")
    return Assistant(index_of(Corpus((parse_document(rules, RULES), parse_document(plan, PLAN)))))


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("【】的文号是什么", About.NUMBER),
        ("【】发文字号是多少？", About.NUMBER),
        ("【】是谁发的", About.ISSUER),
        ("【】的发文机关是哪个单位", About.ISSUER),
        ("【】由哪个部门印发", About.ISSUER),
        ("【】是哪年发的", About.ISSUED),
        ("【】什么时候发布的？", About.ISSUED),
        ("【】的印发日期", About.ISSUED),
        ("【】从什么时候开始执行", About.EFFECT),
        ("【】的施行日期是哪天", About.EFFECT),
        ("【】有效期多久", About.VALIDITY),
        ("【】现在还有效吗", About.VALIDITY),
        ("【】失效了没有", About.VALIDITY),
        ("【】现在还执行吗", About.VALIDITY),
        ("【】由谁解释", About.INTERPRETER),
        ("【】由哪个部门负责解释？", About.INTERPRETER),
        ("【】废止了哪些文件", About.REPEALS),
        ("【】一共多少条", About.COUNT),
        ("【】有几章", About.COUNT),
        ("【】它一共有多少条", About.COUNT),
        ("【】分为几部分", About.COUNT),
        ("你们收录了哪些文件", About.HELD),
        ("有哪些文件？", About.HELD),
    ],
)
def test_questions_about_a_document_are_seen(question: str, about: About) -> None:
    start = question.find("【")
    assert asked_about(question, [(start, start + 2)] if start >= 0 else []) is about


@pytest.mark.parametrize(
    "question",
    [
        "高企目标多少家",
        "【】里创新券由谁发放",
        "【】规定的住房补贴什么时候发",
        "高新技术企业证书有效期几年",
        "人才公寓从什么时候开始申请",
        "【】里研发补助执行到什么时候",
        "【】提出建设几个中试基地",
        "省科技厅牵头几条",
        "哪些文件提到创新券",
        "【】对高企有哪些支持",
        "税收优惠什么时候开始执行",
        "创新券怎么解释",
    ],
)
def test_questions_about_content_are_left_alone(question: str) -> None:
    start = question.find("【")
    assert asked_about(question, [(start, start + 2)] if start >= 0 else []) is None


@pytest.mark.parametrize(
    ("question", "text", "quotes"),
    [
        (
            "人才公寓管理办法的文号是什么？",
            "《岭川市人才公寓管理办法》的文号是岭政发〔2023〕8号。[1]",
            ["岭政发〔2023〕8号"],
        ),
        (
            "人才公寓管理办法是谁发的？",
            "《岭川市人才公寓管理办法》的发文机关是岭川市人民政府。[1]",
            ["岭川市人民政府"],
        ),
        (
            "人才公寓管理办法是哪年发的？",
            "《岭川市人才公寓管理办法》所署日期是2023年5月4日。[1]",
            ["2023年5月4日"],
        ),
        (
            "数据产业发展规划什么时候发布的？",
            "《岭川市数据产业发展规划》所署日期是二〇二二年三月。[1]",
            ["二〇二二年三月"],
        ),
        (
            "人才公寓管理办法一共有多少条？",
            "《岭川市人才公寓管理办法》从“第一条”编到“第四条”。[1][2]",
            ["第一条", "第四条"],
        ),
    ],
)
def test_what_is_printed_is_told_and_cited(
    assistant: Assistant, question: str, text: str, quotes: list[str]
) -> None:
    answer = assistant.answer(question)
    assert (answer.status, answer.answer) == (Status.ANSWERED, text)
    assert [c.quote for c in answer.citations] == quotes


def test_a_count_is_the_assistants_own_note(assistant: Assistant) -> None:
    answer = assistant.answer("人才公寓管理办法一共有多少条？")
    assert answer.notices[0] == "按编号共4条。"


def test_parts_are_listed_with_their_titles(assistant: Assistant) -> None:
    answer = assistant.answer("数据产业发展规划分为几部分？")
    assert answer.answer.splitlines()[1:] == [
        "一、总体要求[3]",
        "二、重点任务[4]",
        "三、保障措施[5]",
    ]


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("人才公寓管理办法从什么时候开始执行？", "本办法自2023年6月1日起施行，有效期五年。"),
        ("人才公寓管理办法还有效吗？", "本办法自2023年6月1日起施行，有效期五年。"),
        ("人才公寓管理办法由谁负责解释？", "本办法由市住房保障中心负责解释。"),
        ("人才公寓管理办法废止了哪些文件？", "原《岭川市人才住房办法》同时废止。"),
    ],
)
def test_terms_are_quoted(assistant: Assistant, question: str, quote: str) -> None:
    answer = assistant.answer(question)
    assert answer.status is Status.ANSWERED
    assert [c.quote[-len(quote) :] for c in answer.citations] == [quote]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("数据产业发展规划的文号？", "《岭川市数据产业发展规划》的文本中没有写明文号。"),
        ("数据产业发展规划是谁印发的？", "《岭川市数据产业发展规划》的文本中没有写明发文机关。"),
        (
            "数据产业发展规划由谁解释？",
            "《岭川市数据产业发展规划》的文本中没有写明由谁负责解释。",
        ),
    ],
)
def test_what_is_not_printed_is_said_to_be_missing(
    assistant: Assistant, question: str, text: str
) -> None:
    answer = assistant.answer(question)
    assert (answer.status, answer.answer) == (Status.NOT_STATED, text)


def test_the_documents_held_are_listed_each_with_its_title(assistant: Assistant) -> None:
    answer = assistant.answer("有哪些文件？")
    assert answer.answer.splitlines() == [
        "岭川市人才公寓管理办法（岭政发〔2023〕8号）[1]",
        "岭川市数据产业发展规划[2]",
    ]
    assert answer.notices[0] == "以上为已收录的2份文件。"


def test_which_document_is_asked_back_where_several_may_be_meant(assistant: Assistant) -> None:
    answer = assistant.answer("文件的文号是多少？")
    assert answer.status is Status.CLARIFY


def test_a_follow_up_keeps_the_document(assistant: Assistant) -> None:
    first = assistant.answer("人才公寓管理办法的文号是什么？")
    history = [Exchange(first.question, first)]
    answer = assistant.answer("谁发的？", history=history)
    assert [c.quote for c in answer.citations] == ["岭川市人民政府"]
    answer = assistant.answer("这个文件什么时候施行？", history=history)
    assert answer.citations[0].address.endswith("第四条")


def test_a_foreign_title_is_not_answered_from_another_document(assistant: Assistant) -> None:
    answer = assistant.answer("《某某省科技创新条例》的文号是什么？")
    assert "岭政发" not in answer.answer


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (
            date(2028, 5, 31),
            "按2028年5月31日判断，《岭川市人才公寓管理办法》：现行。有效期至2028年5月31日，尚未届满。",
        ),
        (
            date(2028, 6, 1),
            "按2028年6月1日判断，《岭川市人才公寓管理办法》：已过有效期。有效期至2028年5月31日，已经届满。",
        ),
    ],
)
def test_whether_a_document_still_holds_is_told_for_the_asked_day(
    assistant: Assistant, day: date, told: str
) -> None:
    answer = assistant.answer("人才公寓管理办法还有效吗？", as_of=day)
    assert answer.notices[:2] == (told, messages.VALIDITY_UNKNOWN)


def test_a_plan_without_a_term_says_that_its_years_are_over(assistant: Assistant) -> None:
    answer = assistant.answer("数据产业发展规划有效期到什么时候？", as_of=date(2026, 1, 1))
    assert answer.status is Status.NOT_STATED
    assert answer.notices == (
        "按2026年1月1日判断，《岭川市数据产业发展规划》：目标期已过。"
        "所定目标到2025年为止，目标期已过；文本没有写明是否废止。",
        messages.HOTLINE,
    )


def test_until_when_after_a_figure_asks_for_its_deadline(engine: Assistant) -> None:
    first = engine.answer("全省高新技术企业要达到多少家？")
    answer = engine.answer("那到哪年？", history=[Exchange(first.question, first)])
    assert answer.status is Status.ANSWERED
    assert "2025年" in answer.answer


def test_articles_in_brackets_are_counted_as_well(engine: Assistant) -> None:
    answer = engine.answer("株洲市“十四五”科技创新规划一共几部分？")
    assert answer.status is Status.ANSWERED
    measures = engine.answer("湖南省支持科技型企业发展若干措施一共多少条？")
    assert measures.notices[0] == "按编号共5条。"
    assert "从“（一）”编到“（五）”" in measures.answer
